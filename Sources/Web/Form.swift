import HTTPTypes
public import Hummingbird
import NIOCore

/// What a person filled in: names with their values, in the order they were sent and exactly as sent.
public struct Form: Sendable, Equatable {
    /// A name with one value.
    public struct Field: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The value, nothing trimmed.
        public let value: String

        /// A name with its value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All of them, a name with several values as often as it was sent.
    public private(set) var fields: [Field]

    /// A form of `fields`.
    public init(_ fields: [Field] = []) { self.fields = fields }

    /// The first value of `name`; `nil` where it was not sent, "" where it was left empty.
    public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Every value of `name`, as of tick boxes.
    public func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Puts a value last.
    public mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }
}

extension Form {
    /// How much a form may hold.
    public struct Limits: Sendable {
        /// Bytes of the whole body.
        public var bytes: Int
        /// Names with a value.
        public var fields: Int

        /// 256 KB and 1,000 fields, unless told otherwise.
        public init(bytes: Int = 256 << 10, fields: Int = 1000) {
            self.bytes = bytes
            self.fields = fields
        }
    }

    /// The form in the body of `request`, sent as `application/x-www-form-urlencoded`.
    public static func read(_ request: Request, limits: Limits = Limits()) async throws(WebError) -> Form {
        guard ContentType.essence(of: request) == "application/x-www-form-urlencoded" else {
            throw .unsupportedContentType
        }
        let bytes = try await BoundedBody.collect(request, limit: limits.bytes)
        return try Form(urlEncoded: bytes.readableBytesView, limits: limits)
    }

    /// Takes an url-encoded form or query apart.
    public init(urlEncoded bytes: some Collection<UInt8>, limits: Limits = Limits()) throws(WebError) {
        guard bytes.count <= limits.bytes else { throw .formTooLarge(limit: limits.bytes) }
        fields = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limits.fields else { throw .tooManyParts(limit: limits.fields) }
            let sign = pair.firstIndex(of: UInt8(ascii: "="))
            let value = sign.map { pair[pair.index(after: $0)...] } ?? pair[pair.endIndex...]
            append(try Self.decoded(pair[..<(sign ?? pair.endIndex)]), try Self.decoded(value))
        }
    }

    private static func decoded(_ bytes: some Collection<UInt8>) throws(WebError) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw .malformedForm
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .malformedForm }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Request {
    /// What stands after the question mark of the address.
    public func query() throws(WebError) -> Form { try Form(urlEncoded: (uri.query ?? "").utf8) }
}
