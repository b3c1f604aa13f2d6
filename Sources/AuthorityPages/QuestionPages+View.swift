import Collecting
import Frame
import Markup
import Vocabulary

extension Page {
    func questions(_ choice: QuestionChoice) -> Document {
        let shown = choice.questions
        let list = PageOfList(of: shown.count, path)
        let states: [Question.Status?] = Question.Status.allCases + [nil]
        return document(say("Frågor", "Questions")) {
            """
            \(chips(say("Visa", "Show"), states.map { status in
                Chip(
                    status.map { say($0.plural) } ?? say("Alla", "All"), count: choice.count(status),
                    path.with("visa", status?.word ?? QuestionChoice.all).with("sida", nil),
                    isCurrent: status == choice.status)
            }))\
            \(filterForm(say("Sök frågor", "Search questions"), keeping: ["visa"]) {
                """
                \(select("amne", say("Ämne", "Topic"), [Option("", say("Alla", "All"))] + QuestionTopic.allCases.map {
                    Option($0.rawValue, say($0.title))
                }, selected: choice.topic?.rawValue ?? ""))\
                \(field("sok", say("Kommun eller kod", "Municipality or code"), .search, value: choice.sought))\
                \(button(say("Sök", "Search"), .secondary))
                """
            })\
            \(questionTable(
                say("Frågor", "Questions"), Array(shown[list.range]),
                empty: choice.status == .waiting
                    ? say("Ingen fråga väntar på svar.", "No question waits for an answer.")
                    : say("Ingen fråga stämmer med urvalet.", "No question matches.")))\
            \(pager(list, things: say("frågor", "questions")))\
            <p>\(link(
                say("Veckosammanställning", "Summary of the week"), .questions(week: Week(today).previous.iso)))</p>
            """
        }
    }

    func questionTable(_ caption: String, _ questions: [Question], isOfOne: Bool = false, empty: String) -> HTML {
        var columns: [Column<Question>] = [
            Column(say("Fråga", "Question"), .rowHeader) { self.link(self.beginning(of: $0), .question($0.id)) },
            Column(say("Ämne", "Topic")) { "\(self.say($0.topic.title))" },
            Column(say("Gäller", "About")) { question in
                "\(question.delivery.map { "\($0)" } ?? question.month.map { $0.fullName(self.language) } ?? "–")"
            },
            Column(say("Ställd", "Asked")) { "\(self.date($0.askedAt))" },
            Column(say("Läge", "State")) { self.tag($0.status.tag) },
        ]
        if !isOfOne { columns.insert(Column(say("Kommun", "Municipality")) { "\($0.municipality.name)" }, at: 1) }
        return table(caption, questions, columns, isCaptionUnseen: true, empty: empty)
    }

    private func beginning(of question: Question) -> String {
        let text = question.entries.first?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        let (short, limit) = (text.prefix(90), 90)
        return text.isEmpty ? "\(say("Fråga", "Question")) \(question.id)" : text.count > limit ? short + "…" : text
    }

    func question(_ question: Question, _ answer: QuestionAnswer) -> Document {
        document(
            say(
                "Fråga om \(say(question.topic.title).uncapitalised)",
                "Question about \(say(question.topic.title).uncapitalised)"),
            over: question.municipality.fullName, tag: question.status.tag,
            crumbs: [Link(say("Frågor", "Questions"), .questions)], errors: answer.errors
        ) {
            """
            \(news)\
            \(facts(about(question, answer.month)))\
            \(timeline(question.entries.map { entry in
                (
                    at: entry.at,
                    text: "<strong>\(entry.author)\(entry.isFromAuthority ? "" : ", \(question.municipality.name)")</strong><br>\(lines(entry.text))" as HTML
                )
            }))\
            \(answer.mayAnswer ? form(question, answer) : nil)
            """
        }
    }

    private var news: HTML? {
        switch path["klart"] {
        case "svarad":
            notice(.ok, isNews: true, say("Svaret är skickat.", "The answer has been sent."))
        case "avslutad":
            notice(.ok, isNews: true, say("Frågan är avslutad.", "The question has been closed."))
        default: nil
        }
    }

    private func about(_ question: Question, _ month: Month?) -> [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = []
        let name = question.municipality.name
        let place = month.map { link(name, .collecting($0, question.municipality)) }
        facts.append((say("Kommun", "Municipality"), place ?? "\(name)"))
        if let month = question.month { facts.append((say("Månad", "Month"), "\(month.fullName(language))")) }
        if let number = question.delivery {
            facts.append((say("Leverans", "Delivery"), link("\(number)", .delivery(number))))
        }
        facts.append((say("Ställd", "Asked"), "\(time(question.askedAt))"))
        return facts
    }

    private func form(_ question: Question, _ answer: QuestionAnswer) -> HTML {
        let path = Path.question(question.id)
        return """
            \(form(to: path) {
                """
                \(hiddenField(QuestionAnswer.seen, String(question.entries.count)))\
                \(textArea(
                    QuestionAnswer.field, say("Svar", "Answer"), value: answer.text,
                    hint: say(
                        "Den som frågade får ett mejl om att svaret finns här. Svaret står inte i mejlet.",
                        "Whoever asked is told by mail that the answer is here. The mail does not have the answer."),
                    rows: 8, length: CollectingText.question.limit, errors: answer.errors))\
                \(actions(button(say("Skicka svaret", "Send the answer"))))
                """
            })\
            \(question.status == .closed ? nil : buttonForm(
                say("Avsluta frågan utan svar", "Close the question without an answer"), .link,
                to: path.under("avsluta")))
            """
    }
}

extension Question.Status {
    fileprivate var plural: Localized {
        switch self {
        case .waiting: title
        case .answered: Localized(sv: "Besvarade", en: "Answered")
        case .closed: Localized(sv: "Avslutade", en: "Closed")
        }
    }
}
