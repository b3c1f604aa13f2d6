import Frame
import Hummingbird
import Markup
import NIOCore
import Publication
import Vocabulary
import Web

/// What a table can be fetched as.
enum TableFile: String, CaseIterable {
    case xlsx, csv
}

extension Page {
    /// A table of figures, each measure a column of its own.
    func statistics(_ statistics: StatisticalTable, narrow: NarrowTable = .stack) -> HTML {
        let form = NumberForm(language)
        let rows = statistics.rows.filter { !$0.isTotal }
        let columns = statistics.columns.enumerated().map { place, column in
            // A change is a text for the sake of its sign, but a number to whoever reads down the column.
            let isNumber = column.unit != .text || rows.allSatisfy { $0.cells[place].text(form).isSignedNumber }
            return Frame.Column<StatisticalTable.Row>(
                column.title, place == 0 ? .rowHeader : isNumber ? .number : .text
            ) { row in "\(row.cells[place].text(form))" }
        }
        let notes = statistics.notes.map { "<p class=\"small\">\($0)</p>\n" as HTML }
        return """
            \(table(
                statistics.title, rows, columns, narrow: narrow, empty: say("Inget att visa.", "Nothing to show."),
                sum: statistics.rows.first(where: \.isTotal)))\(notes)
            """
    }

    /// Tables as a file: a workbook with a sheet each, or the first of them as CSV.
    func file(_ tables: [StatisticalTable], _ kind: TableFile, _ name: String) throws -> Response {
        guard !tables.isEmpty else { throw PageError.notFound }
        let warning = isDemonstration ? say("Påhittade uppgifter", "Made-up data") : nil
        let marked = tables.map { table in
            var table = table
            table.warning = warning
            return table
        }
        let bytes =
            switch kind {
            case .xlsx: try StatisticalTable.workbook(marked, language)
            case .csv: marked.first?.csv() ?? []
            }
        return .file(
            ByteBuffer(bytes: bytes), as: .ofFile("x.\(kind.rawValue)"), .attachment("\(name).\(kind.rawValue)"))
    }

    /// Links to what a page shows as files under `path`: "Ladda ner per kommun (xlsx)".
    func fileLinks(_ path: Path, _ name: String, _ what: String? = nil) -> HTML {
        let beginning = say("Ladda ner", "Download") + (what.map { " \($0)" } ?? "")
        let links = TableFile.allCases.map { kind in
            link("\(beginning) (\(kind.rawValue))", path.file(name, kind.rawValue), icon: .download)
        }
        return "<p class=\"no-print\">\(links.joined(separator: " · "))</p>\n"
    }
}

extension String {
    fileprivate var isSignedNumber: Bool { Int(replacing("−", with: "-")) != nil }
}

extension Path {
    /// The page with those `names` that stand after the question mark of `other`.
    func carrying(_ names: [String], of other: Path) -> Path {
        names.reduce(self) { $0.with($1, other[$1]) }
    }

    /// A file under the page, with what stands after the question mark.
    func file(_ name: String, _ ending: String) -> Path {
        items.reduce(page.under("\(name).\(ending)")) { $0.with($1.name, $1.value) }
    }
}
