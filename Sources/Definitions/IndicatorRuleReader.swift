import Vocabulary

/// Reads the counting rule of an indicator.
struct IndicatorRuleReader {
    /// The indicators a rule may point to.
    let ids: [String]
    /// Whom the version counts; only rules about cases can leave anybody out.
    let population: IndicatorPopulation
    var problems: [DefinitionProblem] = []

    init(ids: [String], population: IndicatorPopulation) {
        self.ids = ids
        self.population = population
    }

    private enum Kind {
        case sumPaid, paidHouseholds, openAtEnd, openDuring, openLongerThan, children, started, ended, closureReasons
        case enrolled, enrolledByField, newlyEnrolled, enrolmentEnds, returnedShare
        case pupils, admitted

        static let words: KeyValuePairs<String, Kind> = [
            "sumPaid": .sumPaid, "paidHouseholds": .paidHouseholds, "openAtEnd": .openAtEnd,
            "openDuring": .openDuring, "openLongerThan": .openLongerThan, "children": .children,
            "started": .started, "ended": .ended, "closureReasons": .closureReasons, "enrolled": .enrolled,
            "enrolledByField": .enrolledByField, "newlyEnrolled": .newlyEnrolled, "enrolmentEnds": .enrolmentEnds,
            "returnedShare": .returnedShare, "pupils": .pupils, "admitted": .admitted,
        ]

        var isAboutCases: Bool {
            switch self {
            case .paidHouseholds, .openAtEnd, .openDuring, .openLongerThan, .started, .ended: true
            default: false
            }
        }

        var keys: [String] {
            let own =
                switch self {
                case .sumPaid, .paidHouseholds: ["month"]
                case .openAtEnd, .openDuring: ["firstTime"]
                case .openLongerThan: ["years", "days", "gap"]
                case .children: ["of"]
                case .started, .ended, .newlyEnrolled: ["gap"]
                case .closureReasons, .enrolled, .enrolledByField, .enrolmentEnds, .pupils: [String]()
                case .returnedShare: ["area"]
                case .admitted: ["education"]
                }
            return ["kind"] + (isAboutCases ? ["kinds", "units"] : []) + own
        }
    }

    mutating func read(_ node: DefinitionNode) -> IndicatorRule? {
        // Read once for the kind alone; the keys that may stand there depend on it.
        let all = [
            "kind", "kinds", "units", "month", "firstTime", "years", "days", "gap", "of", "area", "education",
        ]
        var first = DefinitionEntries(node, known: all)
        guard let kind = first.word("kind", Kind.words) else {
            problems += first.problems
            return nil
        }
        var entries = DefinitionEntries(node, known: kind.keys)
        if population != .everyone, !kind.isAboutCases {
            problems.append(
                node.problem(
                    .unknownWord(
                        key: "population", value: population.rawValue, known: [IndicatorPopulation.everyone.rawValue])))
        }
        defer { problems += entries.problems }
        return rule(kind, &entries)
    }

    private mutating func rule(_ kind: Kind, _ entries: inout DefinitionEntries) -> IndicatorRule? {
        switch kind {
        case .sumPaid: .sumPaid(month: month(&entries))
        case .paidHouseholds: .paidHouseholds(selection(&entries), month: month(&entries))
        case .openAtEnd:
            .openAtEnd(selection(&entries), firstTime: entries.truth("firstTime", standard: false))
        case .openDuring:
            .openDuring(selection(&entries), firstTime: entries.truth("firstTime", standard: false))
        case .openLongerThan:
            .openLongerThan(selection(&entries), length(&entries), gap: gap(&entries))
        case .children: children(&entries)
        case .started: .started(selection(&entries), gap: gap(&entries))
        case .ended: .ended(selection(&entries), gap: gap(&entries))
        case .closureReasons: .closureReasons
        case .enrolled: .enrolled
        case .enrolledByField: .enrolledByField
        case .newlyEnrolled: .newlyEnrolled(gap: entries.wholeNumber("gap", 0...365, standard: 0))
        case .enrolmentEnds: .enrolmentEnds
        case .returnedShare: entries.word("area", ReturnArea.words).map { .returnedShare($0) }
        case .pupils: .pupils
        case .admitted: .admitted(to: entries.wholeNumber("education", 1...63))
        }
    }

    private func selection(_ entries: inout DefinitionEntries) -> CaseSelection {
        CaseSelection(
            kinds: entries.codes("kinds"), units: entries.codes("units"),
            targetGroups: population == .everyone ? [] : [1])
    }

    private func month(_ entries: inout DefinitionEntries) -> PaymentMonth {
        entries["month"] == nil
            ? .purpose : entries.word("month", ["purpose": PaymentMonth.purpose, "paid": .paid]) ?? .purpose
    }

    private func gap(_ entries: inout DefinitionEntries) -> Int {
        entries.wholeNumber("gap", 0...365, standard: IndicatorRule.standardGap)
    }

    private func length(_ entries: inout DefinitionEntries) -> NeedLength {
        entries["days"] == nil
            ? .years(entries.wholeNumber("years", 1...20)) : .days(entries.wholeNumber("days", 1...10_000))
    }

    private mutating func children(_ entries: inout DefinitionEntries) -> IndicatorRule? {
        let of = entries.text("of")
        if !ids.contains(of) {
            problems.append((entries["of"] ?? entries.place).problem(.unknownName(key: "of", value: of)))
        }
        return .children(of: of)
    }
}
