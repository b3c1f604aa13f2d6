import Definitions
import Indicators
public import Vocabulary

extension Report {
    /// The report of what was counted, with what its makers chose and wrote in `work`; a draft nobody has touched without.
    /// Its state is that of `work`, unless it is made for another.
    public init(
        _ figures: ReportFigures, of work: ReportWork?, choices: ReportChoices? = nil, state: ReportState? = nil,
        warning: String? = nil, language: Language = .sv
    ) {
        self.init(
            figures, choices: choices ?? work?.choices ?? ReportChoices(), state: state ?? work?.state ?? .draft,
            maker: work?.sent?.step.by, approval: work?.approved, warning: warning, language: language)
    }

    /// The report of what was counted, with what its makers chose and wrote.
    public init(
        _ figures: ReportFigures, choices: ReportChoices = ReportChoices(), state: ReportState = .draft,
        maker: String? = nil, approval: ReportStep? = nil, warning: String? = nil, language: Language = .sv
    ) {
        let made = ReportMaker(figures: figures, choices: choices, language: language)
        let committee = choices.texts[.committee]?.text ?? figures.definition.committee[language]
        let parts = made.parts
        self.init(
            identity: figures.identity, language: language,
            title: "\(figures.definition.title[language]) \(figures.identity.month.fullName(language))",
            committee: committee, warning: warning, state: state, maker: maker, approval: approval,
            extracted: figures.extracted, parts: parts, checks: [], changes: made.changes(in: parts),
            sources: made.sources, memo: made.memo(committee, parts))
        checks = made.checks(self)
    }
}

extension ReportMaker {
    /// The parts in the order chosen, those not named after them in the definition's; what is left out, or has nothing to
    /// show, is not there. Diagrams are numbered as they stand.
    var parts: [ReportPart] {
        let all = figures.definition.parts
        let chosen = choices.order.compactMap { id in all.first { $0.id == id } }
        let ordered = chosen + all.filter { part in !chosen.contains { $0.id == part.id } }
        var number = 0
        return ordered.filter { !choices.left.contains($0.id) }.compactMap { part in
            let content: ReportPart.Content
            switch part.content {
            case .tiles(let ids):
                let tiles = tiles(ids.filter { !choices.left.contains("tile." + $0) })
                guard !tiles.isEmpty else { return nil }
                content = .tiles(tiles)
            case .diagrams(let definitions):
                var diagrams: [Diagram] = []
                for each in definitions where !choices.left.contains("diagram." + each.id) {
                    guard let diagram = diagram(each, number: number + 1) else { continue }
                    number += 1
                    diagrams.append(diagram)
                }
                guard !diagrams.isEmpty else { return nil }
                content = .diagrams(diagrams)
            case .lateRegistration(let ids):
                guard let late = lateRegistration(ids) else { return nil }
                content = .lateRegistration(late)
            }
            return ReportPart(id: part.id, heading: part.heading[language], content: content)
        }
    }

    /// Figures shown whose version is another than in the report of the month before.
    func changes(in parts: [ReportPart]) -> [DefinitionChange] {
        let shown = shown(in: parts)
        let all =
            figures.definition.indicators.compactMap { figures.indicators[$0] }
            + figures.definition.diagrams.compactMap(\.bySchool)
        return all.filter { shown.contains($0.id) }.compactMap { indicator in
            guard indicator.hasChanged(from: month.previous, to: month),
                let before = indicator.version(inReportFor: month.previous),
                let now = indicator.version(inReportFor: month)
            else { return nil }
            return DefinitionChange(
                indicator: indicator.id, titles: (before.title[language], now.title[language]),
                definitions: (before.definition[language], now.definition[language]),
                countsOtherwise: before.rule != now.rule || before.population != now.population)
        }
    }

    /// The indicators that are shown in `parts`.
    private func shown(in parts: [ReportPart]) -> Set<String> {
        Set(
            parts.flatMap { part in
                switch part.content {
                case .tiles(let tiles): tiles.map(\.id)
                case .lateRegistration(let late): late.figures.map(\.id)
                case .diagrams(let diagrams):
                    figures.definition.diagrams.filter { definition in diagrams.contains { $0.id == definition.id } }
                        .flatMap { $0.indicators + [$0.bySchool?.id].compactMap(\.self) }
                }
            })
    }

    /// Where the figures come from.
    var sources: [String] {
        [
            systemSentence(ofIndicators: figures.definition.indicators),
            mixedExtractions(of: figures.definition.indicators, over: figures.months, inFull: true),
        ].compactMap(\.self)
    }
}
