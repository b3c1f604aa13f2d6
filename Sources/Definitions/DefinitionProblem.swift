public import Vocabulary

/// Something a definition file says that cannot be meant, at a line, with what to do about it.
public struct DefinitionProblem: Sendable, Equatable {
    /// The file's path within the folder of definitions.
    public let file: String
    /// From 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// What is wrong.
    public enum Kind: Sendable, Equatable {
        /// The text is not YAML; what the reader of YAML said.
        case notYAML(String)
        /// A value that is named and used again: a few lines of such could grow without end.
        case alias(String)
        /// The file is named by another but is not there.
        case missingFile
        /// A key must be there.
        case missing(key: String)
        /// A key that has no meaning here; those that have.
        case unknownKey(String, known: [String])
        /// A value of another shape than the key takes.
        case wrongShape(key: String, expected: Shape)
        /// A word outside the closed vocabulary of a key.
        case unknownWord(key: String, value: String, known: [String])
        /// A reference to something that is not defined.
        case unknownName(key: String, value: String)
        /// An id, name or code that stands twice.
        case duplicate(key: String, value: String)
        /// `id` is not the name of the folder or file.
        case wrongIdentity(id: String, expected: String)
        /// A number outside its bounds.
        case outOfBounds(key: String, value: Int, minimum: Int, maximum: Int)
        /// A table with more fields than a row's bits.
        case tooManyFields(Int)
        /// An example row with another number of cells than there are fields.
        case exampleLength(row: Int, count: Int, expected: Int)
        /// An example cell the field could not hold.
        case exampleCell(row: Int, field: String, value: String)
        /// A period whose dates are not in order: opens, due, then reviewed and closes.
        case datesOutOfOrder(month: String)
        /// A rule about a field of a type it can say nothing about.
        case unsuitedField(rule: String, field: String)
        /// A rule without text, in the catalogue or of its own.
        case noText(rule: String)
    }

    /// The shape of a value.
    public enum Shape: Sendable, Equatable {
        case text, wholeNumber, number, truth, list, mapping, month, date
    }
}

extension DefinitionProblem {
    /// What is wrong, one sentence.
    public func message(_ language: Language) -> String { said[language] }

    /// How to mend it, one sentence.
    public func remedy(_ language: Language) -> String { mending[language] }

    private var said: Localized {
        switch kind {
        case .notYAML(let detail):
            Localized(sv: "Filen är inte YAML: \(detail).", en: "The file is not YAML: \(detail).")
        case .alias(let name):
            Localized(sv: "*\(name) upprepar ett annat värde.", en: "*\(name) repeats another value.")
        case .missingFile:
            Localized(sv: "Filen \(file) saknas.", en: "The file \(file) is missing.")
        case .missing(let key):
            Localized(sv: "Nyckeln \(key) saknas.", en: "The key \(key) is missing.")
        case .unknownKey(let key, _):
            Localized(sv: "Nyckeln \(key) betyder inget här.", en: "The key \(key) means nothing here.")
        case .wrongShape(let key, let expected):
            Localized(
                sv: "\(key) ska vara \(expected.name.sv).", en: "\(key) should be \(expected.name.en).")
        case .unknownWord(let key, let value, _):
            Localized(sv: "\(key) kan inte vara \(value).", en: "\(key) cannot be \(value).")
        case .unknownName(let key, let value):
            Localized(
                sv: "\(key) pekar på \(value), som inte finns.", en: "\(key) points to \(value), which is not defined.")
        case .duplicate(let key, let value):
            Localized(sv: "\(key) \(value) finns två gånger.", en: "\(key) \(value) stands twice.")
        case .wrongIdentity(let id, let expected):
            Localized(
                sv: "id är \(id) men platsen heter \(expected).",
                en: "The id is \(id) but the place is called \(expected).")
        case .outOfBounds(let key, let value, _, _):
            Localized(sv: "\(key) är \(value).", en: "\(key) is \(value).")
        case .tooManyFields(let count):
            Localized(sv: "Tabellen har \(count) fält.", en: "The table has \(count) fields.")
        case .exampleLength(let row, let count, let expected):
            Localized(
                sv: "Exempelrad \(row) har \(count) celler men tabellen har \(expected) fält.",
                en: "Example row \(row) has \(count) cells but the table has \(expected) fields.")
        case .exampleCell(let row, let field, let value):
            Localized(
                sv: "Exempelrad \(row): fältet \(field) kan inte vara \(value.isEmpty ? "tomt" : value).",
                en: "Example row \(row): the field \(field) cannot be \(value.isEmpty ? "blank" : value).")
        case .datesOutOfOrder(let month):
            Localized(
                sv: "Datumen för \(month) är inte i ordning.", en: "The dates of \(month) are not in order.")
        case .unsuitedField(let rule, let field):
            Localized(
                sv: "Regeln \(rule) passar inte fältet \(field).",
                en: "The rule \(rule) does not suit the field \(field).")
        case .noText(let rule):
            Localized(sv: "Regeln \(rule) har ingen text.", en: "The rule \(rule) has no text.")
        }
    }

