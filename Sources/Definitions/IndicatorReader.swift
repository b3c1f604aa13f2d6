import Vocabulary

/// Reads the figures of one report, noting everything in the file that cannot be meant.
struct IndicatorReader {
    let files: DefinitionFiles
    /// The report's folder, which is its id.
    let folder: String
    var problems: [DefinitionProblem] = []

    init(files: DefinitionFiles, folder: String) {
        self.files = files
        self.folder = folder
    }

    /// The figures; `nil` when the file cannot be read at all.
    mutating func read() -> IndicatorCollection? {
        let path = folder + DefinitionLibrary.indicatorFile
        guard let text = files.text(path) else {
            problems.append(DefinitionProblem(file: path, line: 1, kind: .missingFile))
            return nil
        }
        guard let root = DefinitionNode.parse(text, file: path, problems: &problems) else { return nil }
        var entries = DefinitionEntries(root, known: ["id", "title", "systems", "indicators"])
        let systems = entries.items("systems").map { system($0) }
        let nodes = entries.items("indicators")
        let ids = nodes.compactMap { DefinitionEntries($0, known: [])["id"]?.text }
        let indicators = nodes.map { indicator($0, systems: systems.map(\.id), ids: ids) }
        for (index, indicator) in indicators.enumerated()
        where indicators[..<index].contains(where: { $0.id == indicator.id }) {
            problems.append(nodes[index].problem(.duplicate(key: "id", value: indicator.id)))
        }
        let collection = IndicatorCollection(
            id: entries.text("id"), title: entries.requiredLocalized("title"), systems: systems,
            indicators: indicators)
        if collection.id != folder {
            problems.append((entries["id"] ?? root).problem(.wrongIdentity(id: collection.id, expected: folder)))
        }
        problems += entries.problems
        return collection
    }

    private mutating func system(_ node: DefinitionNode) -> SourceSystem {
        var entries = DefinitionEntries(node, known: ["id", "name", "from", "to"])
        defer { problems += entries.problems }
        let (from, to) = period(&entries)
        return SourceSystem(id: entries.text("id"), name: entries.text("name"), from: from, to: to)
    }

    private mutating func indicator(_ node: DefinitionNode, systems: [String], ids: [String]) -> Indicator {
        var entries = DefinitionEntries(
            node, known: ["id", "area", "unit", "earlierNames", "systems", "versions", "breaks"])
        let named = entries.texts("systems")
        for name in named where !systems.contains(name) {
            problems.append((entries["systems"] ?? node).problem(.unknownName(key: "systems", value: name)))
        }
        let nodes = entries.items("versions")
        let versions = nodes.compactMap { version($0, ids: ids) }
        if nodes.isEmpty { problems.append(node.problem(.missing(key: "versions"))) }
        for (one, next) in zip(versions, versions.dropFirst()) where one.from >= next.from {
            problems.append((entries["versions"] ?? node).problem(.datesOutOfOrder(month: next.from.iso)))
        }
        let breaks = (entries["breaks"] == nil ? [] : entries.items("breaks")).compactMap { self.break($0) }
        defer { problems += entries.problems }
        return Indicator(
            id: entries.text("id"), area: entries.word("area", IndicatorArea.words) ?? .assistance,
            unit: entries.word("unit", IndicatorUnit.words) ?? .households,
            earlierNames: entries.texts("earlierNames"), systems: named, versions: versions, breaks: breaks)
    }

    private mutating func version(_ node: DefinitionNode, ids: [String]) -> IndicatorVersion? {
        var entries = DefinitionEntries(
            node, known: ["from", "title", "tile", "definition", "population", "rule", "groups"])
        let from = entries.required("from", .month, \.month)
        let population =
            entries["population"] == nil ? .everyone : entries.word("population", IndicatorPopulation.words)
        var rule: IndicatorRule?
        if let ruleNode = entries["rule"] {
            var reader = IndicatorRuleReader(ids: ids, population: population ?? .everyone)
            rule = reader.read(ruleNode)
            problems += reader.problems
        } else {
            problems.append(node.problem(.missing(key: "rule")))
        }
        let (title, definition) = (entries.requiredLocalized("title"), entries.requiredLocalized("definition"))
        let tile = entries["tile"] == nil ? nil : entries.requiredLocalized("tile")
        let groups = (entries["groups"] == nil ? [] : entries.items("groups")).map { group($0) }
        problems += entries.problems
        guard let from, let rule else { return nil }
        return IndicatorVersion(
            from: from, title: title, tile: tile, definition: definition, population: population ?? .everyone,
            rule: rule, groups: groups)
    }

    private mutating func group(_ node: DefinitionNode) -> IndicatorGroup {
        var entries = DefinitionEntries(node, known: ["id", "title", "codes"])
        let title = entries.requiredLocalized("title")
        defer { problems += entries.problems }
        return IndicatorGroup(id: entries.text("id"), title: title, codes: entries.codes("codes"))
    }

    private mutating func `break`(_ node: DefinitionNode) -> IndicatorBreak? {
        var entries = DefinitionEntries(node, known: ["from", "to", "effect", "text"])
        let (from, to) = period(&entries)
        if from == nil { _ = entries.required("from", .month, \.month) }
        let effect = entries.word("effect", IndicatorBreak.Effect.words)
        let text = entries.requiredLocalized("text")
        problems += entries.problems
        guard let from, let effect else { return nil }
        return IndicatorBreak(from: from, to: to, effect: effect, text: text)
    }

    private mutating func period(_ entries: inout DefinitionEntries) -> (from: Month?, to: Month?) {
        let from = entries.optional("from", .month, \.month)
        let to = entries.optional("to", .month, \.month)
        if let from, let to, to < from {
            problems.append((entries["to"] ?? entries.place).problem(.datesOutOfOrder(month: to.iso)))
        }
        return (from, to)
    }
}

extension DefinitionEntries {
    /// Codes 1–63; empty when the key is missing.
    mutating func codes(_ key: String) -> [Int] {
        guard let node = self[key] else { return [] }
        var codes: [Int] = []
        for item in node.items ?? [] {
            guard let code = item.text.flatMap({ Int($0) }) else {
                problems.append(item.problem(.wrongShape(key: key, expected: .wholeNumber)))
                continue
            }
            if !(1...63).contains(code) {
                problems.append(item.problem(.outOfBounds(key: key, value: code, minimum: 1, maximum: 63)))
            }
            codes.append(code)
        }
        return codes
    }
}

extension IndicatorArea {
    static let words: KeyValuePairs<String, Self> = [
        "assistance": .assistance, "labourMarket": .labourMarket, "adultEducation": .adultEducation,
    ]
}

extension ReturnArea {
    static let words: KeyValuePairs<String, Self> = ["assistance": .assistance, "labourMarket": .labourMarket]
}

extension IndicatorUnit {
    static let words: KeyValuePairs<String, Self> = [
        "kr": .kronor, "hushåll": .households, "personer": .persons, "barn": .children, "avslut": .ends,
        "procent": .percent,
    ]
}

extension IndicatorPopulation {
    static let words: KeyValuePairs<String, Self> = [
        "everyone": .everyone, "withoutNewlyArrived": .withoutNewlyArrived,
    ]
}

extension IndicatorBreak.Effect {
    static let words: KeyValuePairs<String, Self> = ["missing": .missing, "joined": .joined, "changed": .changed]
}
