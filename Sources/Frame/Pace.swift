import Accounts
import HTTPTypes
import Hummingbird
import Web

/// How fast one person may send things, and ask for what takes time to make: faster than anybody works, too slow to fill
/// the disk or to keep others waiting.
///
/// Who is not signed in is slowed down where one signs in, and a program with a key where it comes in.
enum Pace {
    /// Anything that changes something.
    static let sending = Allowance(120, in: 120)
    /// Forms with files.
    static let files = Allowance(60, in: 1_800)
    /// Copies of files with what was found marked, each judged and written anew.
    static let markedCopies = Allowance(60, in: 1_800)

    static func limits(_ site: Site) -> [RateLimit<PortalContext>] {
        let usage = UsageMemory()
        return [
            ("sends", sending, isSending), ("files", files, hasFiles), ("copies", markedCopies, isMarkedCopy),
        ].map { name, allowance, isCounted in
            RateLimit(allowance, in: usage, now: site.now) { request, context in
                context.session.flatMap { isCounted(request) ? "\(name) \($0.person.id)" : nil }
            }
        }
    }

    @Sendable
    private static func isSending(_ request: Request) -> Bool {
        request.method != .get && request.method != .head && request.method != .options
    }

    @Sendable
    private static func isMarkedCopy(_ request: Request) -> Bool {
        request.uri.path.split(separator: "/").contains { $0 == Path.markedCopy }
    }

    @Sendable
    private static func hasFiles(_ request: Request) -> Bool {
        isSending(request) && ContentType.essence(of: request) == "multipart/form-data"
    }
}
