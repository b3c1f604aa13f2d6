/// Reads a form (multipart/form-data, RFC 7578 and 2046) from bytes as they come, keeping no more than a line of them.
///
///     var parser = try MultipartParser(contentType: "multipart/form-data; boundary=…")
///     for try await chunk in upload {
///         parser.append(chunk)
///         while let event = try parser.next() { … }
///     }
///     try parser.finish()
public struct MultipartParser: Sendable {
    /// What comes next in the form.
    public enum Event: Sendable, Equatable {
        /// A part begins.
        case part(MultipartPart)
        /// Some of its bytes: never none, and in as many pieces as they came.
        case body([UInt8])
        /// The part has ended.
        case endOfPart
        /// The form has ended; whatever follows is passed over.
        case endOfForm
    }

    private enum State: Sendable {
        /// Before the first boundary.
        case preamble
        /// Right after a boundary.
        case delimiter
        case headers
        case body
        case ended
        case failed(MultipartError)
    }

    /// The end of a line, two hyphens and the boundary.
    let delimiter: [UInt8]
    let limits: MultipartLimits
    private var state = State.preamble
    private var partCount = 0
    private(set) var bytes: [UInt8]
    /// Where in `bytes` what has not been read begins.
    var position = 0

    /// A reader of the form that a request with `contentType` carries.
    ///
    /// Throws `MultipartError.notAForm` or `.badBoundary`.
    public init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
        guard let type = HeaderValue(Array(contentType.utf8)[...]) else { throw .badBoundary }
        guard type.word == "multipart/form-data" else { throw .notAForm }
        guard let boundary = type.parameters["boundary"] else { throw .badBoundary }
        try self.init(boundary: boundary, limits: limits)
    }

    /// A reader of a form whose parts stand between `boundary`. Throws `MultipartError.badBoundary`.
    public init(boundary: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
        let isAllowed = boundary.utf8.allSatisfy { 0x20...0x7E ~= $0 } && boundary.utf8.last != UInt8(ascii: " ")
        guard 1...limits.boundaryLength ~= boundary.utf8.count, isAllowed else { throw .badBoundary }
        self.limits = limits
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary needs no end of a line before it.
        bytes = [13, 10]
    }

    /// Takes the next bytes. Ask `next` until it gives `nil` before giving more: only then is memory bounded.
    public mutating func append(_ more: some Sequence<UInt8>) {
        if case .ended = state { return }
        bytes.removeFirst(position)
        position = 0
        let appended: Void? = more.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if appended == nil { bytes.append(contentsOf: more) }
    }

    /// What comes next, or `nil` when that takes more bytes or the form has ended. Throws `MultipartError`, from then on
    /// always the same.
    public mutating func next() throws(MultipartError) -> Event? {
        do throws(MultipartError) {
            return try read()
        } catch {
            state = .failed(error)
            bytes = []
            position = 0
            throw error
        }
    }

    /// Says that there are no more bytes. Throws `MultipartError.truncated` when the form has not ended.
    public mutating func finish() throws(MultipartError) {
        switch state {
        case .ended: return
        case .failed(let error): throw error
        default: throw .truncated
        }
    }

    private mutating func read() throws(MultipartError) -> Event? {
        while true {
            switch state {
            case .preamble:
                let found = findDelimiter()
                position = found.start
                guard found.isWhole else { return nil }
                position += delimiter.count
                state = .delimiter
            case .body:
                let found = findDelimiter()
                if found.start > position {
                    let piece = [UInt8](bytes[position..<found.start])
                    position = found.start
                    return .body(piece)
                }
                guard found.isWhole else { return nil }
                position += delimiter.count
                state = .delimiter
                return .endOfPart
            case .delimiter:
                guard let event = try readDelimiterEnd() else { return nil }
                if case .closes = event {
                    state = .ended
                    bytes = []
                    position = 0
                    return .endOfForm
                }
                partCount += 1
                guard partCount <= limits.parts else { throw .tooManyParts }
                state = .headers
            case .headers:
                guard let part = try readHeaders() else { return nil }
                state = .body
                return .part(part)
            case .ended: return nil
            case .failed(let error): throw error
            }
        }
    }
}
