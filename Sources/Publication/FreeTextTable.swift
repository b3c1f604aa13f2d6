import Checking
import Definitions
import Statistics
import Vocabulary

extension TableContext {
    /// The free texts with how often and where, and the code they belong to when the definition knows.
    func freeText(_ marks: MarkTally) -> StatisticalTable {
        let known = marks.table.knownTexts
        let words = KnownWords(known.map(\.text))
        let rows = marks.texts.entries.map { entry in
            let found = words.first(in: entry.text).map { known[$0] }
            return StatisticalTable.Row([
                .text(entry.text), .count(entry.count), .count(entry.municipalities),
                .text(found.map { suggestion($0, marks) } ?? ""),
            ])
        }
        return table(
            .freeText,
            say(
                "Fritext. Vad kommunerna skrev om övrig insats, \(period)",
                "Free text. Other measures as described, \(period)"),
            [
                .text("text", say("Text", "Text")), .count("count", say("Hushåll", "Households")),
                .count("municipalities", say("Kommuner", "Municipalities")),
                .text("suggestion", say("Hör hemma i", "Belongs to")),
            ],
            rows,
            notes: [
                say(
                    "Förslagen kommer från insamlingens regel för fritext och bygger på orden i texten.",
                    "The suggestions come from the collection's rule for free text and go by the words of the text.")
            ])
    }

    private func suggestion(_ known: KnownText, _ marks: MarkTally) -> String {
        known.code.map { label($0, marks) } ?? say("utanför modellen", "outside the model")
    }
}
