public import Vocabulary

extension CollectingError {
    /// What to do about it, for whoever wrote; `nil` for what no form can mend, and for faults of ours.
    public var words: Localized? {
        switch self {
        case .dueNotLater(let day):
            Localized(
                sv: "Välj en dag efter \(day.text(.sv)).", en: "Choose a day after \(day.text(.en)).")
        case .dueAfterClosing(let day):
            Localized(
                sv:
                    "Perioden tar emot uppgifter till och med \(day.text(.sv)). Välj högst den dagen, eller förläng perioden först.",
                en:
                    "The period receives figures up to and including \(day.text(.en)). Choose that day at the latest, or prolong the period first."
            )
        case .monthsOutOfOrder:
            Localized(
                sv: "Den sista månaden kommer före den första. Byt plats på dem.",
                en: "The last month comes before the first. Change places.")
        case .blank(let text): text.blankWords
        case .textTooLong(_, let length, let limit):
            Localized(
                sv:
                    "Texten är \(NumberForm(.sv).text(length)) tecken. Den får vara högst \(NumberForm(.sv).text(limit)).",
                en:
                    "The text is \(NumberForm(.en).text(length)) characters. It may be at most \(NumberForm(.en).text(limit))."
            )
        case .identityNumber:
            Localized(
                sv: "Det ser ut som ett personnummer i texten. Ta bort det: här får inget stå om enskilda personer.",
                en:
                    "There seems to be an identity number in the text. Remove it: nothing about a person may stand here."
            )
        case .unknownPlaceholder(let name, let known):
            Localized(
                sv: "{\(name)} står inte för något. De här orden fylls i: \(Self.braced(known)).",
                en: "{\(name)} stands for nothing. These words are filled in: \(Self.braced(known)).")
        case .notAnAddress:
            Localized(
                sv: "Skriv en e-postadress, till exempel namn@kommun.se.",
                en: "Write an e-mail address, such as name@municipality.se.")
        case .storage, .unavailable, .noSuchCollection, .noSuchPeriod, .noSuchQuestion, .notTheirDelivery: nil
        }
    }

    private static func braced(_ names: [String]) -> String { names.map { "{\($0)}" }.joined(separator: ", ") }
}

extension CollectingText {
    fileprivate var blankWords: Localized {
        switch self {
        case .reason: Localized(sv: "Skriv varför.", en: "Write why.")
        case .unit: Localized(sv: "Skriv vad stadsdelen heter.", en: "Write what the district is called.")
        case .subject: Localized(sv: "Skriv ett ämne.", en: "Write a subject.")
        case .reminder, .question, .note: Localized(sv: "Skriv en text först.", en: "Write a text first.")
        case .address: Localized(sv: "Skriv en e-postadress.", en: "Write an e-mail address.")
        }
    }
}
