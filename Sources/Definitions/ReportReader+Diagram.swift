import Vocabulary

extension ReportReader {
    /// How a diagram may be drawn.
    private enum Shape { case years, timeline, grouped, stacked, bars, schools }

    /// What a diagram draws; `nil` when its shape is not known.
    mutating func diagram(_ node: DefinitionNode) -> DiagramDefinition? {
        let all = ["id", "shape", "title", "series", "years", "figure", "rest", "whole", "parts"]
        var entries = DefinitionEntries(node, known: all)
        defer { problems += entries.problems }
        let words: KeyValuePairs<String, Shape> = [
            "years": .years, "timeline": .timeline, "grouped": .grouped, "stacked": .stacked, "bars": .bars,
            "schools": .schools,
        ]
        guard let shape = entries.word("shape", words) else {
            if entries["shape"] == nil { problems.append(node.problem(.missing(key: "shape"))) }
            return nil
        }
        guard let content = content(shape, &entries) else { return nil }
        return DiagramDefinition(id: entries.text("id"), title: entries.localized("title"), content: content)
    }

    private mutating func content(_ shape: Shape, _ entries: inout DefinitionEntries) -> DiagramDefinition.Content? {
        switch shape {
        case .schools: return schools(&entries).map { .schools($0) }
        case .grouped: return .grouped(entries.items("series").compactMap { series($0) })
        default: break
        }
        guard let node = entries["series"] else {
            problems.append(entries.place.problem(.missing(key: "series")))
            return nil
        }
        guard let series = series(node) else { return nil }
        if shape == .stacked || shape == .bars, !(indicators[series.indicator]?.isDistribution ?? true) {
            problems.append(node.problem(.unsuitedField(rule: entries.text("shape"), field: series.indicator)))
        }
        return switch shape {
        case .years: .years(series, entries.wholeNumber("years", 1...10, standard: 3))
        case .timeline: .timeline(series, entries.wholeNumber("years", 1...10, standard: 3))
        case .stacked: .stacked(series)
        default: .bars(series, telling(of: series.indicator, &entries))
        }
    }

    /// The figure of a diagram by school, of this report or of those it takes figures from as well.
    private mutating func schools(_ entries: inout DefinitionEntries) -> Indicator? {
        let id = entries.text("figure")
        guard let node = entries["figure"] else { return nil }
        guard let indicator = ([indicators] + others).lazy.compactMap({ $0[id] }).first else {
            problems.append(node.problem(.unknownName(key: "figure", value: id)))
            return nil
        }
        guard indicator.isBySchool else {
            problems.append(node.problem(.unsuitedField(rule: entries.text("shape"), field: id)))
            return nil
        }
        return indicator
    }

    private mutating func series(_ node: DefinitionNode) -> DiagramDefinition.Series? {
        var entries = DefinitionEntries(node, known: ["indicator", "name", "subject", "short"])
        defer { problems += entries.problems }
        let (id, subject) = (entries.text("indicator"), entries.requiredLocalized("subject"))
        guard let indicator = indicators[id] else {
            problems.append((entries["indicator"] ?? node).problem(.unknownName(key: "indicator", value: id)))
            return nil
        }
        if indicator.isBySchool {
            problems.append((entries["indicator"] ?? node).problem(.unsuitedField(rule: "series", field: id)))
        }
        return DiagramDefinition.Series(
            indicator: id, name: entries.localized("name"), subject: subject, short: entries.localized("short"))
    }

    private mutating func telling(
        of indicator: String, _ entries: inout DefinitionEntries
    ) -> DiagramDefinition.Telling {
        DiagramDefinition.Telling(
            rest: entries.codes("rest"), whole: entries["whole"].map { whole($0, of: indicator) },
            parts: (entries["parts"] == nil ? [] : entries.items("parts")).map { sum($0) })
    }

    private mutating func whole(_ node: DefinitionNode, of indicator: String) -> (group: String, text: Localized) {
        var entries = DefinitionEntries(node, known: ["group", "text"])
        defer { problems += entries.problems }
        let id = entries.text("group")
        let groups = indicators[indicator]?.versions.flatMap(\.groups) ?? []
        if !groups.contains(where: { $0.id == id }) {
            problems.append((entries["group"] ?? node).problem(.unknownName(key: "group", value: id)))
        }
        return (id, entries.requiredLocalized("text"))
    }

    private mutating func sum(_ node: DefinitionNode) -> DiagramDefinition.Sum {
        var entries = DefinitionEntries(node, known: ["codes", "text"])
        defer { problems += entries.problems }
        if entries["codes"] == nil { problems.append(node.problem(.missing(key: "codes"))) }
        return DiagramDefinition.Sum(codes: entries.codes("codes"), text: entries.requiredLocalized("text"))
    }
}
