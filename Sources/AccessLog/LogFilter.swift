public import Foundation
import Storage
public import Vocabulary

/// Which lines of the access log are sought (*urval*).
public struct LogFilter: Sendable, Equatable {
    /// Whose data they concern; all organisations when `nil`.
    public var organisation: Organisation?
    /// What was done; anything when `nil`.
    public var acts: Set<Act>?
    /// What the name of whoever did it has in it, "anna.ek"; anybody when empty.
    public var who: String
    /// From this time on.
    public var since: Date?
    /// Before this time.
    public var before: Date?

    /// All lines, unless told otherwise.
    public init(
        about organisation: Organisation? = nil, acts: Set<Act>? = nil, who: String = "", since: Date? = nil,
        before: Date? = nil
    ) {
        self.organisation = organisation
        self.acts = acts
        self.who = who
        self.since = since
        self.before = before
    }

    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let organisation { parts.append("organisation = \(organisation.code)") }
        if let acts {
            let acts = acts.isEmpty ? ["NULL"] : acts.map { "\($0.rawValue)" as SQL }
            parts.append("act IN (\(SQL.joined(acts, by: ", ")))")
        }
        if !who.isEmpty {
            // Engines differ in which letters LOWER knows: ASCII alone, or all.
            let patterns = [who.lowercased(), Self.lowercasedASCII(who)].map { "%\(Self.escaped($0))%" }
            parts.append(
                """
                (LOWER(actor) LIKE \(patterns[0]) ESCAPE '!' OR LOWER(actor) LIKE \(patterns[1]) ESCAPE '!')
                """)
        }
        if let since { parts.append("logged_at >= \(since)") }
        if let before { parts.append("logged_at < \(before)") }
        return SQL.joined(parts, by: " AND ")
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "%_!".contains($0) ? ["!", $0] : [$0] })
    }

    private static func lowercasedASCII(_ text: String) -> String {
        String(text.map { $0.isASCII ? Character($0.lowercased()) : $0 })
    }
}
