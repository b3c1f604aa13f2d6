import Vocabulary
import Yams

/// A text of a data file, in both languages.
struct PageText: Decodable, Sendable {
    let sv: String
    let en: String

    var localized: Localized { Localized(sv: sv, en: en) }
}

extension PortalAssets {
    /// What a data file of ours says; `nil` when it cannot be read, which a test would have told.
    static func read<Content: Decodable>(_ name: String) -> Content? {
        text(name).flatMap { try? YAMLDecoder().decode(Content.self, from: $0) }
    }
}
