public import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Web

/// Serves `router` on a port of this machine for as long as `body` takes, which is given its address:
/// "http://127.0.0.1:40123".
public func withRunningSite<Context: RequestContext & InitializableFromSource<ApplicationRequestContextSource>>(
    _ router: Router<Context>, _ body: @escaping @Sendable (String) async throws -> Void
) async throws {
    let (addresses, found) = AsyncStream<String>.makeStream()
    var logger = Logger(label: "site")
    logger.logLevel = .critical
    let application = Application(
        router: router, server: .site(idle: .seconds(900)),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { found.yield("http://127.0.0.1:\($0.localAddress?.port ?? 0)") }, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        group.addTask {
            for await address in addresses { return try await body(address) }
        }
        // The one that ends first is the body, unless the site could not start.
        try await group.next()
        group.cancelAll()
    }
}
