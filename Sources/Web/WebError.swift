public import HTTPTypes
public import Hummingbird
import NIOCore

/// Why a request is refused before its meaning is looked at. Carries nothing that the sender wrote.
public enum WebError: Error, Equatable, Sendable {
    /// A form that cannot be taken apart: percent signs without digits, bytes that are not UTF-8, a boundary missing.
    case malformedForm
    /// The body is not of a kind that is read here.
    case unsupportedContentType
    /// A file is larger than `limit` bytes. `sent` is the size of the whole body where the client told it.
    case fileTooLarge(limit: Int, sent: Int?)
    /// A form, or one of its fields, is larger than `limit` bytes.
    case formTooLarge(limit: Int)
    /// More than `limit` fields or files.
    case tooManyParts(limit: Int)
    /// The client went away before its body was whole.
    case interrupted
    /// An unsafe request that another site's page made the browser send.
    case crossSite
    /// Too many requests; the next is answered after `wait` seconds.
    case tooManyRequests(wait: Int)
    /// The disk refuses; `code` is `errno`.
    case disk(code: Int32)
    /// A setting cannot be read; `name` is the setting, never its value.
    case setting(name: String)
}

extension WebError {
    /// Whether those who keep the portal going want to know when it happens often.
    var isSuspicious: Bool {
        switch self {
        case .crossSite, .tooManyRequests: true
        default: false
        }
    }
}

extension WebError: HTTPResponseError {
    /// What the client is told.
    public var status: HTTPResponse.Status {
        switch self {
        case .malformedForm, .interrupted: .badRequest
        case .unsupportedContentType: .unsupportedMediaType
        case .fileTooLarge, .formTooLarge, .tooManyParts: .contentTooLarge
        case .crossSite: .forbidden
        case .tooManyRequests: .tooManyRequests
        case .disk, .setting: .internalServerError
        }
    }

    /// Fields that belong with the status.
    public var headers: HTTPFields {
        switch self {
        case .tooManyRequests(let wait): [.retryAfter: String(wait)]
        default: [:]
        }
    }

    /// The status alone, for a server without `Failures`.
    public func response(from request: Request, context: some RequestContext) -> Response {
        Response(status: status, headers: headers)
    }
}
