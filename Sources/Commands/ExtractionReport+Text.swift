import Extraction
import Vocabulary

extension ExtractionReport {
    /// What came of each file, in words: what it was, what was made of it, what was kept out and never read.
    func text(_ language: Language) -> String {
        files.map { $0.lines(language).joined(separator: "\n") }.joined(separator: "\n")
    }
}

extension ExtractionReport.File {
    fileprivate func lines(_ language: Language) -> [String] {
        let form = NumberForm(language)
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        if let problem { return ["\(name): \(problem.text(language))"] }
        var lines = [
            say(
                "\(name): \(source ?? ""), \(form.text(records)) poster.",
                "\(name): \(source ?? ""), \(form.text(records)) records.")
        ]
        for (table, count) in rows.sorted(by: { $0.key < $1.key }) {
            lines.append(say("  \(table): \(form.text(count)) rader", "  \(table): \(form.text(count)) rows"))
        }
        for each in passedOver {
            lines.append(
                say(
                    "  \(form.text(each.count)) poster hör inte till \(each.table), enligt \(each.column).",
                    "  \(form.text(each.count)) records do not belong in \(each.table), by \(each.column)."))
        }
        for each in keptOut {
            let places = each.rows.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "  \(form.text(each.count)) poster togs inte med i \(each.table): \(each.column) "
                        + "\(each.reason.words.sv). De första: \(places).",
                    "  \(form.text(each.count)) records were kept out of \(each.table): \(each.column) "
                        + "\(each.reason.words.en). The first: \(places)."))
        }
        if months.derived > 0 {
            lines.append(
                say(
                    "  \(form.text(months.derived)) utbetalningar säger inte vilken månad de avser: den är tagen ur beslutets "
                        + "eller beräkningens period.",
                    "  \(form.text(months.derived)) payments do not say which month they concern: it is taken from the "
                        + "period of the decision or calculation."))
        }
        if months.none > 0 {
            lines.append(
                say(
                    "  \(form.text(months.none)) utbetalningar säger inte vilken månad de avser: de räknas i månaden de "
                        + "betalas ut.",
                    "  \(form.text(months.none)) payments do not say which month they concern: they are counted in the "
                        + "month they are paid."))
        }
        if !dropped.isEmpty {
            let names = dropped.joined(separator: ", ")
            lines.append(say("  Lästes aldrig: \(names).", "  Never read: \(names)."))
        }
        if !unknown.isEmpty {
            let names = unknown.joined(separator: ", ")
            lines.append(
                say(
                    "  Kolumner som mappningen inte känner: \(names).", "  Columns the mapping does not know: \(names)."
                ))
        }
        return lines
    }
}

extension ExtractionReport.Problem {
    fileprivate func text(_ language: Language) -> String {
        let words: Localized =
            switch self {
            case .notRecognised:
                Localized(
                    sv: "Kolumnerna känns inte igen. Kontrollera att filen är rätt, eller lägg till dem i mappningen.",
                    en: "The columns are not recognised. Check the file, or add them to the mapping.")
            case .columnsMissing(let names):
                Localized(
                    sv: "Kolumner saknas: \(names.joined(separator: ", ")). Ta med dem i utdraget.",
                    en: "Columns are missing: \(names.joined(separator: ", ")). Include them in the extract.")
            case .broken(let record):
                Localized(
                    sv: "Filen går inte att läsa från post \(record). Gör om utdraget.",
                    en: "The file cannot be read from record \(record). Make the extract anew.")
            case .cut(let record):
                Localized(
                    sv: "Filen slutar mitt i post \(record). Gör om utdraget.",
                    en: "The file ends in the middle of record \(record). Make the extract anew.")
            case .beyondLimits(let record):
                Localized(
                    sv: "Post \(record) är större än någon post ur systemet. Kontrollera att filen är rätt.",
                    en: "Record \(record) is larger than any record of the system. Check the file.")
            case .anotherKind:
                Localized(
                    sv: "Filen är inte av det slag som mappningen läser. Spara utdraget i den form mappningen anger.",
                    en: "The file is not of the kind the mapping reads. Save the extract in the form it says.")
            }
        return words[language]
    }
}
