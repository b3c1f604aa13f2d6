import Definitions
import Vocabulary

/// A reminder (*påminnelse*) with words in braces that stand for what differs between municipalities.
public struct ReminderText: Sendable, Equatable {
    /// Its subject, in one line.
    public var subject: String
    /// The text, in lines ended with "\n".
    public var text: String

    /// A reminder from its parts.
    public init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }

    /// The words that stand for something: the municipality, the month, its last day and the page to deliver on.
    public static let placeholders = ["kommun", "månad", "datum", "länk"]

    /// Whether the last day to deliver has passed; there is a text for each.
    public enum Phase: String, CaseIterable, Sendable {
        /// Before the last day, or on it.
        case before
        /// After the last day.
        case after
    }

    /// What is sent until the authority has saved a text of its own.
    static func standard(_ collection: Collection, _ phase: Phase) -> ReminderText {
        ReminderText(
            subject: "Påminnelse: \(collection.title.sv), {månad}",
            text: """
                Hej!

                Vi har inte fått in {kommun}s uppgifter för {månad}. Sista dag \(phase == .before ? "är" : "var") {datum}.

                Lämna uppgifterna här:
                {länk}

                Om ni inte har något att rapportera, tala om det på samma sida. Behöver ni mer tid? Hör av er.

                \(Signature(collection).text(.sv))

                """)
    }

    /// The reminder in order to be sent: not blank, not too long, without identity numbers and unknown words in braces.
    func checked() throws(CollectingError) -> ReminderText {
        let subject = try CollectingText.subject.filled(
            subject.split(whereSeparator: \.isNewline).joined(separator: " "))
        let text = try CollectingText.reminder.filled(text.replacing("\r\n", with: "\n"))
        for part in [subject, text] {
            for case .placeholder(let name) in Self.pieces(part) where !Self.placeholders.contains(name) {
                throw .unknownPlaceholder(name, known: Self.placeholders)
            }
        }
        return ReminderText(subject: subject, text: text + "\n")
    }

    /// The reminder for one municipality.
    func filled(_ municipality: Municipality, _ month: Month, due: Day, link: String) -> ReminderText {
        let values = [
            "kommun": municipality.name, "månad": month.fullName(.sv), "datum": due.text(.sv), "länk": link,
        ]
        let fill = { (text: String) in
            var filled = ""
            for piece in Self.pieces(text) {
                switch piece {
                case .placeholder(let name): filled += values[name] ?? "{\(name)}"
                // "Borås uppgifter": a name that ends in s takes no other.
                case .text(let text):
                    let isGenitive = text.first == "s" && !(text.dropFirst().first?.isLetter ?? false)
                    let endsInS = filled.last.map { "sxz".contains($0) } ?? false
                    filled +=
                        isGenitive && endsInS && filled.hasSuffix(municipality.name) ? text.dropFirst() : text[...]
                }
            }
            return filled
        }
        return ReminderText(subject: fill(subject), text: fill(text))
    }

    private enum Piece {
        case text(String)
        case placeholder(String)
    }

    /// The text and the words in braces, in order. A brace without its like is text.
    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
