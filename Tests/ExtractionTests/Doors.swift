import Checking
import Definitions
import Extraction
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

/// What the tests put files through.
enum Doors {
    /// Skatteverket's test numbers: an applicant, a co-applicant and a child.
    static let (anna, bo, barn) = ("199001012385", "199001022384", "201501012395")

    static let key = PseudonymKey(String(repeating: "0123456789abcdef", count: 4))

    static func mapping(_ id: String) throws -> Mapping {
        try MappingLibrary(DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)).mapping(
            id)
    }

    static func map(_ id: String, _ texts: [String], today: String = "2023-09-05") throws -> Extracted {
        let files = texts.enumerated().map { InputFile(name: "fil\($0)", bytes: FileBytes(Array($1.utf8))) }
        return try map(id, files, today: today)
    }

    static func map(
        _ id: String, _ files: [InputFile], today: String = "2023-09-05", links: LinkTable = LinkTable()
    ) throws -> Extracted {
        try Extraction(mapping(id), key: #require(key)).map(files, today: #require(Day(iso: today)), links: links)
    }
}

extension Extracted {
    /// The rows of a table without the header, split into cells.
    func rows(_ table: String) -> [[String]] {
        guard let file = files.first(where: { $0.name == table + ".csv" }) else { return [] }
        let text = file.bytes.withBytes { String(decoding: $0, as: UTF8.self) }
        return text.split(separator: "\r\n").dropFirst().map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Everything that leaves the door, as text.
    var everything: String {
        files.map { $0.bytes.withBytes { String(decoding: $0, as: UTF8.self) } }.joined() + "\(report)"
    }
}
