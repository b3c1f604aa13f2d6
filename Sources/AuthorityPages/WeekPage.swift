import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Markup
import Register
import Vocabulary
import Web

// What municipalities asked and said in a week, as the survey unit compiled it, and the mail about it.

extension AuthorityPages {
    func addWeek(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.questions(week: ":week").route) { _, context in
            try await context.require(.oversee, of: .authority)
            guard let week = Week(iso: try context.parameter("week")) else { throw PageError.notFound }
            var parts: [WeekPart] = []
            for collection in house.collections {
                let summary = try await house.collecting.summary(collection.id, week)
                let mail = try house.collecting.mail(summary, context.language)
                parts.append(
                    WeekPart(collection: collection, summary: summary, subject: mail.subject, text: mail.text))
            }
            return context.page.week(week, parts)
        }
    }
}

/// One collection's week.
struct WeekPart {
    let collection: Definitions.Collection
    let summary: WeeklySummary
    /// What was mailed about it.
    let subject: String
    let text: String
}

extension Page {
    func week(_ week: Week, _ parts: [WeekPart]) -> Document {
        let isOver = week.sunday < today
        return document(
            say("Frågor \(week.text(.sv))", "Questions, \(week.text(.en))"),
            crumbs: [Link(say("Frågor", "Questions"), .questions)]
        ) {
            """
            <p>\(date(week.monday)) – \(date(week.sunday)). \(isOver ? "" : say("Veckan är inte slut. ", "The week is not over. "))\
            \(link(say("Veckan före", "The week before"), .questions(week: week.previous.iso)))\
            \(isOver ? " · \(link(say("Veckan efter", "The week after"), .questions(week: week.next.iso)))" as HTML : nil)</p>
            \(parts.map(self.part))
            """
        }
    }

    private func part(_ part: WeekPart) -> HTML {
        let summary = part.summary
        return """
            <h2>\(say(part.collection.title))</h2>
            \(tiles([
                (number(summary.questions.count), "\(summary.questions.count == 1 ? say("ny fråga", "new question") : say("nya frågor", "new questions"))"),
                (number(summary.unanswered.count), "\(say("väntar på svar", "waiting for an answer"))"),
                (number(summary.declines.count), "\(say("avstår", "declining"))"),
                (number(summary.comments.count), "\(say("har lämnat synpunkter", "have sent comments"))"),
            ]))\
            \(summary.questions.isEmpty ? nil : """
                \(table(
                    say("Vad frågorna gäller", "What the questions are about"), summary.groups,
                    [
                        Column(say("Ämne", "Topic"), .rowHeader) { "\(self.say($0.topic.title))" },
                        Column(say("Månad", "Month")) { "\($0.month.map { $0.fullName(self.language) } ?? "–")" },
                        Column(say("Frågor", "Questions"), .number) { "\(self.number($0.count))" },
                    ], empty: ""))\
                <h3>\(say("Nya frågor", "New questions"))</h3>
                \(questionTable(say("Nya frågor", "New questions"), summary.questions, empty: ""))
                """ as HTML)\
            \(waiting(summary))\
            \(said(
                say("Avstår", "Declining"),
                summary.declines.map { ($0.municipality, "\(lines($0.reason))") }))\
            \(said(
                say("Synpunkter", "Comments"),
                summary.comments.map { comments in
                    let form = part.collection.form
                    let texts = (form?.texts ?? []).compactMap { text in
                        comments.texts[text.id].map { "<p>\(say(text.title)): \(lines($0))</p>\n" as HTML }
                    }
                    return (comments.municipality, texts.joined())
                }))\
            \(details(say("Visa mejlet om veckan", "Show the mail about the week")) {
                """
                <p>\(say(
                    "Skickas till myndighetens kontaktpersoner på måndagen efter.",
                    "Is sent to the authority's contact persons on the Monday after."))</p>
                <p><strong>\(part.subject)</strong></p>
                <p>\(lines(part.text))</p>
                """
            })
            """
    }

    /// Those asked before the week that still wait.
    private func waiting(_ summary: WeeklySummary) -> HTML? {
        let new = Set(summary.questions.map(\.id))
        let older = summary.unanswered.filter { !new.contains($0.id) }
        guard !older.isEmpty else { return nil }
        let title = say("Andra frågor som väntar på svar", "Other questions waiting for an answer")
        return "<h3>\(title)</h3>\n\(questionTable(title, older, empty: ""))"
    }

    private func said(_ title: String, _ what: [(municipality: Municipality, text: HTML)]) -> HTML? {
        guard !what.isEmpty else { return nil }
        let items = what.map { (name: $0.municipality.name, value: $0.text) }
        return "<h3>\(title)</h3>\n\(facts(items))"
    }
}
