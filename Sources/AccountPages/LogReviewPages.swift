import AccessLog
import Accounts
import Foundation
import Frame
import Hummingbird
import Markup
import Storage
import Vocabulary
import Web

// Going through the log (*Granska loggen*): what has been done since the last time, signed with a note.

extension AccountPages {
    func addLogReview(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.logReview.route, use: logReview)
        routes.post(Path.logReview.route, use: signLogReview)
    }

    private func logReview(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await context.require(.reviewLog, of: .authority)
        let state = try await state(until: context.now)
        try await log.add(
            Event(at: context.now, actor: person.actor, organisation: .authority, act: .sawLog, subject: "alla"))
        return context.page.logReview(state)
    }

    private func signLogReview(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.reviewLog, of: .authority)
        let form = try await Form.read(request)
        // Up to when the page that was read had been drawn, not a line further.
        let read = form["till"].map { Date(stored: $0) } ?? context.now
        let state = try await state(until: min(read, context.now))
        let note = (form["anteckning"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard note.count <= Self.longestNote, !IdentityNumber.looksLikeOne(in: note) else {
            return context.page.logReview(
                state, note: form["anteckning"], FormErrors("anteckning", mend(note, context))
            ).response
        }
        guard state.since ?? .distantPast < state.until else {
            throw PageError.outdated(
                Localized(
                    sv: "Någon har granskat loggen efter att du öppnade sidan. Gå tillbaka och ladda om den.",
                    en: "Somebody has reviewed the log since you opened the page. Go back and reload it."))
        }
        try await log.add(LogReview(at: context.now, reviewer: person.actor, until: state.until, note: note))
        return .see(Path.logReview.with("klart", "ja").text)
    }

    static let longestNote = 1_000

    private func mend(_ note: String, _ context: PortalContext) -> String {
        note.count > Self.longestNote
            ? context.page.say(
                "Anteckningen är för lång. Korta den till högst \(context.page.number(Self.longestNote)) tecken.",
                "The note is too long. Shorten it to at most \(context.page.number(Self.longestNote)) characters.")
            : context.page.say(
                "Det ser ut som ett personnummer. Skriv utan personuppgifter.",
                "That looks like an identity number. Write without personal data.")
    }

    private func state(until: Date) async throws -> LogReviewState {
        let reviews = try await log.reviews()
        let since = reviews.map(\.until).max()
        let counts = try await log.counts(LogFilter(since: since, before: until))
        return LogReviewState(since: since, until: until, counts: counts, reviews: reviews)
    }
}

/// What there is to go through.
struct LogReviewState {
    /// Up to when it has been done; `nil` when never.
    let since: Date?
    let until: Date
    let counts: [Act: Int]
    let reviews: [LogReview]
}
