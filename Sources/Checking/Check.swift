import Tabular

/// Judges files: reads them, finds their columns, checks every row, and says what came of it.
///
/// The same verdict wherever it is asked for. Nothing is kept, nothing is sent.
public enum Check {
    /// Judges `files` as one delivery, each file by itself, in the order given.
    public static func files(_ files: [InputFile], as request: CheckRequest) async -> [CheckedFile] {
        var checked: [CheckedFile] = []
        for file in files { checked.append(await self.file(file, as: request)) }
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
