import Checking
import Definitions
import Foundation
import Publication
import Tabular
import Vocabulary

/// Gives files back as workbooks with what is wrong marked in them.
struct MarkedFiles {
    /// A path for one file, a folder for several.
    let output: String?
    let language: Language

    func write(_ checked: [CheckedFile], _ request: CheckRequest) throws {
        guard let output else {
            throw Refusal(
                64, language, sv: "Ange med -o var arbetsboken ska sparas.",
                en: "Say with -o where to save the workbook.")
        }
        let readable = checked.filter { $0.problem == nil }
        for file in checked where file.problem != nil {
            // There is nothing to mark in what cannot be read; say why instead.
            let text = VerdictText(language, collections: request.collections).text(file.verdicts)
            FileHandle.standardError.write(Data(text.utf8))
        }
        if checked.count > 1 { try OutputFile.makeFolder(output, language) }
        for file in readable {
            guard let first = file.verdicts.first,
                let collection = request.collections.first(where: { $0.id == first.collection })
                    ?? request.collections.first
            else { continue }
            let bytes =
                file.isWorkbook
                ? try MarkedWorkbook.make(
                    from: file.bytes, verdicts: file.verdicts, collection: collection, language: language,
                    limits: request.limits)
                : try MarkedWorkbook.make(
                    from: DelimitedRows(DelimitedText(file.bytes)).all,
                    verdicts: file.verdicts, collection: collection, language: language)
            let out = try OutputFile(Self.path(output, for: file.name, of: checked.count), language)
            out.write(bytes)
            try out.finish()
        }
    }

    /// Where the workbook for the file called `name` is written, when there are `count` files.
    static func path(_ output: String, for name: String, of count: Int) -> String {
        count > 1 ? "\(output)/\(URL(filePath: name).deletingPathExtension().lastPathComponent).xlsx" : output
    }
}
