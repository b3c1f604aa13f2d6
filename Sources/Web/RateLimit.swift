public import Foundation
public import Hummingbird

/// Lets through so many requests for each key: a client's address, an account, an API key.
public struct RateLimit<Context: RequestContext>: RouterMiddleware {
    private let allowance: Allowance
    private let store: any UsageStore
    private let now: @Sendable () -> Date
    private let key: @Sendable (Request, Context) -> String?

    /// Counts in `store` by what `key` returns, `nil` for requests that are not counted. Keys of limits that share a
    /// store must differ: begin them with the limit's name.
    public init(
        _ allowance: Allowance, in store: any UsageStore, now: @escaping @Sendable () -> Date = { Date() },
        key: @escaping @Sendable (Request, Context) -> String?
    ) {
        self.allowance = allowance
        self.store = store
        self.now = now
        self.key = key
    }

    /// Passes the request on, or throws `WebError.tooManyRequests`.
    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let key = key(request, context) { try await store.use(key, of: allowance, at: now()) }
        return try await next(request, context)
    }
}

extension UsageStore {
    /// Uses one of `allowance` for `key`, or throws `WebError.tooManyRequests`: for a limit by something that only the
    /// handler knows, as the account in a form.
    public func use(_ key: String, of allowance: Allowance, at time: Date) async throws {
        if let wait = try await take(key, of: allowance, at: time) {
            throw WebError.tooManyRequests(wait: max(Int(wait.rounded(.up)), 1))
        }
    }
}
