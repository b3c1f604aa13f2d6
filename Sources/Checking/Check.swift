import Tabular
import Vocabulary

/// Judges files: reads them, finds their columns, checks every row, and says what came of it.
///
/// The same verdict wherever it is asked for. Nothing is kept, nothing is sent.
public enum Check {
    /// Judges `files` as one delivery, each file by itself, in the order given.
    public static func files(_ files: [InputFile], as request: CheckRequest) async -> [CheckedFile] {
        var checked: [CheckedFile] = []
        for file in files { checked.append(await self.file(file, as: request)) }
        return sayTwice(checked, request)
    }

    /// The same table for the same municipality and month twice in one delivery: only one of them can count.
    private static func sayTwice(_ checked: [CheckedFile], _ request: CheckRequest) -> [CheckedFile] {
        struct Place: Hashable {
            var table: String
            var municipality: Municipality
            var month: Month
        }
        var checked = checked
        var seen: [Place: String] = [:]
        for file in checked.indices {
            for verdict in checked[file].verdicts.indices {
                let own = checked[file].verdicts[verdict]
                guard let municipality = own.municipality, let month = own.month, own.rows > 0 else { continue }
                let place = Place(table: own.table, municipality: municipality, month: month)
                guard let first = seen[place] else {
                    seen[place] = own.shownSheet.map { "\(own.shownFile) (\($0))" } ?? own.shownFile
                    continue
                }
                let whole = FileFindings(file: own.file, sheet: own.sheet, request: request)
                checked[file].verdicts[verdict].findings.prepend([
                    whole.finding(
                        "F15",
                        [
                            "municipality": municipality.name, "month": month.fullName(request.language),
                            "other": first,
                        ])
                ])
            }
        }
        return checked
    }

    private static func file(_ file: InputFile, as request: CheckRequest) async -> CheckedFile {
        do {
            switch try FileFormat.recognise(file.bytes, limits: request.limits) {
            case .workbook:
                let verdicts = try await WorkbookCheck(file: file, request: request).run()
                return CheckedFile(name: file.name, bytes: file.bytes, verdicts: verdicts, isWorkbook: true)
            case .delimited:
                let verdicts = await TextFileCheck(file: file, request: request).run()
                return CheckedFile(name: file.name, bytes: file.bytes, verdicts: verdicts, isWorkbook: false)
            }
        } catch {
            let verdict = FileFindings(file: file.name, request: request).verdict(on: error)
            return CheckedFile(
                name: file.name, bytes: file.bytes, problem: error, verdicts: [verdict], isWorkbook: false)
        }
    }
}
