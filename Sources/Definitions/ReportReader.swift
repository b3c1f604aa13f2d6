import Vocabulary

/// Reads what a report has, noting everything in the file that cannot be meant.
struct ReportReader {
    let files: DefinitionFiles
    /// The report's folder, which is its id.
    let folder: String
    /// The figures there are; what a diagram draws must be one of them.
    let indicators: IndicatorCollection
    /// Those of other reports that diagrams by school may draw as well.
    private(set) var others: [IndicatorCollection] = []
    var problems: [DefinitionProblem] = []
    /// What cannot be meant in the files of `others`.
    private(set) var problemsOfOthers: [DefinitionProblem] = []

    init(files: DefinitionFiles, folder: String, indicators: IndicatorCollection) {
        self.files = files
        self.folder = folder
        self.indicators = indicators
    }

    /// The report; `nil` when the file cannot be read at all.
    mutating func read() -> ReportDefinition? {
        let path = folder + DefinitionLibrary.reportFile
        guard let text = files.text(path) else {
            problems.append(DefinitionProblem(file: path, line: 1, kind: .missingFile))
            return nil
        }
        guard let root = DefinitionNode.parse(text, file: path, problems: &problems) else { return nil }
        var entries = DefinitionEntries(root, known: ["id", "title", "committee", "alsoFrom", "parts", "memo"])
        readOthers(entries.optional("alsoFrom", .list, \.items) ?? [])
        let nodes = entries.items("parts")
        let parts = nodes.map { part($0) }
        noteDoubles(parts.map(\.id), nodes)
        // Those with problems of their own as well: what names them is not at fault.
        let drawn = nodes.flatMap { DefinitionEntries($0, known: [])["diagrams"]?.items ?? [] }
        let diagrams = drawn.map { DefinitionEntries($0, known: [])["id"]?.text ?? "" }
        noteDoubles(diagrams, drawn)
        let report = ReportDefinition(
            id: entries.text("id"), title: entries.requiredLocalized("title"),
            committee: entries.requiredLocalized("committee"), parts: parts,
            memo: memo(entries["memo"] ?? root, diagrams: diagrams, parts: parts.map(\.id)))
        if report.id != folder {
            problems.append((entries["id"] ?? root).problem(.wrongIdentity(id: report.id, expected: folder)))
        }
        if entries["memo"] == nil { problems.append(root.problem(.missing(key: "memo"))) }
        problems += entries.problems
        return report
    }

    private mutating func part(_ node: DefinitionNode) -> ReportDefinition.Part {
        var entries = DefinitionEntries(node, known: ["id", "heading", "tiles", "diagrams", "lateRegistration"])
        defer { problems += entries.problems }
        let (id, heading) = (entries.text("id"), entries.requiredLocalized("heading"))
        let content: ReportDefinition.Content
        if entries["tiles"] != nil {
            content = .tiles(names("tiles", &entries))
        } else if entries["lateRegistration"] != nil {
            content = .lateRegistration(names("lateRegistration", &entries))
        } else {
            content = .diagrams(entries.items("diagrams").compactMap { diagram($0) })
        }
        return ReportDefinition.Part(id: id, heading: heading, content: content)
    }

    private mutating func readOthers(_ names: [DefinitionNode]) {
        for node in names {
            let id = node.text ?? ""
            guard id != folder, files.paths.contains(id + DefinitionLibrary.indicatorFile) else {
                problems.append(node.problem(.unknownName(key: "alsoFrom", value: id)))
                continue
            }
            var reader = IndicatorReader(files: files, folder: id)
            if let collection = reader.read() { others.append(collection) }
            problemsOfOthers += reader.problems
        }
    }

    /// Ids of indicators there are, with a value a month.
    private mutating func names(_ key: String, _ entries: inout DefinitionEntries) -> [String] {
        (entries[key]?.items ?? []).compactMap { item in
            guard let id = item.text, let indicator = indicators[id] else {
                problems.append(item.problem(.unknownName(key: key, value: item.text ?? "")))
                return nil
            }
            if indicator.isBySchool { problems.append(item.problem(.unsuitedField(rule: key, field: id))) }
            return id
        }
    }

    private mutating func memo(_ node: DefinitionNode, diagrams: [String], parts: [String]) -> MemoDefinition {
        var entries = DefinitionEntries(node, known: ["title", "proposal", "matter", "areas", "basis"])
        defer { problems += entries.problems }
        return MemoDefinition(
            title: entries.requiredLocalized("title"), proposal: entries.requiredLocalized("proposal"),
            matter: entries.requiredLocalized("matter"),
            areas: entries.items("areas").map { area($0, diagrams: diagrams, parts: parts) },
            basis: entries.items("basis").map { text($0) })
    }

    private mutating func area(
        _ node: DefinitionNode, diagrams: [String], parts: [String]
    ) -> MemoDefinition.Area {
        var entries = DefinitionEntries(node, known: ["id", "heading", "introduction", "paragraphs"])
        defer { problems += entries.problems }
        return MemoDefinition.Area(
            id: entries.text("id"), heading: entries.requiredLocalized("heading"),
            introduction: (entries.optional("introduction", .list, \.items) ?? []).map {
                paragraph($0, about: diagrams + parts)
            },
            paragraphs: entries.items("paragraphs").map { known($0.items ?? [], "paragraphs", of: diagrams) })
    }

    private mutating func paragraph(_ node: DefinitionNode, about known: [String]) -> MemoDefinition.Paragraph {
        var entries = DefinitionEntries(node, known: ["text", "from", "to", "about"])
        defer { problems += entries.problems }
        return MemoDefinition.Paragraph(
            text: entries.requiredLocalized("text"), from: entries.optional("from", .month, \.month),
            to: entries.optional("to", .month, \.month),
            about: self.known(entries.optional("about", .list, \.items) ?? [], "about", of: known))
    }

    /// The names among `items` that there are.
    private mutating func known(_ items: [DefinitionNode], _ key: String, of names: [String]) -> [String] {
        items.compactMap { item in
            guard let name = item.text, names.contains(name) else {
                problems.append(item.problem(.unknownName(key: key, value: item.text ?? "")))
                return nil
            }
            return name
        }
    }

    private mutating func text(_ node: DefinitionNode) -> Localized {
        var entries = DefinitionEntries(node, known: ["sv", "en"])
        defer { problems += entries.problems }
        return Localized(sv: entries.text("sv"), en: entries.text("en"))
    }

    private mutating func noteDoubles(_ ids: [String], _ nodes: [DefinitionNode]) {
        for (place, id) in ids.enumerated() where ids[..<place].contains(id) {
            problems.append(nodes[place].problem(.duplicate(key: "id", value: id)))
        }
    }
}
