import Frame
import Markup
import Vocabulary

extension Page {
    /// A figure with words that suit it: "1 leverans har kommit in".
    func tile(
        _ number: Int, sv: (one: String, many: String), en: (one: String, many: String)
    ) -> (figure: String, text: HTML) {
        let words = language == .sv ? sv : en
        return (self.number(number), "\(number == 1 ? words.one : words.many)")
    }
}
