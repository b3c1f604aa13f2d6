public import HTTPTypes
public import Hummingbird
public import Markup
import Web

/// A whole page on its way to the browser.
public struct Document: ResponseGenerator, Sendable {
    /// The page.
    public var html: HTML
    /// How it went.
    public var status: HTTPResponse.Status
    /// Fields that belong with it.
    public var headers: HTTPFields

    /// A page of its parts.
    public init(_ html: HTML, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.html = html
        self.status = status
        self.headers = headers
    }

    /// The answer.
    public func response(from request: Request, context: some RequestContext) -> Response { response }

    /// The answer.
    public var response: Response {
        var response = Response.page(html, status: status)
        for field in headers { response.headers[field.name] = field.value }
        return response
    }
}
