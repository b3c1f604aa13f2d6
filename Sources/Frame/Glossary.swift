import Markup
import Vocabulary

/// The words of the portal and what they mean (*ordlista*).
struct Glossary: Sendable {
    struct Entry: Decodable, Sendable {
        let term: PageText
        let means: PageText
    }

    let entries: [Entry]

    static let embedded = Glossary(entries: PortalAssets.read("glossary.yaml") ?? [])
}

extension Page {
    func glossary(_ glossary: Glossary = .embedded) -> Document {
        let entries = glossary.entries.map {
            (name: say($0.term.localized), value: "\(say($0.means.localized))" as HTML)
        }
        // In Swedish the file has them in order already, å, ä and ö last.
        return document(say("Ordlista", "Word list")) {
            """
            <p>\(say("Orden som vi använder här, och vad de betyder.", "The words that we use here, and what they mean."))</p>
            \(facts(language == .sv ? entries : entries.sorted { $0.name < $1.name }))
            """
        }
    }
}
