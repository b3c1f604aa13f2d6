import Definitions
import Vocabulary

extension ReportMaker {
    /// The cover memo, proposed from the data and from what the diagrams shown say.
    func memo(_ committee: String, _ parts: [ReportPart]) -> Memo {
        let memo = figures.definition.memo
        let filled = { (text: Localized) in fill(text[language], committee) }
        return Memo(
            title: filled(memo.title), proposal: written(filled(memo.proposal), .proposal),
            matter: written(filled(memo.matter), .matter),
            areas: memo.areas.compactMap { area($0, committee, parts) }, basis: memo.basis.map(filled))
    }

    /// An area; `nil` when nothing can be said of it and nobody has.
    private func area(_ area: MemoDefinition.Area, _ committee: String, _ parts: [ReportPart]) -> Memo.Area? {
        let diagrams = parts.flatMap { part in
            if case .diagrams(let diagrams) = part.content { diagrams } else { [Diagram]() }
        }
        let points = area.diagrams.compactMap { id -> String? in
            guard let diagram = diagrams.first(where: { $0.id == id }) else { return nil }
            return point(of: diagram)
        }
        let summary = written(points.joined(separator: "\n"), .summary(area: area.id))
        guard !summary.text.isEmpty else { return nil }
        var introduction = area.introduction.filter { $0.holds(in: month) }.map { fill($0.text[language], committee) }
        if !introduction.isEmpty, let systems = systemSentence { introduction.insert(systems, at: 0) }
        return Memo.Area(
            id: area.id, heading: area.heading[language],
            introduction: written(introduction.joined(separator: "\n\n"), .introduction(area: area.id)),
            summary: summary)
    }

    /// What a diagram says in the memo: as many of its facts as one reads in a list.
    private func point(of diagram: Diagram) -> String? {
        diagram.facts.isEmpty ? nil : diagram.facts.prefix(3).joined(separator: " ")
    }

    /// Which systems the figures come from.
    private var systemSentence: String? {
        let ids = figures.definition.indicators.flatMap { figures.indicators[$0]?.systems ?? [] }
        return systems(of: ids, over: figures.months).map {
            said(sv: "Uppgifterna kommer från \($0)", en: "The data come from \($0)")
        }
    }

    private func fill(_ text: String, _ committee: String) -> String {
        text.replacing("{month}", with: month.fullName(language)).replacing("{year}", with: String(month.year))
            .replacing("{report}", with: figures.definition.title[language])
            .replacing("{committee}", with: committee)
    }
}
