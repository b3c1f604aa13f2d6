import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// What its makers should know of a report, what stops it first.
    func checks(_ report: Report) -> [ReportCheck] {
        extractCheck + gapChecks + heldOutChecks + [valueCheck].compactMap(\.self) + tileChecks(report)
            + paymentChecks(report)
            + changeChecks(report) + schoolChecks(report) + pupilCheck(report) + textChecks(report)
    }

    /// "17 av 18 mått har värde." Figures that have ended are not asked for.
    private var valueCheck: ReportCheck? {
        let lines = figures.definition.indicators.compactMap { figures.line($0) }.filter { line in
            !line.indicator.breaks.contains { $0.effect == .missing && $0.to == nil && $0.concerns(month) }
        }
        guard !lines.isEmpty else { return nil }
        let missing = lines.filter { line in if case .missing = line[month] { true } else { false } }
        let form = NumberForm(language)
        let (found, all) = (form.text(lines.count - missing.count), form.text(lines.count))
        let counted = said(sv: "\(found) av \(all) mått har värde.", en: "\(found) of \(all) figures have a value.")
        guard !missing.isEmpty else { return ReportCheck(.fine, counted) }
        let names = missing.map { $0.version.title[language] }.joined(separator: ", ")
        return ReportCheck(.look, "\(counted) \(said(sv: "Saknas", en: "Missing")): \(names).")
    }

    private func tileChecks(_ report: Report) -> [ReportCheck] {
        report.tiles.compactMap { tile in
            switch tile.comparison {
            case .change: return nil
            case .missing(let reason):
                let reason = reason.isEmpty ? "" : " (\(reason))"
                let what =
                    tile.value.value == nil
                    ? said(sv: "uppgift saknas", en: "no figure")
                    : said(sv: "föregående år saknas", en: "no figure of last year")
                return ReportCheck(.look, "\(tile.title): \(what)\(reason).", about: tile.id)
            case .notComparable:
                let year = month.year - 1
                return ReportCheck(
                    .look,
                    "\(tile.title): "
                        + said(sv: "inte jämförbart med \(year).", en: "not comparable with \(year)."), about: tile.id)
            }
        }
    }

    private func changeChecks(_ report: Report) -> [ReportCheck] {
        let changes = report.changes
        guard !changes.isEmpty else { return [] }
        let before = month.previous.fullName(language)
        // The report lists them; here those are named that count something else, or all while they are few.
        let told = changes.count > 3 ? changes.filter(\.countsOtherwise) : changes
        let some = changes.count > 3 ? said(sv: ". Annat räknas i", en: ". Something else is counted in") : ":"
        let names = told.isEmpty ? "" : some + " " + told.map(\.titles.now).joined(separator: ", ")
        let count = NumberForm(language).text(changes.count)
        return [
            ReportCheck(
                .look,
                said(
                    sv: changes.count == 1
                        ? "1 definition är ändrad sedan \(before)\(names)."
                        : "\(count) definitioner är ändrade sedan \(before)\(names).",
                    en: changes.count == 1
                        ? "1 definition has changed since \(before)\(names)."
                        : "\(count) definitions have changed since \(before)\(names)."))
        ]
    }

    /// A total that is called unique and is no less than the sum.
    private func schoolChecks(_ report: Report) -> [ReportCheck] {
        figures.definition.diagrams.compactMap { definition in
            guard let table = definition.bySchool.flatMap({ table(of: $0) }), table.isUniqueTheSum,
                report.diagrams.contains(where: { $0.id == definition.id })
            else { return nil }
            return ReportCheck(.look, table.note[language], about: definition.id)
        }
    }

    /// Pupils of an earlier month than the report's.
    private func pupilCheck(_ report: Report) -> [ReportCheck] {
        let ids = figures.definition.diagrams.filter {
            $0.bySchool?.version(inReportFor: month)?.rule == .pupils
        }.map(\.id)
        guard let shown = report.diagrams.first(where: { ids.contains($0.id) }),
            case .pupils(let day)? = pupils?.kind, day.month != month
        else { return [] }
        return [
            ReportCheck(
                .look,
                said(
                    sv: "\(shown.title): de senaste uppgifterna är från \(day.text(.sv)).",
                    en: "\(shown.title): the latest figures are of \(day.text(.en))."), about: shown.id)
        ]
    }

    /// Texts that were written for an earlier month, where they are shown.
    private func textChecks(_ report: Report) -> [ReportCheck] {
        let diagrams = report.diagrams.flatMap { diagram in
            [(diagram.headline, diagram.title), (diagram.comment ?? Written(proposal: ""), diagram.title)]
                .map { ($0.0, $0.1, diagram.id) }
        }
        let areas = report.memo.areas.flatMap { area in
            [(area.introduction, area.heading, area.id), (area.summary, area.heading, area.id)]
        }
        let memo = [
            (report.memo.proposal, said(sv: "Förslag till beslut", en: "Proposed decision"), TextPlace.proposal.name),
            (report.memo.matter, said(sv: "Ärende", en: "Matter"), TextPlace.matter.name),
        ]
        return (diagrams + areas + memo).compactMap { written, name, id in
            guard let own = written.own, own.isKept(in: month), let from = Month(iso: own.month) else { return nil }
            return ReportCheck(
                .look,
                said(
                    sv: "\(name): texten skrevs för \(from.fullName(.sv)). Läs om den stämmer.",
                    en: "\(name): the text was written for \(from.fullName(.en)). Read whether it still holds."),
                about: id)
        }
    }
}
