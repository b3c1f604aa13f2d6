import Checking
import Definitions
import Foundation
import Frame
import Intake
import Markup
import Vocabulary

// A file that there is no result of, yet or any longer.

extension Page {
    /// While a file is being checked; the page asks for itself until it is done.
    func checking(_ draft: Draft, _ collection: Definitions.Collection) -> Document {
        let minutes = now.timeIntervalSince(draft.updatedAt)
        return document(
            say("Vi kontrollerar filen", "We are checking the file"), over: over(draft, collection),
            back: Link(say("Till Start", "To the start page"), .start), refresh: 3
        ) {
            """
            \(progress(say("Kontrollen pågår …", "The check is under way …")))
            <p>\(minutes > 15
                ? say(
                    "Kontrollen tar längre tid än vanligt. Du kan stänga sidan – vi mejlar när den är klar.",
                    "The check takes longer than usual. You can close the page – we will mail you when it is done.")
                : say(
                    "Sidan visar resultatet när det är klart. Du kan stänga sidan – vi mejlar när den är klar.",
                    "The page shows the result when it is ready. You can close the page – we will mail you when it is done."))</p>
            <p class="secondary-text">\(say(
                "Uppladdad \(clock(draft.updatedAt)). Inget är inlämnat ännu.",
                "Uploaded \(clock(draft.updatedAt)). Nothing has been delivered yet."))</p>
            """
        }
    }

    /// A file that was not kept, and whose verdict is no longer in memory.
    func gone(_ draft: Draft, _ collection: Definitions.Collection) -> Document {
        let errors = draft.attempt?.errors ?? 0
        let catalogue = MessageCatalogue.load(language, rules: collection.tables.flatMap(\.rules))
        return document(
            say("Filen är inte godkänd", "The file is not approved"), over: over(draft, collection),
            back: Link(say("Till Start", "To the start page"), .start), saysError: true
        ) {
            """
            <div data-says-error>\(notice(
                .error,
                say(
                    "Vi sparade inte filen och kan därför inte visa felen igen. Ladda upp den på nytt så kontrollerar vi den en gång till.",
                    "We did not keep the file, so we cannot show the errors again. Upload it anew and we check it once more.")))</div>
            \(draft.attempt.map { attempt in
                table(
                    say("Det här hittade vi \(time(attempt.at))", "This is what we found \(time(attempt.at))"),
                    attempt.rules.filter { $0.severity == .error },
                    [
                        Column(say("Fel", "Error"), .rowHeader) { "\(catalogue.name($0.rule))" },
                        Column(say("Antal", "Count"), .number) { "\(number($0.count))" },
                    ], empty: say("\(errors) fel.", "\(errors) errors."))
            })\(actions(
                draft.purpose == .test
                    ? buttonLink(say("Testa en fil", "Try a file"), to: .tryFile)
                    : buttonLink(
                        say("Ladda upp filen på nytt", "Upload the file anew"),
                        to: draft.month.map { .deliver($0) } ?? .deliver)))
            """
        }
    }

    /// A file that somebody put away.
    func putAway(_ draft: Draft, _ collection: Definitions.Collection, by: String, at: Date) -> Document {
        document(
            say("Filen är bortlagd", "The file has been put away"), over: over(draft, collection),
            back: Link(say("Till Start", "To the start page"), .start)
        ) {
            """
            <p>\(say(
                "\(who(by)) lade bort filen \(time(at)). Den är inte inlämnad.",
                "\(who(by)) put the file away \(time(at)). It has not been delivered."))</p>
            \(actions(
                buttonLink(
                    draft.month.map { say("Lämna uppgifter för \(name($0))", "Deliver for \(name($0))") }
                        ?? say("Lämna uppgifter", "Deliver"), to: draft.month.map { .deliver($0) } ?? .deliver)))
            """
        }
    }

    /// "Testinsamling 2013 · Uppsala kommun (0380) · mars 2013".
    func over(_ draft: Draft, _ collection: Definitions.Collection) -> String {
        over(collection, draft.municipality) + (draft.month.map { " · \(fullName($0))" } ?? "")
    }
}
