import Definitions
import Register
import Vocabulary

/// A mail before it has a recipient: all texts that collecting sends stand here and in `ReminderText`.
///
/// A mail says what has happened, what to do and where. It holds nothing from rows and nothing that people have typed
/// but the authority's own reminder.
struct Letter: Sendable, Equatable {
    /// What it is about, in one line.
    let subject: Localized
    /// The text, in lines ended with "\n".
    let text: Localized
    /// What kind it is, for lists of mail.
    let reason: String

    init(_ collection: Collection, reason: String, subject: Localized, _ paragraphs: Localized...) {
        self.reason = reason
        self.subject = subject
        let signature = Signature(collection)
        text = Localized(
            sv: (["Hej!"] + paragraphs.map(\.sv) + [signature.text(.sv)]).joined(separator: "\n\n") + "\n",
            en: (["Hello,"] + paragraphs.map(\.en) + [signature.text(.en)]).joined(separator: "\n\n") + "\n")
    }
}

/// Who signs a mail, and whom to ask.
struct Signature {
    let collection: Collection

    init(_ collection: Collection) { self.collection = collection }

    func text(_ language: Language) -> String {
        let greeting = language == .sv ? "Vänliga hälsningar" : "Kind regards"
        guard let contact = collection.contact else { return "\(greeting)\n\(collection.authority)" }
        let telephone = contact.telephone.map { (language == .sv ? ", tfn " : ", tel. ") + $0 } ?? ""
        return """
            \(greeting)
            \(collection.authority)

            \(language == .sv ? "Frågor" : "Questions"): \(contact.name), \(contact.email)\(telephone)
            """
    }
}

/// When to deliver at the latest, seen from `today`.
private func deadline(_ due: Day, _ today: Day) -> Localized {
    due < today
        ? Localized(sv: "Sista dag var \(due.text(.sv))", en: "The last day was \(due.text(.en))")
        : Localized(sv: "Sista dag är \(due.textWithWeekday(.sv))", en: "The last day is \(due.textWithWeekday(.en))")
}

/// What a letter about a municipality and month is about: "Testinsamling 2013, mars 2013, Uppsala".
private func matter(_ collection: Collection, _ month: Month, _ municipality: Municipality) -> Localized {
    Localized(
        sv: "\(collection.title.sv), \(month.fullName(.sv)), \(municipality.name)",
        en: "\(collection.title.en), \(month.fullName(.en)), \(municipality.name)")
}

// Deliveries.
extension Letter {
    /// The receipt of a delivery that the authority has yet to review, by the day it says if that is to come.
    static func received(
        _ collection: Collection, _ number: DeliveryNumber, reviewed: Day?, today: Day, link: String
    ) -> Letter {
        let matter = matter(collection, number.month, number.municipality)
        let by =
            reviewed.flatMap { $0 < today ? nil : $0 }.map {
                (sv: " senast \($0.text(.sv))", en: " by \($0.text(.en))")
            } ?? (sv: "", en: "")
        return Letter(
            collection, reason: "receipt",
            subject: Localized(sv: "Inlämnad: \(matter.sv)", en: "Delivered: \(matter.en)"),
            Localized(
                sv: "Uppgifterna är inlämnade. Leveransnummer \(number).\nKvitto: \(link)",
                en: "The figures are delivered. Delivery number \(number).\nReceipt: \(link)"),
            Localized(
                sv: "Vi granskar\(by.sv). Ni får mejl om vi har frågor.",
                en: "We review them\(by.en). You will have a mail if we have questions."))
    }

    /// A delivery has been approved.
    static func approved(_ collection: Collection, _ number: DeliveryNumber, link: String) -> Letter {
        let matter = matter(collection, number.month, number.municipality)
        return Letter(
            collection, reason: "approved",
            subject: Localized(sv: "Godkänd: \(matter.sv)", en: "Approved: \(matter.en)"),
            Localized(
                sv: "Uppgifterna är inlämnade och godkända. Leveransnummer \(number).\nKvitto: \(link)",
                en: "The figures are delivered and approved. Delivery number \(number).\nReceipt: \(link)"),
            Localized(sv: "Ni behöver inte göra något mer.", en: "You need not do anything more."))
    }

    /// The authority has returned a delivery; why is said on the page, not in the mail.
    static func returned(
        _ collection: Collection, _ number: DeliveryNumber, due: Day, today: Day, link: String
    ) -> Letter {
        let (matter, deadline) = (matter(collection, number.month, number.municipality), deadline(due, today))
        return Letter(
            collection, reason: "returned",
            subject: Localized(sv: "Återlämnad: \(matter.sv)", en: "Returned: \(matter.en)"),
            Localized(
                sv: "Vi har återlämnat leverans \(number) och behöver en ny.\nLäs varför och lämna på nytt: \(link)",
                en: "We have returned delivery \(number) and need another.\nRead why and deliver again: \(link)"),
            Localized(
                sv: "Skicka hela filen igen, inte bara de rättade raderna. \(deadline.sv). "
                    + "Hellre rätta uppgifter sent än inga alls.",
                en: "Send the whole file again, not only the corrected rows. \(deadline.en). "
                    + "Better correct figures late than none."))
    }

