import Checking
import Collecting
import Definitions
import Foundation
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func municipality(_ state: MunicipalityState) -> Document {
        let (municipality, month) = (state.municipality, state.month)
        let people = state.population.map { count($0, sv: ("invånare", "invånare"), en: ("inhabitant", "inhabitants")) }
        let place = [say(state.collection.title), municipality.county.name, people].compactMap { $0 }
        return document(
            "\(municipality.name) (\(municipality.code))", over: place.joined(separator: " · "),
            tag: Tag(state.standing.standing.status),
            crumbs: [
                Link(say("Insamling", "Collecting"), .collecting), Link(capital(month), .collecting(month)),
            ], errors: state.errors
        ) {
            """
            \(news)\
            <h2>\(capital(month))</h2>
            \(facts(now(state)))\
            \(doings(state))\
            \(months(state))\
            \(deliveries(state))\
            \(contacts(state))\
            \(rounds(state))\
            \(questions(state))\
            \(notes(state))
            """
        }
    }

    private var news: HTML? {
        let words: Localized? =
            switch path["klart"] {
            case "anstand": Localized(sv: "Kommunen har fått anstånd.", en: "The municipality has more time.")
            case "anteckning": Localized(sv: "Anteckningen är sparad.", en: "The note has been saved.")
            case "chef": Localized(sv: "Adressen till chefen är ändrad.", en: "The manager's address has been changed.")
            default: nil
            }
        return words.map { notice(.ok, isNews: true, say($0)) }
    }

    /// How it stands for the month.
    private func now(_ state: MunicipalityState) -> [(name: String, value: HTML)] {
        let standing = state.standing
        var facts: [(name: String, value: HTML)] = [
            (
                say("Status", "Status"),
                "\(tag(Tag(standing.standing.status)))\(standing.duty != nil && standing.standing.isLate ? " \(tag(.late))" as HTML : nil)\(standing.standing.awaitsReview ? " \(tag(.awaitingReview))" as HTML : nil)"
            ),
            (
                say("Sista dag", "Last day"),
                "\(date(standing.period.due(extended: standing.dueExtension?.until)))"
            ),
        ]
        if let more = standing.dueExtension {
            facts.append(
                (
                    say("Anstånd", "More time"),
                    "\(say("Till \(date(more.until)), av \(who(more.by)).", "Until \(date(more.until)), by \(who(more.by)).")) \(more.reason)"
                ))
        }
        if let duty = standing.duty {
            if !duty.units.isEmpty {
                facts.append((say("Lämnar för", "Delivers for"), "\(duty.units.joined(separator: ", "))"))
            }
        } else {
            facts.append(
                (
                    say("Uppgiftsskyldighet", "Obligation"),
                    "\(say("Ska inte lämna för månaden.", "Owes nothing for the month."))"
                ))
        }
        if let pending = standing.pending {
            facts.append((say("Fil på väg", "File on its way"), "\(words(pending))"))
        }
        if let decline = state.decline {
            facts.append(
                (
                    say("Avstår", "Declines"),
                    "\(say("\(decline.sender), \(date(decline.receivedAt)):", "\(decline.sender), \(date(decline.receivedAt)):")) \(lines(decline.reason))"
                ))
        }
        return facts
    }

    private func words(_ file: PendingFile) -> String {
        let when = time(file.at)
        return switch file.state {
        case .checking: say("Uppladdad \(when), kontrolleras.", "Uploaded \(when), being checked.")
        case .faulty(let errors):
            say(
                "Uppladdad \(when), \(count(errors, sv: ("fel", "fel"), en: ("", ""))) att rätta.",
                "Uploaded \(when), \(count(errors, sv: ("", ""), en: ("error", "errors"))) to correct.")
        case .ready:
            say("Uppladdad \(when), godkänd men inte inlämnad.", "Uploaded \(when), approved but not delivered.")
        }
    }

    private func doings(_ state: MunicipalityState) -> HTML {
        let month = Path.collecting(state.month)
        let isAwaited = state.standing.duty != nil && state.standing.standing.status.isAwaited
        return actions(
            state.may.remind && isAwaited
                ? buttonLink(
                    say("Skriv påminnelse", "Write a reminder"),
                    to: month.reminders.with(Place.municipality, state.municipality.code)) : .empty,
            state.may.extend && !state.standing.standing.status.isAnswered
                ? buttonLink(
                    say("Ge anstånd", "Give more time"), .secondary,
                    to: Path.collecting(state.month, state.municipality).moreTime) : .empty,
            link(say("Uppgiftsskyldighet", "Obligations"), obligationPath(state)))
    }

    private func obligationPath(_ state: MunicipalityState) -> Path {
        Path.obligations(state.municipality).with(ObligationChoice.collection, state.collection.id)
    }

    private func months(_ state: MunicipalityState) -> HTML {
        """
        <h2>\(say("Senaste tolv månaderna", "The last twelve months"))</h2>
        \(table(
            say("Senaste tolv månaderna", "The last twelve months"), state.standings,
            [
                Column(say("Månad", "Month"), .rowHeader) { standing in
                    self.link(self.capital(standing.period.month), .collecting(standing.period.month, state.municipality))
                },
                Column(say("Status", "Status")) { standing in
                    guard standing.duty != nil || standing.latest != nil else { return "\(self.say("Ska inte lämna", "Owes nothing"))" }
                    return "\(self.tag(Tag(standing.standing.status)))\(standing.standing.isLate && standing.duty != nil ? " \(self.tag(.late))" as HTML : nil)"
                },
                Column(say("Sista dag", "Last day")) { "\(self.date($0.period.due(extended: $0.dueExtension?.until)))" },
                Column(say("Senaste leverans", "Latest delivery")) { standing in
                    guard let latest = standing.latest else { return "–" }
                    return "\(self.delivery(latest.number, state)), \(self.date(latest.receivedAt))"
                },
            ], isCaptionUnseen: true, empty: say("Ingen månad har öppnat än.", "No month has opened yet.")))
        """
    }

    private func delivery(_ number: DeliveryNumber, _ state: MunicipalityState) -> HTML {
        state.may.seeDeliveries ? link("\(number)", .delivery(number)) : "\("\(number)")"
    }

    private func deliveries(_ state: MunicipalityState) -> HTML {
        """
        <h2>\(say("Leveranser", "Deliveries"))</h2>
        \(table(
            say("Leveranser, den nyaste först", "Deliveries, the newest first"), state.deliveries,
            [
                Column(say("Leverans", "Delivery"), .rowHeader) { self.delivery($0.number, state) },
                Column(say("Kom in", "Received")) { "\(self.time($0.receivedAt))" },
                Column(say("Av", "By")) { "\($0.sender)" },
                Column(say("Vad", "What")) { receipt in "\(self.contents(of: receipt, state))" },
                Column(say("Läge", "State")) { self.tag($0.stateTag) },
            ], isCaptionUnseen: true, empty: say("Inget har lämnats än.", "Nothing has been delivered yet.")))
        """
    }

    private func contents(of receipt: Receipt, _ state: MunicipalityState) -> String {
        guard receipt.kind == .data else { return say("Inget att rapportera", "Nothing to report") }
        return receipt.parts.map { part in
            let title = state.collection.table(part.table).map { say($0.title) } ?? part.table
            return "\(title): \(count(part.rows, sv: ("hushåll", "hushåll"), en: ("household", "households")))"
        }.joined(separator: ", ")
    }

    private func rounds(_ state: MunicipalityState) -> HTML {
        """
        <h2>\(say("Påminnelser", "Reminders"))</h2>
        \(table(
            say("Påminnelser, den nyaste först", "Reminders, the newest first"), state.rounds,
            [
                Column(say("Skickad", "Sent"), .rowHeader) { round in
                    self.link(self.time(round.at), Path.collecting(round.month).reminders.under(String(round.id)))
                },
                Column(say("Månad", "Month")) { "\($0.month.fullName(self.language))" },
                Column(say("Påminnelse", "Reminder")) { "\(self.name(of: $0))" },
                Column(say("Vad hände", "What became of it")) { round in
                    "\(round.reminders.first.map { self.say($0.outcome.title) } ?? "–")"
                },
                Column(say("Till", "To")) { round in
                    let addresses = round.reminders.first?.addresses ?? []
                    return "\(addresses.isEmpty ? "–" : addresses.joined(separator: ", "))"
                },
            ], isCaptionUnseen: true, empty: say("Ingen påminnelse har skickats.", "No reminder has been sent.")))
        """
    }

    private func questions(_ state: MunicipalityState) -> HTML {
        """
        <h2>\(say("Frågor", "Questions"))</h2>
        \(questionTable(
            say("Frågor, den nyaste först", "Questions, the newest first"), state.questions, isOfOne: true,
            empty: say("Kommunen har inte frågat något.", "The municipality has asked nothing.")))
        """
    }
}

extension Receipt {
    /// Whether it counts, or why not.
    fileprivate var stateTag: Tag {
        if withdrawal != nil { return .withdrawn }
        guard parts.contains(where: \.isCurrent) else { return .replaced }
        if kind == .nothing { return .nothingToReport }
        return parts.contains { $0.isCurrent && $0.outcome == .approvedWithWarnings }
            ? .approvedWithWarnings : .approved
    }
}
