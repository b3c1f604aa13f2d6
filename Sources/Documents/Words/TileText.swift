import Definitions
import Publication
import Reporting
import Vocabulary

/// What a key figure says, line for line, whatever it is written on.
struct TileText: Sendable {
    /// "Utbetalt ekonomiskt bistånd".
    let title: String
    /// "augusti 2023", "augusti 2023 (ifyllt för hand)".
    let month: String
    /// "23 887 841 kr", "Uppgift saknas".
    let value: String
    /// "hushåll"; empty where the value says it.
    let unit: String
    /// "Augusti 2022: 24 615 318 kr".
    let before: String
    /// "Minskning: −727 477 kr (−3,0 %)"; `nil` where there is nothing to compare.
    let change: String?

    init(_ tile: Tile, _ language: Language) {
        let words = ReportWords(language)
        let form = FigureForm(tile.unit, language)
        title = tile.title
        month = tile.month.fullName(language) + words.handMade(tile, tile.month)
        value = tile.value.value.map(form.text) ?? Self.absence(tile.value, language).capitalised
        unit = tile.value.value.map { words.unit(tile.unit, of: $0) } ?? ""
        let last = tile.month.yearBefore.fullName(language).capitalised
        let mark = words.handMade(tile, tile.month.yearBefore)
        let figure = tile.before.value.map { form.text($0) + mark } ?? Self.absence(tile.before, language)
        switch tile.comparison {
        case .change(let difference):
            before = "\(last): \(figure)"
            change =
                difference.difference == 0
                ? words.direction(difference) : "\(words.direction(difference)): \(form.text(difference))"
        case .missing(let reason):
            let isBefore = tile.before.value == nil
            before = "\(last): \(figure)" + (isBefore && !reason.isEmpty ? " (\(reason))" : "")
            change = isBefore || reason.isEmpty ? nil : reason.capitalised
        case .notComparable(let reason):
            before = "\(last): \(figure)"
            let sentence = words.notComparable(with: tile.month.yearBefore.year)
            change = reason.isEmpty ? sentence : "\(sentence): \(reason)"
        }
    }

    private static func absence(_ observation: Observation<Double>, _ language: Language) -> String {
        (Symbol(observation) ?? .missing).meaning(language)
    }
}
