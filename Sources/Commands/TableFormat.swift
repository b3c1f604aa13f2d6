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
        case .text: try put(Data(tables.map { $0.text(language) }.joined(separator: "\n").utf8), path)
        case .json: try put(Data(StatisticalTable.json(tables)), path)
        case .xlsx:
            guard path != nil else { throw ValidationError("Ange en fil med -o för --format xlsx.") }
            try put(Data(StatisticalTable.workbook(tables, language)), path)
        case .csv:
            if tables.count == 1 {
                try put(Data(tables[0].csv()), path)
            } else {
                guard let path else { throw ValidationError("Ange en tabell med --table, eller en mapp med -o.") }
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                for table in tables { try put(Data(table.csv()), path + "/tabell-\(table.id).csv") }
            }
        }
    }

    private func put(_ data: Data, _ path: String?) throws {
        if let path {
            try data.write(to: URL(filePath: path))
        } else {
            try FileHandle.standardOutput.write(contentsOf: data)
        }
    }
}
