import Definitions
import Tabular
import Vocabulary

/// The sheet with the codes of a collection.
enum MarkedWorkbookCodes {
    static func sheet(_ collection: Definitions.Collection, _ language: Language) -> AddedSheet {
        let names: MarkingNames = language == .sv ? .sv : .en
        var rows: [[AddedCell]] = [
            [AddedCell(names.codesTitle, .title)], [AddedCell(collection.title[language])],
        ]
        let headers = language == .sv ? ["Kod", "Betydelse", "Beskrivning"] : ["Code", "Meaning", "Description"]
        for list in collection.codeLists {
            rows.append([])
            rows.append([AddedCell(list.title[language], .bold)])
            rows.append(headers.map { AddedCell($0, .header) })
            for code in list.codes {
                rows.append([
                    AddedCell(code.value), AddedCell(code.label[language] + validity(code, language), .wrapped),
                    AddedCell(code.description[language], .wrapped),
                ])
            }
        }
        return AddedSheet(name: names.codes, widths: [8, 60, 100], rows: rows)
    }

    private static func validity(_ code: Code, _ language: Language) -> String {
        switch (code.validFrom, code.validTo) {
        case (nil, nil): ""
        case (let from?, nil): language == .sv ? " (från \(from.fullName(.sv)))" : " (from \(from.fullName(.en)))"
        case (nil, let to?): language == .sv ? " (till \(to.fullName(.sv)))" : " (until \(to.fullName(.en)))"
        case (let from?, let to?): " (\(from.fullName(language)) – \(to.fullName(language)))"
        }
    }
}
