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

    /// An area; `nil` when nothing can be said of it and nobody has. Of what the report does not show it says nothing.
    private func area(_ area: MemoDefinition.Area, _ committee: String, _ parts: [ReportPart]) -> Memo.Area? {
        let diagrams = parts.flatMap(\.diagrams)
        let paragraphs = area.paragraphs.map { ids in
            ids.flatMap { id in diagrams.first { $0.id == id }.map(sentences(of:)) ?? [] }.joined(separator: " ")
        }
        let summary = written(
            paragraphs.filter { !$0.isEmpty }.joined(separator: "\n"), .summary(area: area.id))
        guard !summary.text.isEmpty else { return nil }
        let shown = Set(diagrams.map(\.id) + parts.map(\.id))
        var introduction = area.introduction.filter { $0.holds(in: month, showing: shown) }.map {
            fill($0.text[language], committee)
        }
        let told = shown.intersection(area.paragraphs.joined())
        if !introduction.isEmpty, let systems = systemSentence(of: told) { introduction.insert(systems, at: 0) }
        return Memo.Area(
            id: area.id, heading: area.heading[language],
            introduction: written(introduction.joined(separator: "\n\n"), .introduction(area: area.id)),
            summary: summary)
    }

    /// What a diagram says in the memo: its level and the strongest of what else it says; of parts how they divide.
    private func sentences(of diagram: Diagram) -> [String] {
        diagram.shape == .bars ? diagram.facts : Array(diagram.facts.prefix(2))
    }

    /// Which systems the figures of these diagrams come from.
    private func systemSentence(of diagrams: Set<String>) -> String? {
        systemSentence(
            ofIndicators: figures.definition.diagrams.filter { diagrams.contains($0.id) }.flatMap(\.indicators))
    }

    /// "Uppgifterna kommer från Treserva till och med september 2022, Lifecare från oktober 2022."
    func systemSentence(ofIndicators ids: [String]) -> String? {
        systems(of: ids.flatMap { figures.indicators[$0]?.systems ?? [] }, over: figures.months).map {
            said(sv: "Uppgifterna kommer från \($0)", en: "The data come from \($0)")
        }
    }

    private func fill(_ text: String, _ committee: String) -> String {
        text.replacing("{month}", with: month.fullName(language)).replacing("{year}", with: String(month.year))
            .replacing("{report}", with: figures.definition.title[language])
            .replacing("{committee}", with: committee)
    }
}