    /// A file that took long to check has errors.
    static func faulty(
        _ collection: Collection, _ month: Month, _ municipality: Municipality, errors: Int, due: Day, today: Day,
        link: String
    ) -> Letter {
        let (matter, deadline) = (matter(collection, month, municipality), deadline(due, today))
        let number = (sv: NumberForm(.sv).text(errors), en: NumberForm(.en).text(errors))
        return Letter(
            collection, reason: "errors",
            subject: Localized(
                sv: "\(number.sv) fel att rätta: \(matter.sv)",
                en: "\(number.en) \(errors == 1 ? "error" : "errors") to correct: \(matter.en)"),
            Localized(
                sv: "Filen är inte inlämnad. Se felen och ladda upp på nytt: \(link)",
                en: "The file has not been delivered. See the errors and upload again: \(link)"),
            Localized(sv: deadline.sv + ".", en: deadline.en + "."))
    }

    /// A file that took long to check can be delivered.
    static func ready(
        _ collection: Collection, _ month: Month, _ municipality: Municipality, due: Day, today: Day, link: String
    ) -> Letter {
        let (matter, deadline) = (matter(collection, month, municipality), deadline(due, today))
        return Letter(
            collection, reason: "checked",
            subject: Localized(sv: "Kontrollerad: \(matter.sv)", en: "Checked: \(matter.en)"),
            Localized(
                sv: "Filen är kontrollerad men inte inlämnad. Lämna in den här: \(link)",
                en: "The file has been checked but not delivered. Deliver it here: \(link)"),
            Localized(sv: deadline.sv + ".", en: deadline.en + "."))
    }

    /// A municipality has been given more time.
    static func extended(
        _ collection: Collection, _ month: Month, _ municipality: Municipality, until: Day, link: String
    ) -> Letter {
        let matter = matter(collection, month, municipality)
        return Letter(
            collection, reason: "extension",
            subject: Localized(sv: "Anstånd: \(matter.sv)", en: "More time: \(matter.en)"),
            Localized(
                sv: "Ni har fått anstånd. Er sista dag är \(until.textWithWeekday(.sv)).",
                en: "You have more time. Your last day is \(until.textWithWeekday(.en))."),
            Localized(sv: "Lämna uppgifterna här: \(link)", en: "Deliver the figures here: \(link)"))
    }
}

// Questions.
extension Letter {
    /// To the authority: a municipality has asked something.
    static func asked(
        _ collection: Collection, _ municipality: Municipality, _ topic: QuestionTopic, link: String
    ) -> Letter {
        Letter(
            collection, reason: "question",
            subject: Localized(
                sv: "Fråga från \(municipality.name): \(topic.title.sv)",
                en: "Question from \(municipality.name): \(topic.title.en)"),
            Localized(
                sv: "\(municipality.name) har ställt en fråga om \(collection.title.sv). Läs och svara: \(link)",
                en: "\(municipality.name) has asked a question about \(collection.title.en). Read and answer: \(link)"))
    }

    /// To the one who asked: the question has come in.
    static func questionReceived(_ collection: Collection, link: String) -> Letter {
        Letter(
            collection, reason: "question",
            subject: Localized(
                sv: "Vi har fått din fråga om \(collection.title.sv)",
                en: "We have your question about \(collection.title.en)"),
            Localized(
                sv: "Du får ett mejl när vi har svarat. Din fråga finns här: \(link)",
                en: "You will have a mail when we have answered. Your question is here: \(link)"))
    }

    /// To the one who asked: the authority has answered.
    static func answered(_ collection: Collection, link: String) -> Letter {
        Letter(
            collection, reason: "answer",
            subject: Localized(
                sv: "Svar på din fråga om \(collection.title.sv)",
                en: "An answer to your question about \(collection.title.en)"),
            Localized(
                sv: "Vi har svarat. Läs svaret och fråga mer om du behöver: \(link)",
                en: "We have answered. Read the answer and ask more if you need to: \(link)"))
    }
}

// To the authority.
extension Letter {
    /// What municipalities asked and said in a week: how many and about what. What they wrote stands on the page.
    static func summary(_ collection: Collection, _ summary: WeeklySummary, link: String) -> Letter {
        let week = summary.week
        return Letter(
            collection, reason: "summary",
            subject: Localized(
                sv: "Frågor och svar \(week.text(.sv)): \(collection.title.sv)",
                en: "Questions and answers, \(week.text(.en)): \(collection.title.en)"),
            Localized(sv: summary.counted(.sv), en: summary.counted(.en)),
            Localized(sv: "Läs frågorna och svara: \(link)", en: "Read the questions and answer: \(link)"))
    }
}

extension WeeklySummary {
    fileprivate func counted(_ language: Language) -> String {
        let say = { (sv: String, en: String) in language == .sv ? sv : en }
        let names = { (municipalities: [Municipality]) in municipalities.map(\.name).joined(separator: ", ") }
        let days = "\(week.monday.text(language)) – \(week.sunday.text(language))"
        var lines = ["\(say("Veckan", "The week")) \(days)", ""]
        lines.append("\(say("Nya frågor", "New questions")): \(questions.count)")
        for group in groups {
            let month = group.month.map { ", " + $0.fullName(language) } ?? ""
            lines.append("- \(group.topic.title[language])\(month): \(group.count)")
        }
        lines.append("\(say("Väntar på svar", "Waiting for an answer")): \(unanswered.count)")
        for (title, municipalities) in [
            (say("Avstår", "Decline"), declines.map(\.municipality)),
            (say("Har lämnat synpunkter", "Have sent comments"), comments.map(\.municipality)),
        ] {
            let whom = municipalities.isEmpty ? "" : " (\(names(municipalities)))"
            lines.append("\(title): \(municipalities.count)\(whom)")
        }
        return lines.joined(separator: "\n")
    }
}
