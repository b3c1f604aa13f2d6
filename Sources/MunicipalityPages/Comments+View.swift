import Definitions
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func comments(
        _ comments: CommentsPage, typed: [String: String], _ errors: FormErrors = FormErrors()
    ) -> Document {
        document(
            say("Synpunkter", "Comments"), over: over(comments.collection, comments.desk.municipality),
            back: Link(say("Till Start", "To the start page"), .start), errors: errors
        ) {
            """
            \(path["klart"] == nil ? nil : notice(
                .ok, isNews: true, say("Tack! Synpunkterna är sparade.", "Thank you! The comments are kept.")))\
            <p>\(say(comments.form.title)).</p>
            <p>\(say(
                "Ni kan skriva även om ni inte lämnar några uppgifter. Skriv utan uppgifter om enskilda.",
                "You can write even if you do not deliver any data. Write without data about individuals."))</p>
            \(comments.earlier.map { earlier in
                """
                <p class="secondary-text">\(say(
                    "\(earlier.sender) sparade synpunkter \(time(earlier.receivedAt)). Det du skriver ersätter dem.",
                    "\(earlier.sender) kept comments \(time(earlier.receivedAt)). What you write replaces them."))</p>

                """ as HTML
            })\(form(to: .comments(comments.month)) {
                """
                \(comments.form.texts.map { text in
                    let name = CommentsPage.text(text.id)
                    return textArea(
                        name, say(text.title), value: typed[name], isOptional: true, length: text.maxLength, errors: errors)
                })\(comments.form.respondent.isEmpty ? nil : fieldset(say("Vem svarar?", "Who answers?"), isLarge: true) {
                    comments.form.respondent.map { line in
                        let name = CommentsPage.line(line.id)
                        return field(
                            name, say(line.title), kind(line.id), value: typed[name], isOptional: true,
                            length: CommentsPage.lineLength, errors: errors)
                    }.joined()
                })\(actions(
                    button(say("Spara synpunkterna", "Keep the comments")), link(say("Avbryt", "Cancel"), .start)))
                """
            })
            """
        }
    }

    private func kind(_ id: String) -> FieldKind {
        switch id {
        case "epost", "email": .email
        case "telefon", "telephone": .telephone
        case "namn", "name": .name
        default: .text
        }
    }
}
