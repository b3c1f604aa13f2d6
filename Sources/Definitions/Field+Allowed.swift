public import Vocabulary

extension Field {
    /// What a cell may hold, in words: "tomt, X eller antal dagar 1–31".
    public func allowed(_ language: Language) -> String {
        let words: Localized =
            switch type {
            case .month: Localized(sv: "år och månad, till exempel 2013-03", en: "year and month, for instance 2013-03")
            case .municipality: Localized(sv: "fyra siffror, till exempel 0180", en: "four digits, for instance 0180")
            case .runningNumber(_, let maxDigits):
                Localized(sv: "siffror, högst \(maxDigits)", en: "digits, at most \(maxDigits)")
            case .mark(days: true):
                Localized(sv: "tomt, X eller antal dagar 1–31", en: "blank, X or number of days 1–31")
            case .mark(days: false): Localized(sv: "tomt eller X", en: "blank or X")
            case .code: Localized(sv: "en kod ur kodlistan", en: "a code of the code list")
            case .text(let maxLength):
                Localized(sv: "text, högst \(maxLength) tecken", en: "text, at most \(maxLength) characters")
            case .integer(let minimum, let maximum):
                Localized(sv: "heltal \(minimum)–\(maximum)", en: "whole number \(minimum)–\(maximum)")
            case .date: Localized(sv: "ett datum, till exempel 2023-08-14", en: "a date, for instance 2023-08-14")
            case .amount:
                Localized(
                    sv: "kronor med högst två decimaler, till exempel 1234,50",
                    en: "kronor with at most two decimals, for instance 1234,50")
            case .key: Localized(sv: "en pseudonym, 14 bokstäver a–z", en: "a pseudonym, 14 letters a–z")
            case .term(let maxLength):
                Localized(sv: "en benämning, högst \(maxLength) tecken", en: "a name, at most \(maxLength) characters")
            }
        return words[language]
    }
}
