import Accounts
import Foundation
import Frame
import Vocabulary

extension APIKey {
    /// How it stands with the key.
    func tag(at time: Date) -> Tag {
        if revokedAt != nil { return Tag(Localized(sv: "Spärrad", en: "Revoked"), .none, .plain) }
        if time >= expiresAt { return Tag(Localized(sv: "Har gått ut", en: "Expired"), .none, .plain) }
        if time + 30 * 86_400 > expiresAt {
            return Tag(Localized(sv: "Går snart ut", en: "Expires soon"), .clock, .warning)
        }
        return Tag(Localized(sv: "Gäller", en: "Good"), .tick, .ok)
    }
}
