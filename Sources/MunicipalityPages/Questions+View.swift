import Collecting
import Definitions
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func questions(_ questions: [Question], _ may: Rights) -> Document {
        document(
            say("Frågor till myndigheten", "Questions to the authority"), back: Link(say("Hjälp", "Help"), .help)
        ) {
            """
            \(may.ask ? actions(buttonLink(say("Ställ en fråga", "Ask a question"), to: .newQuestion)) : nil)\
            \(table(
                say("Kommunens frågor, den nyaste först", "The municipality's questions, the newest first"), questions,
                [
                    Column(say("Fråga", "Question"), .rowHeader) { question in
                        link(beginning(question), .ourQuestion(question.id))
                    },
                    Column(say("Ämne", "Topic")) { "\(say($0.topic.title))" },
                    Column(say("Ställd", "Asked")) { "\(time($0.askedAt)), \($0.entries.first?.author ?? "")" },
                    Column(say("Läge", "State")) { tag(Tag($0.status)) },
                ], empty: say("Ni har inte ställt några frågor än.", "You have not asked any questions yet.")))
            """
        }
    }

    private func beginning(_ question: Question) -> String {
        let text = question.entries.first?.text.split(whereSeparator: \.isNewline).joined(separator: " ") ?? ""
        return text.count > 90 ? text.prefix(90) + "…" : text
    }

    func ask(_ ask: AskPage, _ errors: FormErrors = FormErrors()) -> Document {
        document(
            say("Ställ en fråga", "Ask a question"), over: ask.collection.map { over($0, ask.desk.municipality) },
            back: Link(say("Frågor till myndigheten", "Questions to the authority"), .ourQuestions), errors: errors
        ) {
            """
            <p>\(say(
                "Du får ett mejl när vi har svarat. Dina kollegor ser frågan och svaret här.",
                "You get a mail when we have answered. Your colleagues see the question and the answer here."))</p>
            \(form(to: Path.newQuestion.with("leverans", ask.delivery?.description)) {
                """
                \(ask.delivery.map { "<p>\(say("Om leverans", "About delivery")) \(link($0.description, .delivery($0)))</p>\n" as HTML })\
                \(select(
                    "amne", say("Vad gäller frågan?", "What is the question about?"),
                    QuestionTopic.allCases.map { Option($0.rawValue, say($0.title)) }, selected: ask.topic.rawValue))\
                \(ask.delivery == nil ? month(ask) : nil)\
                \(textArea(
                    "fraga", say("Din fråga", "Your question"), value: ask.text,
                    hint: say("Skriv utan uppgifter om enskilda hushåll eller personer.", "Write without data about individual households or people."),
                    length: CollectingText.question.limit, errors: errors))\
                \(actions(button(say("Skicka frågan", "Send the question")), link(say("Avbryt", "Cancel"), .ourQuestions)))
                """
            })
            """
        }
    }

    private func month(_ ask: AskPage) -> HTML {
        let months = ask.collection?.calendar.periods.map(\.month) ?? []
        return select(
            "manad", say("Månad", "Month"),
            [Option("", say("Ingen särskild", "None in particular"))] + months.map { Option($0.iso, capital($0)) },
            selected: ask.month?.iso ?? "")
    }

    func question(
        _ question: Question, _ collection: Definitions.Collection, _ may: Rights, typed: String = "",
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        document(
            say(
                "Fråga om \(say(question.topic.title).lowercased())",
                "Question: \(say(question.topic.title).lowercased())"),
            over: over(collection, question.municipality), tag: Tag(question.status),
            back: Link(say("Frågor till myndigheten", "Questions to the authority"), .ourQuestions), errors: errors
        ) {
            """
            \(path["klart"] == nil ? nil : notice(
                .ok, isNews: true,
                say("Vi har fått din fråga. Du får ett mejl när vi har svarat.", "We have your question. You get a mail when we have answered.")))\
            \(about(question))\
            \(timeline(question.entries.map { entry in
                let who = entry.isFromAuthority ? "\(entry.author), \(host.name)" : entry.author
                return (entry.at, "<p><strong>\(who)</strong></p>\n<p>\(lines(entry.text))</p>" as HTML)
            }))\
            \(may.ask && question.status != .closed ? form(to: .ourQuestion(question.id)) {
                """
                \(textArea(
                    "fraga", question.status == .answered ? say("Fråga vidare", "Ask on") : say("Lägg till något", "Add something"),
                    value: typed,
                    hint: say("Skriv utan uppgifter om enskilda hushåll eller personer.", "Write without data about individual households or people."),
                    length: CollectingText.question.limit, errors: errors))\
                \(actions(button(say("Skicka", "Send"), .secondary)))
                """
            } : nil)
            """
        }
    }

    private func about(_ question: Question) -> HTML? {
        if let delivery = question.delivery {
            return "<p>\(say("Om leverans", "About delivery")) \(link(delivery.description, .delivery(delivery)))</p>\n"
        }
        return question.month.map { "<p>\(say("Gäller \(fullName($0)).", "About \(fullName($0))."))</p>\n" }
    }
}

extension Tag {
    /// Whose turn it is to say something.
    init(_ status: Question.Status) {
        switch status {
        case .waiting: self.init(status.title, .clock, .info)
        case .answered: self.init(status.title, .tick, .ok)
        case .closed: self.init(status.title, .none, .plain)
        }
    }
}
