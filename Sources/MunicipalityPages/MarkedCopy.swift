import Checking
import Definitions
import Hummingbird
import NIOCore
import Publication
import Tabular
import Vocabulary
import Web

/// A municipality's own file as a workbook with what was found marked in it (*din fil med felen markerade*).
struct MarkedCopy {
    private let file: CheckedFile
    private let collection: Definitions.Collection
    private let language: Language

    init(_ file: CheckedFile, _ collection: Definitions.Collection, _ language: Language) {
        self.file = file
        self.collection = collection
        self.language = language
    }

    /// The workbook, under a name of ours: the user's own may be anything.
    func response(_ municipality: Municipality, _ month: Month?, _ place: Int) throws -> Response {
        let parts = [municipality.code, month?.iso, place > 1 ? String(place) : nil].compactMap { $0 }
        let beginning = language == .sv ? "markerad" : "marked"
        let name = "\(beginning)-\(parts.joined(separator: "-")).xlsx"
        return .file(ByteBuffer(bytes: try workbook), as: .ofFile(name), .attachment(name))
    }

    private var workbook: [UInt8] {
        get throws {
            if file.isWorkbook {
                return try MarkedWorkbook.make(
                    from: file.bytes, verdicts: file.verdicts, collection: collection, language: language)
            }
            return try MarkedWorkbook.make(
                from: DelimitedRows(DelimitedText(file.bytes)).all, verdicts: file.verdicts, collection: collection,
                language: language)
        }
    }
}
