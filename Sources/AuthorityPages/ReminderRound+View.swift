import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    /// The reminders of a month that have been sent.
    func reminders(_ collection: Definitions.Collection, _ month: Month, _ rounds: [ReminderRound]) -> Document {
        document(
            say("Påminnelser \(month.fullName(.sv))", "Reminders \(month.fullName(.en))"), over: say(collection.title),
            crumbs: [
                Link(say("Insamling", "Collecting"), .collecting), Link(capital(month), .collecting(month)),
            ]
        ) {
            """
            <p>\(say(
                "Du skriver en påminnelse genom att välja kommuner på listan.",
                "To write a reminder, choose municipalities on the list.")) \
            \(link(say("Till listan", "To the list"), Path.collecting(month).at(Place.list)))</p>
            \(table(
                say("Påminnelser som har skickats", "Reminders that have been sent"), rounds,
                [
                    Column(say("Skickad", "Sent"), .rowHeader) { round in
                        self.link(self.time(round.at), Path.collecting(month).reminders.under(String(round.id)))
                    },
                    Column(say("Påminnelse", "Reminder")) { "\(self.name(of: $0))" },
                    Column(say("Av", "By")) { "\(self.who($0.by))" },
                    Column(say("Påminda", "Reminded"), .number) { "\(self.number($0.reminders.count { $0.outcome.isSent }))" },
                    Column(say("Hade lämnat", "Had delivered"), .number) { "\(self.number($0.count(.answered)))" },
                    Column(say("Utan adress", "No address"), .number) { "\(self.number($0.count(.noAddress)))" },
                ], empty: say("Ingen påminnelse har skickats än.", "No reminder has been sent yet.")))
            """
        }
    }

    /// "Påminnelse 2 i kalendern" or "Skriven för hand".
    func name(of round: ReminderRound) -> String {
        round.ordinal.map { say("Kalenderns påminnelse \($0)", "Reminder \($0) of the calendar") }
            ?? say("Skriven för hand", "Written by hand")
    }

    /// One round of reminders, and what became of each.
    func round(_ collection: Definitions.Collection, _ round: ReminderRound) -> Document {
        let month = round.month
        let sent = round.reminders.count { $0.outcome.isSent }
        let title =
            sent == 1
            ? say("1 påminnelse är skickad", "1 reminder has been sent")
            : say("\(reminders(sent)) är skickade", "\(reminders(sent)) have been sent")
        let facts = facts([
            (say("Månad", "Month"), link(capital(month), .collecting(month))),
            (say("Skickad", "Sent"), "\(time(round.at))"), (say("Av", "By"), "\(who(round.by))"),
            (say("Påminnelse", "Reminder"), "\(name(of: round))"),
        ])
        let text = details(say("Visa texten", "Show the text")) {
            "<p><strong>\(round.text.subject)</strong></p>\n<p>\(lines(round.text.text))</p>"
        }
        let table = table(
            say("Vad som hände med varje kommuns påminnelse", "What became of each municipality's reminder"),
            round.reminders,
            [
                Column(say("Kommun", "Municipality"), .rowHeader) { reminder in
                    self.link(reminder.municipality.name, .collecting(month, reminder.municipality))
                },
                Column(say("Vad hände", "What became of it")) { "\(self.say($0.outcome.title))" },
                Column(say("Till", "To")) { "\($0.addresses.isEmpty ? "–" : $0.addresses.joined(separator: ", "))" },
            ], empty: say("Ingen kommun var vald.", "No municipality was chosen."))
        let back = Link(
            say("Påminnelser \(month.fullName(.sv))", "Reminders \(month.fullName(.en))"),
            Path.collecting(month).reminders)
        guard path["klart"] != nil else {
            return document(title, over: say(collection.title), back: back) { "\(facts)\(text)\(table)" }
        }
        // Just sent: said at once.
        let left = round.reminders.count - sent
        let confirmation = confirmation(title) {
            """
            <p>\(left == 0 ? nil : "\(say("Inte skickade: \(number(left)). Varför står i tabellen.", "Not sent: \(number(left)). Why is in the table.")) " as HTML)\
            \(link(say("Till insamlingen", "To the collection"), .collecting))</p>
            """
        }
        return document(title, main: "\(confirmation)\(facts)\(text)\(table)")
    }
}

extension String {
    /// Without the last characters for which `isLeft` holds.
    func trimmingSuffix(_ isLeft: (Character) -> Bool) -> String {
        lastIndex { !isLeft($0) }.map { String(self[...$0]) } ?? ""
    }
}
