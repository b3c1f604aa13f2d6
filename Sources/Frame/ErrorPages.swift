import Accounts
import Foundation
import Hummingbird
import Markup
public import Web
import Vocabulary

/// The pages that say what went wrong, and what to do.
public enum ErrorPages {
    /// Catches what pages throw. Stands both outside and inside `Visits`, so that a page of somebody who has signed in
    /// keeps its menu, and looking somebody up may fail as well.
    public static func failures() -> Failures<PortalContext> {
        Failures(status: PageError.status) { failure, request, context in
            if case PageError.signInNeeded = failure.cause { return signIn(request, context) }
            if request.uri.path.hasPrefix("/api/") { return problem(failure) }
            return document(failure, context).response
        }
    }

    // What was being sent is lost, so the way back leads to the page it was filled in on.
    private static func signIn(_ request: Request, _ context: PortalContext) -> Response {
        let isReading = request.method == .get || request.method == .head
        let referrer = request.headers[.referer].flatMap(URL.init(string:))
        let came = referrer.flatMap { Path(returning: $0.path()) } ?? .start
        return .see(Path.signIn(returning: isReading ? context.path : came).text)
    }

    private static func problem(_ failure: Failure) -> Response {
        let details = ProblemDetails(
            failure.status, title: failure.status.reasonPhrase, instance: failure.isOurs ? failure.number : nil)
        return (try? details.response()) ?? Response(status: failure.status)
    }

    private static func document(_ failure: Failure, _ context: PortalContext) -> Document {
        let page = context.page
        switch failure.cause {
        case AccountsError.forbidden(_, let organisation): return page.forbidden(organisation)
        case PageError.outdated(let text): return page.outdated(text)
        case PageError.closed(let until): return page.closed(until: until)
        case WebError.fileTooLarge(let limit, let sent): return page.tooLarge(limit: limit, sent: sent)
        case WebError.crossSite: return page.fromElsewhere()
        case WebError.tooManyRequests(let wait): return page.tooMany(wait: wait)
        default: break
        }
        return failure.status == .notFound || failure.status == .methodNotAllowed
            ? page.notFound() : failure.isOurs ? page.fault(number: failure.number) : page.notUnderstood()
    }
}

extension Page {
    private func plain(_ title: String, _ paragraphs: String..., status: HTTPResponse.Status) -> Document {
        document(title, status: status) {
            """
            \(paragraphs.map { "<p>\($0)</p>\n" as HTML })
            <p>\(link(say("Gå till startsidan", "Go to the start page"), viewer == nil ? .home : .start)) · \
            \(link(say("Kontakta oss", "Contact us"), .contact))</p>
            """
        }
    }

    func notFound() -> Document {
        plain(
            say("Sidan finns inte", "The page does not exist"),
            say(
                "Den kan ha flyttat, eller så är adressen felskriven.",
                "It may have moved, or the address may be misspelt."), status: .notFound)
    }

    func forbidden(_ organisation: Organisation) -> Document {
        let isOwn = viewer?.organisation == organisation
        let name = isOwn ? nil : organisation.municipality?.name
        let whose =
            name.map { say("Du har inte behörighet att se \($0)s uppgifter.", "You may not see the data of \($0).") }
            ?? say("Dina roller räcker inte för den här sidan.", "Your roles do not cover this page.")
        return plain(
            say("Du har inte behörighet", "You do not have access"), whose,
            viewer?.organisation == .authority
                ? say(
                    "Behöver du den? Fråga den som är administratör hos er.",
                    "Do you need it? Ask the administrator of your organisation.")
                : say(
                    "Behöver du den? Fråga den som är samordnare hos er.",
                    "Do you need it? Ask the coordinator of your organisation."), status: .forbidden)
    }

    func outdated(_ text: Localized) -> Document {
        plain(say("Något har ändrats", "Something has changed"), say(text), status: .conflict)
    }

    func tooLarge(limit: Int, sent: Int?) -> Document {
        let (limit, sent) = (megabytes(limit), sent.map { megabytes($0 + 999_999) })
        return plain(
            say("Filen är för stor", "The file is too large"),
            sent.map {
                say("Filen är \($0). Den får vara högst \(limit).", "The file is \($0). It may be at most \(limit).")
            } ?? say("Filen får vara högst \(limit).", "The file may be at most \(limit)."), status: .contentTooLarge)
    }

    private func megabytes(_ bytes: Int) -> String { "\(number(max(bytes / 1_000_000, 1)))\u{a0}MB" }

    func fault(number: String) -> Document {
        plain(
            say("Något har gått fel hos oss", "Something went wrong on our side"),
            say(
                "Det du redan har laddat upp finns kvar. Försök igen om en stund.",
                "What you have already uploaded is kept. Try again in a while."),
            say(
                "Händer det igen? Hör av dig och uppge felnummer \(number).",
                "Does it happen again? Contact us and give fault number \(number)."), status: .internalServerError)
    }

    func closed(until: Localized?) -> Document {
        plain(
            until.map { say("Stängt för underhåll till \($0.sv)", "Closed for maintenance until \($0.en)") }
                ?? say("Stängt för underhåll", "Closed for maintenance"),
            say("Kontrollerade filer är sparade.", "Files that have been checked are kept."),
            status: .serviceUnavailable)
    }

    func fromElsewhere() -> Document {
        plain(
            say("Sidan du kom från är inte vår", "The page you came from is not ours"),
            say(
                "Av säkerhetsskäl tar vi bara emot det som skickas från våra egna sidor. Gå till startsidan och gör om.",
                "For safety we only accept what is sent from our own pages. Go to the start page and do it again."),
            status: .forbidden)
    }

    func tooMany(wait: Int) -> Document {
        let wait =
            wait < 90
            ? count(wait, sv: ("sekund", "sekunder"), en: ("second", "seconds"))
            : count((wait + 59) / 60, sv: ("minut", "minuter"), en: ("minute", "minutes"))
        return plain(
            say("Det blev för många försök", "Too many attempts"),
            say("Vänta \(wait) och försök igen.", "Wait \(wait) and try again."), status: .tooManyRequests)
    }

    func notUnderstood() -> Document {
        plain(
            say("Det som skickades gick inte att läsa", "What was sent could not be read"),
            say("Gå tillbaka, ladda om sidan och försök igen.", "Go back, reload the page and try again."),
            status: .badRequest)
    }
}
