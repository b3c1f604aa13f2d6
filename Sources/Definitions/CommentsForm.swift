public import Vocabulary

/// The comments form (*synpunkter på modellen*): texts and who answers.
public struct CommentsForm: Sendable {
    /// What the form is called.
    public let title: Localized
    /// Each text: id ("insatser"), title, greatest length in characters, and the table it is about.
    public let texts: [FormText]
    /// Who answers: name, position, unit, e-mail, telephone.
    public let respondent: [FormField]

    /// A form from its parts.
    public init(title: Localized, texts: [FormText], respondent: [FormField]) {
        self.title = title
        self.texts = texts
        self.respondent = respondent
    }
}

/// A free text of the comments form.
public struct FormText: Sendable {
    /// Stable name of the text.
    public let id: String
    /// The question.
    public let title: Localized
    /// In characters.
    public let maxLength: Int
    /// The table the text is about, which is how Tabell 1 counts it.
    public let table: String

    /// A text from its parts.
    public init(id: String, title: Localized, maxLength: Int, table: String) {
        self.id = id
        self.title = title
        self.maxLength = maxLength
        self.table = table
    }
}

/// A line about who answers.
public struct FormField: Sendable {
    /// Stable name of the line.
    public let id: String
    /// What is asked for.
    public let title: Localized

    /// A line from its parts.
    public init(id: String, title: Localized) {
        self.id = id
        self.title = title
    }
}
