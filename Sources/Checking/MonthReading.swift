import Tabular
import Vocabulary

/// Reads a month in the forms people write it.
struct MonthReading {
    /// The year that a bare month number means, when only one can be meant.
    let year: Int?

    /// The month, and the repair when it is not written `2013-03`; `nil` when it cannot be understood.
    func read(_ cell: UnsafeBufferPointer<UInt8>) -> (month: Month, repair: BuiltInRule?)? {
        let bytes = CellReading.trimmed(cell)
        let text = Windows1252.text(bytes)
        if let month = Month(iso: text) { return (month, bytes.count < cell.count ? .spaces : nil) }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let numbers = words.map { word in
            word.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } && word.utf8.count <= 8 ? Int(word) : nil
        }
        return serial(words, numbers).map { ($0, .excelSerial) } ?? month(words, numbers).map { ($0, .monthForm) }
    }

    private func month(_ words: [String], _ numbers: [Int?]) -> Month? {
        switch words.count {
        case 0: return nil  // only marks: "-"
        case 1:
            if let number = numbers[0] {
                switch words[0].utf8.count {
                case 1, 2: return year.flatMap { Month(year: $0, month: number) }  // 3, 03
                case 6: return Month(year: number / 100, month: number % 100)  // 201303
                case 8: return Month(year: number / 10_000, month: number / 100 % 100)  // 20130301
                default: return nil
                }
            }
            return named(words[0]).flatMap { month in year.flatMap { Month(year: $0, month: month) } }  // mars
        case 2:
            if let month = named(words[0]) {
                return numbers[1].flatMap { Month(year: full($0, words[1]), month: month) }
            }
            if let month = named(words[1]) {
                return numbers[0].flatMap { Month(year: full($0, words[0]), month: month) }
            }
            guard let first = numbers[0], let second = numbers[1] else { return nil }
            if words[0].utf8.count == 4 { return Month(year: first, month: second) }  // 2013/03
            if words[1].utf8.count == 4 { return Month(year: second, month: first) }  // 3/2013
            return nil
        default:
            // A date, with or without a time: 2013-03-01, 2013-03-01 00:00:00; 1 mars 2013.
            if words[0].utf8.count == 4, let first = numbers[0], let second = numbers[1] {
                return Month(year: first, month: second)
            }
            if words.count == 3, let month = named(words[1]), let year = numbers[2] {
                return Month(year: year, month: month)
            }
            return nil
        }
    }

    /// Excel's number of a day since 1899-12-30, between 2000 and 2099, where a month should be.
    private func serial(_ words: [String], _ numbers: [Int?]) -> Month? {
        guard words.count == 1, words[0].utf8.count == 5, let days = numbers[0], (36_526...73_050).contains(days) else {
            return nil
        }
        var left = days - 36_526  // days since 2000-01-01
        var month = Month(index: 2000 * 12)
        while left >= month.days {
            left -= month.days
            month = month.next
        }
        return month
    }

    /// 13 means 2013.
    private func full(_ year: Int, _ word: String) -> Int { word.utf8.count == 2 ? 2000 + year : year }

    private func named(_ word: String) -> Int? {
        guard word.count >= 3, word.first?.isLetter == true else { return nil }
        for language in Language.allCases {
            for number in 1...12 {
                let name = Month(index: Int32(number - 1)).name(language).lowercased()
                if name == word || (name.hasPrefix(word) && word.count <= 4) { return number }
            }
        }
        return nil
    }
}
