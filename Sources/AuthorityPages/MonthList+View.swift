import Accounts
import Collecting
import Definitions
import Foundation
import Frame
import Markup
import Register
import Vocabulary

// The list of municipalities with its tick boxes: a form that only asks, so that what is chosen stands in the address of
// the page that follows, and nothing is lost on the way back.

extension Page {
    func list(_ month: MonthPage, _ rows: [OverviewRow]) -> HTML {
        let table = table(
            say(
                "\(say(month.choice.filter.title)), \(month.month.fullName(.sv)): ",
                "\(say(month.choice.filter.title)), \(month.month.fullName(.en)): ")
                + count(rows.count, sv: ("kommun", "kommuner"), en: ("municipality", "municipalities")),
            rows, columns(month), narrow: .flow, sort: month.choice.sort, empty: empty(month))
        let files = fileLinks(month, rows)
        guard month.mayRemind || month.mayExtend, !rows.isEmpty else { return table + files }
        return """
            <form method="get" action="\(Path.collecting(month.month).reminders)">
            \(actions(ticks(month, rows), buttons(month, .primary)))\(table)\
            \(rows.count > 10 ? actions(buttons(month, .secondary)) : nil)</form>
            \(files)
            """
    }

    private func buttons(_ month: MonthPage, _ look: ButtonLook) -> HTML {
        let remind =
            month.mayRemind ? button(say("Skriv påminnelse till valda", "Write a reminder to those chosen"), look) : nil
        let extend =
            month.mayExtend
            ? button(
                say("Ge anstånd till valda", "Give those chosen more time"), .secondary,
                to: Path.collecting(month.month).moreTime) : nil
        return [remind, extend].compactMap { $0 }.joined(separator: "\n")
    }

    /// Ticks or unticks all, and leads on without scrolling past the list.
    private func ticks(_ month: MonthPage, _ rows: [OverviewRow]) -> HTML {
        let isTicked = month.choice.isAllTicked
        let words =
            isTicked
            ? say("Välj ingen", "Choose none")
            : say("Välj alla \(number(rows.count)) på listan", "Choose all \(number(rows.count)) on the list")
        let other = path.with(MonthChoice.ticksName, isTicked ? nil : MonthChoice.allTicked).at(Place.list)
        guard isTicked else { return link(words, other) }
        let chosen = count(
            rows.count, sv: ("kommun är vald", "kommuner är valda"),
            en: ("municipality is chosen", "municipalities are chosen"))
        return "<p role=\"status\">\(chosen). \(link(words, other))</p>"
    }

    private func fileLinks(_ month: MonthPage, _ rows: [OverviewRow]) -> HTML {
        let path = self.path.with(MonthChoice.ticksName, nil)
        let links = ["xlsx", "csv"].map { ending -> HTML in
            link(
                say("Ladda ner listan (\(ending))", "Download the list (\(ending))"),
                path.items.reduce(Path.collecting(month.month).list(ending)) { $0.with($1.name, $1.value) },
                icon: .download)
        }
        return "<p>\(links.joined(separator: " · "))</p>\n"
    }

    private func empty(_ month: MonthPage) -> String {
        guard !month.choice.isNarrowed else {
            return say("Ingen kommun stämmer med urvalet.", "No municipality matches.")
        }
        return month.choice.filter == .missing
            ? say("Ingen kommun saknas.", "No municipality is missing.") : say("Ingen kommun.", "No municipality.")
    }

    private func columns(_ month: MonthPage) -> [Column<OverviewRow>] {
        let isTicked = month.choice.isAllTicked
        let tick = Column<OverviewRow>(say("Välj", "Choose"), isTitleUnseen: true) { row in
            """
            <input type="checkbox" name="\(Place.municipality)" value="\(row.municipality.code)"\("checked", if: isTicked) \
            aria-label="\(self.say("Välj", "Choose")) \(row.municipality.name)">
            """
        }
        let all: [Column<OverviewRow>] = [
            Column(say("Kod", "Code"), sort: OverviewOrder.code.word) { "\($0.municipality.code)" },
            Column(say("Kommun", "Municipality"), .rowHeader, sort: OverviewOrder.name.word) { row in
                self.link(row.municipality.name, .collecting(month.month, row.municipality))
            },
            Column(say("Län", "County"), sort: OverviewOrder.county.word) { "\(self.short($0.municipality.county))" },
            Column(say("Status", "Status"), sort: OverviewOrder.status.word) { row in
                "\(self.tag(Tag(row.standing.status)))\(row.isLateNow ? " \(self.tag(.late))" as HTML : nil)"
            },
            Column(say("Senaste leverans", "Latest delivery"), sort: OverviewOrder.latest.word) { self.latest($0) },
            Column(say("Kontakt", "Contact")) { self.contact($0) },
            Column(say("Påminnelser", "Reminders"), sort: OverviewOrder.reminders.word) { self.reminders($0) },
            Column(say("Senaste 12 mån", "Last 12 months"), sort: OverviewOrder.history.word) { row in
                "\(row.history.whole == 0 ? "–" : "\(row.history.part) \(self.say("av", "of")) \(row.history.whole)")"
            },
        ]
        return month.mayRemind || month.mayExtend ? [tick] + all : all
    }

    /// "Stockholm", where the column says that it is a county.
    private func short(_ county: County) -> String {
        guard let end = county.name.range(of: " län") else { return county.name }
        let name = county.name[..<end.lowerBound]
        return name.hasSuffix("s") ? String(name.dropLast()) : String(name)
    }

    /// When something came last, and what is on its way.
    func latest(_ row: OverviewRow) -> HTML {
        let pending = row.pending.map { file -> String in
            let day = Day(file.at).textWithoutYear(language)
            switch file.state {
            case .checking: return say("\(day), kontrolleras", "\(day), being checked")
            case .faulty(let errors):
                return "\(day), \(count(errors, sv: ("fel", "fel"), en: ("error", "errors")))"
            case .ready: return say("\(day), ej inlämnad", "\(day), not delivered")
            }
        }
        let delivered = row.latest.map { Day($0.receivedAt).textWithoutYear(language) }
        let more = row.dueExtension.map {
            say("anstånd till \($0.until.textWithoutYear(.sv))", "more time until \($0.until.textWithoutYear(.en))")
        }
        let parts = [delivered, delivered == nil ? pending : nil, more].compactMap { $0 }
        return "\(parts.isEmpty ? "–" : parts.joined(separator: "; "))"
    }

    /// Whom to write to.
    private func contact(_ row: OverviewRow) -> HTML {
        if let first = row.contacts.first {
            let others = row.contacts.count > 1 ? " (+\(row.contacts.count - 1))" : ""
            return "<a href=\"mailto:\(first.email)\">\(first.name)</a>\(others)"
        }
        if let registrar = row.registrar { return "<a href=\"mailto:\(registrar)\">\(registrar)</a>" }
        return tag(Tag(Localized(sv: "Saknas", en: "None"), .warning, .warning))
    }

    private func reminders(_ row: OverviewRow) -> HTML {
        guard row.reminders > 0, let last = row.lastReminder else { return "–" }
        return "\(number(row.reminders)) (\(Day(last).textWithoutYear(language)))"
    }
}

extension OverviewRow {
    /// Whether it is late, where its status does not say so.
    var isLateNow: Bool { duty != nil && standing.isLate }
}
