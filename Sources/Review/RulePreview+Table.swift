import Checking
public import Definitions
public import Publication
public import Vocabulary

extension RulePreview {
    /// The municipalities that would be judged otherwise, as a table to show and to save.
    public func table(_ collection: Definitions.Collection, _ language: Language) -> StatisticalTable {
        func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
        let rules = rules
        let rows = municipalities.map { line in
            StatisticalTable.Row(
                [
                    .text(line.municipality.code), .text(line.municipality.name), .count(line.deliveries.count),
                    .count(line.changed), .count(line.rows), .count(line.rowsAffected),
                    .text(Self.outcomes(line.deliveries, language)),
                ]
                    + rules.flatMap { rule -> [StatisticalTable.Cell] in
                        let own = line.rules.first { $0.rule == rule.rule && $0.severity == rule.severity }
                        return [.count(own?.appeared ?? 0), .count(own?.vanished ?? 0)]
                    })
        }
        var notes = [
            say(
                "\(municipalities.count) kommuner och \(rowsAffected) av \(rows) rader bedöms annorlunda. "
                    + "\(refused.count) godkända leveranser skulle inte bli godkända.",
                "\(municipalities.count) municipalities and \(rowsAffected) of \(rows) rows are judged otherwise. "
                    + "\(refused.count) approved deliveries would not be approved.")
        ]
        if deliveries.contains(where: \.isPartial) {
            notes.append(
                say(
                    "Några filer har så många fel att alla inte har jämförts. Siffrorna är då minst så stora.",
                    "Some files have so many errors that not all were compared. Their figures are the least there are.")
            )
        }
        return StatisticalTable(
            id: "rule-preview",
            title: say("Förhandsgranskning", "Preview") + ". "
                + say("Definition", "Definition") + " \(versions.old) → \(versions.new), \(months.name(language))",
            columns: [
                .text("code", say("Kod", "Code")), .text("municipality", say("Kommun", "Municipality")),
                .count("deliveries", say("Leveranser", "Deliveries")),
                .count("changed", say("Bedöms annorlunda", "Judged otherwise")),
                .count("rows", say("Rader", "Rows")), .count("affected", say("Rader som berörs", "Rows affected")),
                .text("outcome", say("Besked", "Verdict")),
            ]
                + rules.flatMap { rule -> [StatisticalTable.Column] in
                    let name = "\(rule.rule) \(rule.severity.title[language].lowercased())"
                    let id = "\(rule.rule)-\(rule.severity.rawValue)"
                    return [
                        .count("\(id)-appeared", name + say(": nya", ": new")),
                        .count("\(id)-vanished", name + say(": borta", ": gone")),
                    ]
                },
            rows: rows, notes: notes, source: "\(collection.authority), \(collection.title[language])")
    }

    /// "godkänd → inte godkänd (2)", for verdicts that change; empty when none does.
    private static func outcomes(_ deliveries: [DeliveryChange], _ language: Language) -> String {
        var counts: [(text: String, count: Int)] = []
        for delivery in deliveries where delivery.before != delivery.after {
            let text = "\(delivery.before.word[language]) → \(delivery.after.word[language])"
            if let known = counts.firstIndex(where: { $0.text == text }) {
                counts[known].count += 1
            } else {
                counts.append((text, 1))
            }
        }
        return counts.map { $0.count == 1 ? $0.text : "\($0.text) (\($0.count))" }.joined(separator: ", ")
    }
}

extension Outcome {
    fileprivate var word: Localized {
        switch self {
        case .approved: Localized(sv: "godkänd", en: "approved")
        case .approvedWithWarnings: Localized(sv: "godkänd med varningar", en: "approved with warnings")
        case .notApproved: Localized(sv: "inte godkänd", en: "not approved")
        }
    }
}
