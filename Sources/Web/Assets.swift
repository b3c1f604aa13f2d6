import HTTPTypes
public import Hummingbird
import NIOCore
import Secrets

/// Files of our own that every page needs: style sheets, fonts, scripts, pictures. Held in memory, compressed once.
///
/// Each has two addresses: one with a fingerprint of its content, which a browser may keep for ever, and its plain name,
/// which the browser asks about each time.
public struct Assets: Sendable {
    private struct File {
        let type: ContentType
        let tag: String
        let bytes: ByteBuffer
        let packed: ByteBuffer?
    }

    private let prefix: String
    private var files: [String: File] = [:]
    private var plain: [String: File] = [:]
    private var fingerprinted: [String: String] = [:]

    /// Files to be found under `prefix`, "/filer". `url(…)` in a style sheet that names another of the files is made to
    /// name it with its fingerprint.
    public init(at prefix: String, _ contents: [(name: String, bytes: [UInt8])]) {
        self.prefix = prefix
        let isSheet = { (name: String) in name.hasSuffix(".css") }
        for (name, bytes) in contents where !isSheet(name) { add(name, bytes) }
        for (name, bytes) in contents where isSheet(name) { add(name, withFingerprints(bytes)) }
    }

    /// The address of the file called `name`, with its fingerprint; without where there is no such file.
    public func path(_ name: String) -> String { "\(prefix)/\(fingerprinted[name] ?? name)" }

    /// The file called `name`, with or without its fingerprint; `nil` where there is none.
    public func response(to request: Request, for name: String) -> Response? {
        let lasting = files[name]
        guard let file = lasting ?? plain[name] else { return nil }
        let packed = Gzip.isAccepted(request.headers[.acceptEncoding]) ? file.packed : nil
        let tag = packed == nil ? "\"\(file.tag)\"" : "\"\(file.tag)-gzip\""
        var fields: HTTPFields = [
            .eTag: tag, .cacheControl: lasting == nil ? "no-cache" : "public, max-age=31536000, immutable",
        ]
        if file.packed != nil { fields[.vary] = "Accept-Encoding" }
        if isKnown(tag, to: request) { return Response(status: .notModified, headers: fields) }
        fields[.contentType] = file.type.value
        if packed != nil { fields[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: packed ?? file.bytes))
    }

    /// Answers requests for the files on `router`.
    public func serve(on router: some RouterMethods) {
        router.get("\(prefix)/{name}") { request, context in
            guard let response = response(to: request, for: context.parameters.get("name") ?? "") else {
                throw HTTPError(.notFound)
            }
            return response
        }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) {
        let type = ContentType.ofFile(name)
        let tag = String(bytes.withUnsafeBufferPointer { Digest.hexadecimal($0) }.prefix(16))
        let packed = type.isText ? Gzip.compressed(bytes).map { ByteBuffer(bytes: $0) } : nil
        let file = File(type: type, tag: tag, bytes: ByteBuffer(bytes: bytes), packed: packed)
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        parts.insert(tag[...], at: max(parts.count - 1, 1))
        plain[name] = file
        fingerprinted[name] = parts.joined(separator: ".")
        files[parts.joined(separator: ".")] = file
    }

    private func withFingerprints(_ sheet: [UInt8]) -> [UInt8] {
        var text = String(decoding: sheet, as: UTF8.self)
        for (name, lasting) in fingerprinted {
            for quote in ["", "'", "\""] { text.replace("url(\(quote)\(name)\(quote))", with: "url(\"\(lasting)\")") }
        }
        return Array(text.utf8)
    }

    private func isKnown(_ tag: String, to request: Request) -> Bool {
        (request.headers[.ifNoneMatch] ?? "").split(separator: ",").contains { known in
            let known = known.filter { $0 != " " }
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }
}
