import Definitions
import Tabular
import Vocabulary

/// Findings about a file as a whole.
struct FileFindings {
    let file: String
    var sheet: String?
    let request: CheckRequest

    private var language: Language { request.language }

    /// The verdict on a file that cannot be read.
    func verdict(on problem: FileProblem) -> Verdict {
        var values: [String: String] = [:]
        let id: String
        switch problem {
        case .empty: id = "F02"
        case .tooLarge(let bytes, let limit):
            id = "F04"
            values = ["size": String((bytes + (1 << 20) - 1) >> 20), "limit": String(limit >> 20)]
        case .oldExcel: id = "F03-xls"
        case .openDocument: id = "F03-ods"
        case .passwordProtected: id = "F05"
        case .corruptWorkbook: id = "F03-corrupt"
        case .expandsTooMuch: id = "F03-bomb"
        case .entityExpansion: id = "F03-entities"
        case .notATable(let kind):
            id = "F03"
            values["kind"] = kind
        }
        return refusal(finding(id, values))
    }

    /// A verdict that says only this.
    func refusal(_ finding: Finding) -> Verdict {
        Verdict(
            file: file, sheet: sheet, collection: request.collections.count == 1 ? request.collections[0].id : "",
            table: request.table ?? "", municipality: request.municipality, month: request.month, rows: 0,
            findings: [finding])
    }

    func finding(_ id: String, _ values: [String: String] = [:], severity: Severity = .error, row: Int? = nil)
        -> Finding
    {
        let text = MessageCatalogue.load(language).message(id, values)
        return Finding(
            rule: String(id.prefix { $0 != "-" }), ruleVersion: 1, severity: severity, row: row, message: text.message,
            remedy: text.remedy)
    }

    /// R08 for the rows of `texts` that hold anything like an identity number, and for names that do.
    func identityNumbers(rows: [(number: Int, texts: [String])]) -> [Finding] {
        var findings: [Finding] = []
        if IdentityNumber.looksLikeOne(in: file) || sheet.map({ IdentityNumber.looksLikeOne(in: $0) }) == true {
            findings.append(finding("R08-name"))
        }
        for row in rows where row.texts.contains(where: { IdentityNumber.looksLikeOne(in: $0) }) {
            findings.append(finding("R08", ["row": String(row.number)], row: row.number))
        }
        return findings
    }

    /// "Uppsala (0380)".
    func name(_ municipality: Municipality) -> String { "\(municipality.name) (\(municipality.code))" }

    /// The columns of `match` that are missing, F07.
    func missingColumns(_ match: HeaderMatch, _ missing: [Int]) -> Finding {
        let names = missing.map { match.table.fields[$0].title[language] }
        // What was not understood says most; with nothing of that kind, what was there.
        let strange = zip(match.headers, match.roles).filter { $0.1 == ColumnRole.own }.map(\.0)
        let shown = strange.contains { !$0.isEmpty } ? strange : match.headers
        let found = shown.filter { !$0.isEmpty }.prefix(12)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: ", ")
        return finding(
            "F07",
            [names.count > 1 ? "several" : "missing": names.joined(separator: ", "), "found": found]
                .filter { !$0.value.isEmpty })
    }

    /// Rows for several municipalities, F09.
    func severalMunicipalities(_ counts: [(municipality: Municipality, rows: Int)], expected: Municipality?) -> Finding
    {
        let rowsOn = language == .sv ? "på" : "on"
        let rows = language == .sv ? "rader" : "rows"
        let row = language == .sv ? "rad" : "row"
        let list = counts.map { "\(name($0.municipality)) \(rowsOn) \($0.rows) \($0.rows == 1 ? row : rows)" }
        var values = ["list": language.list(list)]
        if let expected {
            values["expected"] = expected.name
            values["others"] = language.list(counts.map(\.municipality).filter { $0 != expected }.map(\.name))
        }
        return finding("F09", values)
    }
}
