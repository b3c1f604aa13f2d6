public import Hummingbird
import Multipart
import NIOCore

/// A form with files (multipart/form-data): its fields in memory, its files on disk.
public struct UploadedForm: Sendable {
    /// The fields that are not files.
    public let form: Form
    /// The files, in the order they were sent. A field that the person left empty is not among them.
    public let files: [UploadedFile]

    /// The first value of the field `name`.
    public subscript(name: String) -> String? { form[name] }

    /// The first file in the field `name`.
    public func file(_ name: String) -> UploadedFile? { files.first { $0.field == name } }

    /// The form in the body of `request`, its files written to `folder` as they come.
    ///
    /// Holds at most a few hundred kilobytes besides the fields. Whatever goes wrong, no file is left behind.
    public static func read(
        _ request: Request, into folder: UploadFolder, limits: UploadLimits = UploadLimits()
    ) async throws(WebError) -> UploadedForm {
        let sent = BoundedBody.declaredSize(request)
        var reader = try PartReader(request, folder, limits)
        try await BoundedBody.forEach(
            request, limit: limits.bytes, excess: .fileTooLarge(limit: limits.bytesPerFile, sent: sent)
        ) { piece throws(WebError) in try await reader.take(piece) }
        return try reader.finish()
    }
}

/// Puts parts where they belong.
private struct PartReader {
    private enum Current {
        case nothing
        case field(name: String, value: [UInt8])
        case file(MultipartPart, FileSink?)
    }

    private let folder: UploadFolder
    private let limits: UploadLimits
    private let sent: Int?
    private var parser: MultipartParser
    private var current = Current.nothing
    private var form = Form()
    private var files: [UploadedFile] = []

    init(_ request: Request, _ folder: UploadFolder, _ limits: UploadLimits) throws(WebError) {
        self.folder = folder
        self.limits = limits
        sent = BoundedBody.declaredSize(request)
        do {
            parser = try MultipartParser(
                contentType: request.headers[.contentType] ?? "",
                limits: MultipartLimits(parts: limits.parts, headerBytes: UploadLimits.headerBytes))
        } catch { throw error == .notAForm ? .unsupportedContentType : .malformedForm }
    }

    mutating func take(_ piece: ByteBuffer) async throws(WebError) {
        parser.append(piece.readableBytesView)
        while let event = try next() {
            switch event {
            case .part(let part) where part.filename == nil:
                guard form.fields.count < limits.fields else { throw .tooManyParts(limit: limits.fields) }
                current = .field(name: part.name, value: [])
            case .part(let part): current = .file(part, nil)
            case .body(let bytes): try await add(bytes)
            case .endOfPart: try await endPart()
            case .endOfForm: break
            }
        }
    }

    consuming func finish() throws(WebError) -> UploadedForm {
        do { try parser.finish() } catch { throw .malformedForm }
        return UploadedForm(form: form, files: files)
    }

    private mutating func next() throws(WebError) -> MultipartParser.Event? {
        do { return try parser.next() } catch {
            throw error == .tooManyParts ? .tooManyParts(limit: limits.parts) : .malformedForm
        }
    }

    private mutating func add(_ bytes: [UInt8]) async throws(WebError) {
        switch current {
        case .nothing: throw .malformedForm
        case .field(let name, var value):
            current = .nothing
            value += bytes
            guard value.count <= limits.bytesPerField else { throw .formTooLarge(limit: limits.bytesPerField) }
            current = .field(name: name, value: value)
        case .file(let part, let opened):
            current = .nothing
            var sink = if let opened { opened } else { try await newSink() }
            try await sink.append(bytes)
            current = .file(part, sink)
        }
    }

    private mutating func endPart() async throws(WebError) {
        defer { current = .nothing }
        switch current {
        case .nothing: throw .malformedForm
        case .field(let name, let value):
            guard let text = String(validating: value, as: UTF8.self) else { throw .malformedForm }
            form.append(name, text)
        case .file(let part, nil) where part.filename == "": break  // No file was chosen.
        case .file(let part, let opened):
            var sink = if let opened { opened } else { try await newSink() }
            files.append(try await sink.finish(field: part.name, name: part.filename ?? ""))
        }
    }

    private func newSink() async throws(WebError) -> FileSink {
        guard files.count < limits.files else { throw .tooManyParts(limit: limits.files) }
        return try await FileSink(in: folder, limit: limits.bytesPerFile, sent: sent)
    }
}
