import Accounts
import Collecting
import Definitions
import Frame
import Publication
import Register
import Vocabulary

extension Page {
    /// The list as a file has it.
    func list(_ month: MonthPage) -> StatisticalTable {
        let rows = month.rows.map { row in
            let pending = row.pending.map { file -> String in
                switch file.state {
                case .checking: say("kontrolleras", "being checked")
                case .faulty(let errors): count(errors, sv: ("fel", "fel"), en: ("error", "errors"))
                case .ready: say("ej inlämnad", "not delivered")
                }
            }
            return StatisticalTable.Row([
                .text(row.municipality.code), .text(row.municipality.name), .text(row.municipality.county.name),
                .text(say(row.standing.status.title)), .text(row.isLateNow ? say("Ja", "Yes") : ""),
                .text(row.due.iso), .text(row.latest.map { SwedishTime($0.receivedAt).short } ?? ""),
                .text(pending ?? ""), .text(row.contacts.map(\.name).joined(separator: ", ")),
                .text(
                    (row.contacts.isEmpty ? [row.registrar].compactMap { $0 } : row.contacts.map(\.email))
                        .joined(separator: ", ")),
                .count(row.reminders), .text(row.lastReminder.map { SwedishTime($0).short } ?? ""),
                .count(row.history.part), .count(row.history.whole),
                .text(row.decline?.reason ?? ""),
            ])
        }
        return StatisticalTable(
            id: "insamling",
            title:
                "\(say(month.collection.title)). \(say(month.choice.filter.title)), \(month.month.fullName(language))",
            columns: [
                .text("code", say("Kod", "Code")), .text("municipality", say("Kommun", "Municipality")),
                .text("county", say("Län", "County")), .text("status", say("Status", "Status")),
                .text("late", say("Sen", "Late")), .text("due", say("Sista dag", "Last day")),
                .text("latest", say("Senaste leverans", "Latest delivery")),
                .text("pending", say("Fil på väg", "File on its way")), .text("contact", say("Kontakt", "Contact")),
                .text("email", say("E-postadress", "E-mail address")),
                .count("reminders", say("Påminnelser", "Reminders")),
                .text("lastReminder", say("Senaste påminnelse", "Latest reminder")),
                .count("answered", say("Lämnade senaste 12 mån", "Delivered of the last 12 months")),
                .count("owed", say("Av månader", "Of months")),
                .text("reason", say("Varför de avstår", "Why they decline")),
            ], rows: rows, source: say("Källa: insamlingen, \(time(now)).", "Source: the collection, \(time(now))."),
            warning: isDemonstration ? say("Påhittade uppgifter", "Made-up data") : nil)
    }
}
