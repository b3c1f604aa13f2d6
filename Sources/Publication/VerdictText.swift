public import Checking
public import Definitions
import Foundation
public import Vocabulary

/// Verdicts as a person reads them in a terminal: what came of each file, and each problem once.
public struct VerdictText {
    private let language: Language
    private let collections: [Definitions.Collection]

    /// Findings beyond this many are grouped by rule instead of listed.
    static let mostListed = 20
    /// Verdicts beyond this many are summed up, the approved ones without a line of their own.
    static let mostVerdicts = 20

    /// Texts in `language`; `collections` give tables their titles.
    public init(_ language: Language, collections: [Definitions.Collection]) {
        self.language = language
        self.collections = collections
    }

    /// The whole answer.
    public func text(_ verdicts: [Verdict]) -> String {
        guard verdicts.count > Self.mostVerdicts else {
            return verdicts.map(text).joined(separator: "\n")
        }
        return summary(verdicts)
    }

    /// What was mended or noted in all of `verdicts` together; `nil` when nothing was.
    public func repairs(_ verdicts: [Verdict]) -> String? {
        let lines = mended(gathered(verdicts))
        return lines.isEmpty ? nil : lines.dropFirst().joined(separator: "\n") + "\n"
    }

    /// The repairs of all verdicts, those alike as one, by rule.
    private func gathered(_ verdicts: [Verdict]) -> [FindingGroup] {
        var groups: [String: FindingGroup] = [:]
        for verdict in verdicts { for group in verdict.repairs.groups { Self.add(group, to: &groups) } }
        return groups.values.sorted { $0.rule < $1.rule }
    }

    private func mended(_ repairs: [FindingGroup]) -> [String] {
        guard !repairs.isEmpty else { return [] }
        return ["", say("Rättat eller noterat av oss:", "Mended or noted by us:")]
            + repairs.map { "  " + sentence($0) }
    }

    private func text(_ verdict: Verdict) -> String {
        let groups = verdict.findings.groups
        let errors = count(groups, .error)
        var lines = [heading(verdict), ""]
        lines.append(
            verdict.outcome.sentence(language, errors: errors, warnings: count(groups, .warning)))
        if verdict.findings.count <= Self.mostListed {
            for finding in verdict.findings.sorted(by: { $0.severity > $1.severity }) { lines += listed(finding) }
        } else {
            for group in groups { lines += grouped(group) }
        }
        lines += mended(verdict.repairs.groups)
        return lines.joined(separator: "\n") + "\n"
    }

    /// "insatser.xlsx · Arbetsfrämjande insatser · Stockholm (0180) · mars 2013 · 214 hushåll".
    private func heading(_ verdict: Verdict) -> String {
        let table = collections.lazy.compactMap { $0.table(verdict.table) }.first
        var parts = [verdict.shownFile]
        if let sheet = verdict.shownSheet { parts[0] += " (\(sheet))" }
        if let table { parts.append(table.title[language]) }
        if let municipality = verdict.municipality { parts.append("\(municipality.name) (\(municipality.code))") }
        if let month = verdict.month { parts.append(month.fullName(language)) }
        if verdict.rows > 0 { parts.append("\(verdict.rows) \(table?.unit[language] ?? say("rader", "rows"))") }
        return parts.joined(separator: " · ")
    }

    private func listed(_ finding: Finding) -> [String] {
        let place = finding.cell.map { " \($0)" } ?? ""
        var lines = [
            "", "  \(finding.severity.word(language)) \(finding.rule)\(place)",
            "    \(finding.message) \(finding.remedy)",
        ]
        if !finding.own.isEmpty {
            lines.append("    " + finding.own.map { "\($0.column): \($0.value)" }.joined(separator: ", "))
        }
        return lines
    }

    private func grouped(_ group: FindingGroup) -> [String] {
        guard group.count > 1 else { return listed(group.first) }
        return [
            "", "  \(group.severity.word(language)) \(group.rule)", "    \(sentence(group))",
            "    \(say("Till exempel", "For example")): \(group.first.message) \(group.first.remedy)",
        ]
    }

    private func sentence(_ group: FindingGroup) -> String {
        group.sentence(
            MessageCatalogue.load(language, rules: collections.flatMap(\.tables).flatMap(\.rules)), language)
    }

    private func summary(_ verdicts: [Verdict]) -> String {
        var outcomes: [Outcome: Int] = [:]
        var rows = 0
        var rules: [String: FindingGroup] = [:]
        for verdict in verdicts {
            outcomes[verdict.outcome, default: 0] += 1
            rows += verdict.rows
            for group in verdict.findings.groups { Self.add(group, to: &rules) }
        }
        var lines = [
            say(
                "\(rows) rader i \(verdicts.count) delar (tabell, kommun och månad): "
                    + "\(outcomes[.approved] ?? 0) godkända, \(outcomes[.approvedWithWarnings] ?? 0) godkända med varningar, "
                    + "\(outcomes[.notApproved] ?? 0) inte godkända.",
                "\(rows) rows in \(verdicts.count) parts (table, municipality and month): "
                    + "\(outcomes[.approved] ?? 0) approved, \(outcomes[.approvedWithWarnings] ?? 0) approved with warnings, "
                    + "\(outcomes[.notApproved] ?? 0) not approved.")
        ]
        let sorted = rules.values.sorted {
            $0.severity != $1.severity ? $0.severity > $1.severity : $0.rule < $1.rule
        }
        for group in sorted { lines += grouped(group) }
        lines += mended(gathered(verdicts))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func add(_ group: FindingGroup, to groups: inout [String: FindingGroup]) {
        groups[group.textID]?.add(group) ?? { groups[group.textID] = group }()
    }

    private func count(_ groups: [FindingGroup], _ severity: Severity) -> Int {
        groups.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }

    private func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
}
