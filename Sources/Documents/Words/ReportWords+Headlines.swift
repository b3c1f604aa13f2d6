import Reporting
import Vocabulary

extension ReportWords {
    /// What key figures say together: "Sedan augusti 2022 är 3 nyckeltal lägre och 1 högre"; `nil` where none can be
    /// compared.
    func headline(of tiles: [Tile], in month: Month) -> String? {
        let differences = tiles.compactMap { tile in
            if case .change(let change) = tile.comparison { change.difference } else { nil }
        }
        let same = differences.count { $0 == 0 }
        let counts = [
            (differences.count { $0 < 0 }, Localized(sv: "lägre", en: "lower")),
            (differences.count { $0 > 0 }, Localized(sv: "högre", en: "higher")),
            (same, Localized(sv: same == 1 ? "oförändrat" : "oförändrade", en: "unchanged")),
        ].filter { $0.0 > 0 }
        guard let first = counts.first else { return nil }
        let noun = Localized(sv: "nyckeltal", en: first.0 == 1 ? "key figure" : "key figures")[language]
        let list = language.list(
            ["\(first.0) \(noun) \(first.1[language])"] + counts.dropFirst().map { "\($0.0) \($0.1[language])" })
        let last = month.yearBefore.fullName(language)
        return language == .sv ? "Sedan \(last) är \(list)" : "Since \(last): \(list)"
    }

    /// "Utbetalt ekonomiskt bistånd i augusti 2023 väntas bli 24,1 miljoner kronor"; `nil` where nothing is expected.
    func headline(of figure: LateRegistration.Figure) -> String? {
        guard let row = figure.months.last, let expected = row.expected else { return nil }
        let value = FigureForm(figure.unit, language).inWords(expected.value)
        let month = row.month.fullName(language)
        return language == .sv
            ? "\(figure.title) i \(month) väntas bli \(value)"
            : "\(figure.title) in \(month) expected to become \(value)"
    }
}
