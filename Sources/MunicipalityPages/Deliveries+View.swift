import Collecting
import Definitions
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func deliveries(_ page: DeliveriesPage) -> Document {
        let shown = page.shown
        let list = PageOfList(of: shown.count, path)
        return document(
            say("Leveranser", "Deliveries"), over: "\(page.desk.municipality.fullName) (\(page.desk.municipality.code))"
        ) {
            """
            \(page.all.count > 1 ? filter(page) : nil)\
            \(table(
                say("Kommunens leveranser, den senaste först", "The municipality's deliveries, the latest first"),
                Array(shown[list.range]),
                [
                    Column(say("Leverans", "Delivery"), .rowHeader) { link($0.receipt.number.description, .delivery($0.receipt.number)) },
                    Column(say("Månad", "Month")) { "\(capital($0.receipt.month))" },
                    Column(say("Innehåll", "Contents")) { contents($0.receipt, page.collections) },
                    Column(say("Inlämnad", "Delivered")) { "\(time($0.receipt.receivedAt)), \($0.receipt.sender)" },
                    Column(say("Läge", "State")) { tag($0.status.tag) },
                ],
                empty: page.all.isEmpty
                    ? say("Ni har inte lämnat några uppgifter än.", "You have not delivered anything yet.")
                    : say("Ingen leverans passar det du har valt.", "No delivery fits what you have chosen.")))\
            \(pager(list, things: say("leveranser", "deliveries")))\
            \(years(page))
            """
        }
    }

    private func contents(_ receipt: Receipt, _ collections: [Definitions.Collection]) -> HTML {
        let collection = collections.first { $0.id == receipt.collection }
        if receipt.kind == .nothing, receipt.parts.count == collection?.tables.count {
            return "\(say("Inget att rapportera", "Nothing to report"))"
        }
        return receipt.parts.map { part -> HTML in
            let title = collection?.table(part.table).map { say($0.title) } ?? part.table
            return
                "\(title): \(receipt.kind == .nothing ? say("inget att rapportera", "nothing to report") : households(part.rows))"
        }.joined(separator: "<br>")
    }

    private func filter(_ page: DeliveriesPage) -> HTML {
        let months = Set(page.all.map(\.receipt.month)).sorted(by: >)
        let states = DeliveryStatus.allCases.filter { state in page.all.contains { $0.status == state } }
        return filterForm(say("Visa bara en del av listan", "Show only part of the list")) {
            """
            \(select(
                "manad", say("Månad", "Month"),
                [Option("", say("Alla", "All"))] + months.map { Option($0.iso, capital($0)) },
                selected: page.month?.iso ?? ""))\
            \(select(
                "lage", say("Läge", "State"),
                [Option("", say("Alla", "All"))] + states.map { Option($0.rawValue, say($0.title)) },
                selected: page.status?.rawValue ?? ""))\
            \(button(say("Visa", "Show"), .secondary))
            """
        }
    }

    private func years(_ page: DeliveriesPage) -> HTML {
        let years = Set(page.collections.flatMap { $0.calendar.periods.map(\.month.year) }).sorted(by: >)
        return
            "<p>\(say("Årsöversikt", "Overview of the year")): \(years.map { link(String($0), .year($0)) }.joined(separator: ", "))</p>"
    }

    func year(_ page: YearPage) -> Document {
        document(
            say("Årsöversikt \(page.year)", "Overview of \(page.year)"),
            over: "\(page.desk.municipality.fullName) (\(page.desk.municipality.code))",
            back: Link(say("Till Start", "To the start page"), .start)
        ) {
            """
            \(page.years.count > 1 ? tabs(say("År", "Years"), page.years.map { Link(String($0), .year($0)) }, current: .year(page.year)) : nil)\
            \(page.work.map { work in
                table(
                    say(work.collection.title), work.standings,
                    [
                        Column(say("Månad", "Month"), .rowHeader) { "\(capital($0.period.month))" },
                        Column(say("Läge", "State")) { state($0) },
                        Column(say("Öppnar", "Opens")) { "\(date($0.period.opens))" },
                        Column(say("Sista dag", "Last day")) { standing in
                            let due = standing.period.due(extended: standing.dueExtension?.until)
                            return "\(date(due))\(standing.dueExtension == nil ? "" : say(" (anstånd)", " (more time)"))"
                        },
                        Column(say("Senaste leverans", "Latest delivery")) { latest($0) },
                        Column(say("Har kommit in", "Has come in")) { tables($0, work.collection) },
                    ], empty: "")
            })\(page.may.deliver ? "<p>\(link(say("Lämna uppgifter", "Deliver"), .deliver))</p>" : nil)
            """
        }
    }

    private func state(_ standing: MonthStanding) -> HTML {
        if standing.duty == nil, standing.latest == nil { return "\(say("Ska inte lämnas", "Not owed"))" }
        if case .notYetOpen(let opens) = standing.state {
            return "\(say("Öppnar \(date(opens))", "Opens \(date(opens))"))"
        }
        return "\(tag(Tag(standing.standing)))\(standing.standing.isLate ? " \(tag(.late))" as HTML : nil)"
    }

    private func latest(_ standing: MonthStanding) -> HTML {
        guard let latest = standing.latest else { return standing.pending.map { "\(file($0))" } ?? "–" }
        return "\(link(latest.number.description, .delivery(latest.number)))<br>\(time(latest.receivedAt))"
    }

    private func tables(_ standing: MonthStanding, _ collection: Definitions.Collection) -> HTML {
        guard !standing.tables.isEmpty else { return "–" }
        return standing.tables.map { id -> HTML in "\(collection.table(id).map { say($0.title) } ?? id)" }
            .joined(separator: "<br>")
    }
}