    private var mending: Localized {
        switch kind {
        case .notYAML:
            Localized(sv: "Kontrollera indrag, citattecken och kolon.", en: "Check indentation, quotes and colons.")
        case .alias:
            Localized(sv: "Skriv ut värdet på varje ställe.", en: "Write the value out in each place.")
        case .missingFile:
            Localized(sv: "Lägg till filen eller ta bort namnet.", en: "Add the file or remove its name.")
        case .missing(let key):
            Localized(sv: "Lägg till \(key).", en: "Add \(key).")
        case .unknownKey(_, let known), .unknownWord(_, _, let known):
            Localized(
                sv: "Använd \(known.joined(separator: ", ")).", en: "Use one of \(known.joined(separator: ", ")).")
        case .wrongShape(_, let expected):
            Localized(sv: "Skriv till exempel \(expected.example).", en: "Write for instance \(expected.example).")
        case .unknownName(_, let value):
            Localized(sv: "Definiera \(value) eller rätta namnet.", en: "Define \(value) or correct the name.")
        case .duplicate:
            Localized(sv: "Ta bort eller byt namn på en av dem.", en: "Remove or rename one of them.")
        case .wrongIdentity(_, let expected):
            Localized(sv: "Skriv id: \(expected).", en: "Write id: \(expected).")
        case .outOfBounds(_, _, let minimum, let maximum):
            Localized(sv: "Ange \(minimum)–\(maximum).", en: "Use \(minimum) to \(maximum).")
        case .tooManyFields:
            Localized(sv: "Använd högst 64 fält.", en: "Use at most 64 fields.")
        case .exampleLength:
            Localized(sv: "Skriv en cell per fält, \"\" för tom.", en: "Write a cell a field, \"\" for blank.")
        case .exampleCell:
            Localized(sv: "Skriv ett värde som fältets typ tillåter.", en: "Write a value the field's type allows.")
        case .datesOutOfOrder:
            Localized(
                sv: "Månaden ska stå en gång, opens ska vara före due, och reviewed och closes efter.",
                en: "A month should stand once, opens should come before due, and reviewed and closes after.")
        case .unsuitedField:
            Localized(
                sv: "Välj ett fält av den typ som regeln gäller, och en kod som finns.",
                en: "Choose a field of the type the rule is about, and a code that exists.")
        case .noText:
            Localized(
                sv: "Ge regeln en egen text (text: name, message, remedy, many).",
                en: "Give the rule a text of its own (text: name, message, remedy, many).")
        }
    }
}

extension DefinitionProblem.Shape {
    var name: Localized {
        switch self {
        case .text: Localized(sv: "en text", en: "a text")
        case .wholeNumber: Localized(sv: "ett heltal", en: "a whole number")
        case .number: Localized(sv: "ett tal", en: "a number")
        case .truth: Localized(sv: "true eller false", en: "true or false")
        case .list: Localized(sv: "en lista", en: "a list")
        case .mapping: Localized(sv: "nycklar med värden", en: "keys with values")
        case .month: Localized(sv: "en månad", en: "a month")
        case .date: Localized(sv: "ett datum", en: "a date")
        }
    }

    var example: String {
        switch self {
        case .text: "text"
        case .wholeNumber: "12"
        case .number: "12.5"
        case .truth: "true"
        case .list: "[a, b]"
        case .mapping: "{sv: …, en: …}"
        case .month: "2013-03"
        case .date: "2013-04-22"
        }
    }
}
