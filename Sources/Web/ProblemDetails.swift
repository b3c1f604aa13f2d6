import Foundation
public import HTTPTypes
public import Hummingbird
import NIOCore

/// What went wrong, for machines (RFC 9457).
public struct ProblemDetails: Sendable {
    /// An address that names the kind of problem; "about:blank" says no more than the status.
    public var type: String
    /// A short summary, the same each time.
    public var title: String
    /// The status of the response.
    public var status: HTTPResponse.Status
    /// What happened this time, and how to mend it.
    public var detail: String?
    /// An address or number of this occurrence.
    public var instance: String?
    /// Members of our own beside those of the standard.
    public var members: [String: any Encodable & Sendable]

    /// A problem.
    public init(
        _ status: HTTPResponse.Status, title: String, type: String = "about:blank", detail: String? = nil,
        instance: String? = nil, members: [String: any Encodable & Sendable] = [:]
    ) {
        self.status = status
        self.title = title
        self.type = type
        self.detail = detail
        self.instance = instance
        self.members = members
    }

    /// The response that says it.
    public func response() throws -> Response {
        try .json(self, as: .problem, status: status)
    }
}

extension ProblemDetails: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object of all members; those of the standard cannot be replaced.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        for (name, value) in members { try object.encode(value, forKey: Key(stringValue: name)) }
        try object.encode(type, forKey: Key(stringValue: "type"))
        try object.encode(title, forKey: Key(stringValue: "title"))
        try object.encode(status.code, forKey: Key(stringValue: "status"))
        try object.encodeIfPresent(detail, forKey: Key(stringValue: "detail"))
        try object.encodeIfPresent(instance, forKey: Key(stringValue: "instance"))
    }
}

extension Response {
    /// A value as JSON: keys in order, times by RFC 3339.
    public static func json(
        _ value: some Encodable, as type: ContentType = .json, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return .bytes(ByteBuffer(bytes: try encoder.encode(value)), as: type, status: status)
    }
}
