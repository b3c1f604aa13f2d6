import ArgumentParser
import Foundation
import Publication
import Vocabulary

/// The forms in which tables can be had.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case text, csv, xlsx, json

    /// Writes `tables` to the file (or, for several as CSV, the folder) at `path`, or to standard output.
    func write(_ tables: [StatisticalTable], _ language: Language, to path: String?) throws {
        switch self {
        case .text: try put(Array(tables.map { $0.text(language) }.joined(separator: "\n").utf8), path, language)
        case .json: try put(StatisticalTable.json(tables), path, language)
        case .xlsx:
            guard path != nil else {
                throw Refusal(
                    64, language, sv: "Ange en fil med -o för --format xlsx.",
                    en: "Give a file with -o for --format xlsx.")
            }
            try put(StatisticalTable.workbook(tables, language), path, language)
        case .csv:
            if tables.count == 1 {
                try put(tables[0].csv(), path, language)
            } else {
                guard let path else {
                    throw Refusal(
                        64, language, sv: "Ange en tabell med --table, eller en mapp med -o.",
                        en: "Give one table with --table, or a folder with -o.")
                }
                try OutputFile.makeFolder(path, language)
                for table in tables { try put(table.csv(), "\(path)/tabell-\(table.id).csv", language) }
            }
        }
    }

    private func put(_ bytes: [UInt8], _ path: String?, _ language: Language) throws {
        let file = try OutputFile(path, language)
        file.write(bytes)
        try file.finish()
    }
}
