import Definitions
import Tabular
import Vocabulary

/// Why a file or sheet is not read as a table.
struct JudgeRefusal: Error {
    var verdict: Verdict
    /// How many of a table's columns it had.
    var found: Int
}

/// Makes verdicts of one file or sheet: which table, whose, for when, and what is wrong.
struct Judge {
    let file: String
    let sheet: String?
    let request: CheckRequest

    private var whole: FileFindings { FileFindings(file: file, sheet: sheet, request: request) }

    /// Finds out which table the rows are and where its columns are.
    func match(_ rows: [[String]]) -> Result<HeaderMatch, JudgeRefusal> {
        func refuse(_ finding: Finding, found: Int = 0) -> Result<HeaderMatch, JudgeRefusal> {
            .failure(JudgeRefusal(verdict: whole.refusal(finding), found: found))
        }
        let candidates = request.collections.flatMap { collection in
            collection.tables.filter { request.table == nil || $0.id == request.table }.map { (collection, $0) }
        }
        guard let match = HeaderFinder(rows: rows, candidates: candidates).find() else {
            let seen = rows.first { $0.filter { !$0.isEmpty }.count > 1 }
            if seen == nil { return refuse(whole.finding("F10")) }
            let found = seen.map { $0.filter { !$0.isEmpty }.prefix(8).map(Self.masked).joined(separator: ", ") }
            return refuse(whole.finding("F11", ["table": request.table, "found": found].compactMapValues { $0 }))
        }
        // Month and municipality may be told on the command line instead.
        let needed = match.missing.filter { field in
            switch match.table.fields[field].type {
            case .month: request.month == nil
            case .municipality: request.municipality == nil
            default: true
            }
        }
        guard needed.isEmpty else { return refuse(whole.missingColumns(match, needed), found: match.found) }
        return .success(match)
    }

    /// What stands in a file is repeated only where it cannot be a person's number.
    private static func masked(_ text: String) -> String {
        IdentityNumber.looksLikeOne(in: text) ? "…" : String(text.prefix(40))
    }

    /// How the rows of a matched table are judged.
    func settings(_ match: HeaderMatch, width: Int) -> RowChecker.Settings {
        RowChecker.Settings(
            plan: TablePlan(match.table, of: match.collection), roles: match.roles, width: width,
            splits: request.allMunicipalities, keepsValues: request.keepsColumns, year: year(match),
            assumed: PartitionKey(
                municipality: request.municipality?.number ?? 0, month: request.month?.index ?? 0))
    }

    private func year(_ match: HeaderMatch) -> Int? { request.month?.year ?? match.collection.calendar.singleYear }

    /// What stands outside the rows of a file or sheet.
    struct Surroundings {
        /// The header's row as the user sees it.
        var headerRow: Int?
        /// The rows down to the header, where a title may say too much.
        var above: [(number: Int, texts: [String])]
        var recodedFrom: String?
        /// Whether letters beyond ASCII in the header are UTF-8.
        var headerIsUTF8 = true
    }

    /// The verdicts on judged rows.
    func verdicts(
        _ rows: CheckedRows, _ match: HeaderMatch, _ settings: RowChecker.Settings, _ around: Surroundings
    ) -> [Verdict] {
        var rows = rows
        var notes: [Finding] = []
        let aboutFile = whole.identityNumbers(rows: around.above) + repeatedColumns(match)
        if match.headerRow == nil { notes.append(whole.finding("A11", severity: .info)) }
        if let recodedFrom = around.recodedFrom {
            notes.append(whole.finding("A12", ["encoding": recodedFrom], severity: .info))
        }
        if rows.encodings.windows > 0, rows.encodings.utf8 == 0, !around.headerIsUTF8 || rows.encodings.windows > 1 {
            // The whole file is in Windows-1252: one thing to say, not one for each cell.
            notes.append(whole.finding("A12", ["encoding": "Windows-1252"], severity: .info))
            let rule = BuiltInRule.encoding.rawValue
            for place in rows.faults.indices {
                rows.faults[place].removeAll { $0.rule == rule }
                rows.dropped[place][rule] = nil
            }
        }
        let own = request.allMunicipalities && !rows.partitions.isEmpty ? split(rows) : single(rows, match)
        let words = LoadedWords(request.language, rules: match.table.rules)
        let fields = match.roles.map { role in
            role < ColumnRole.ours ? match.table.fields[Int(role)].name : nil
        }
        return own.map { part in
            let month = part.month
            let context = FaultContext(
                rows, headers: match.headers, roles: match.roles, year: year(match), month: month,
                municipality: part.municipality, width: settings.width, words: words)
            let book = rows.plan.book.entries
            func slice(repairs: Bool) -> FaultSlice {
                FaultSlice(
                    faults: part.faults.filter { book[Int($0.rule)].isRepair == repairs },
                    dropped: part.dropped.filter { book[Int($0.key)].isRepair == repairs }, context: context)
            }
            var verdict = Verdict(
                file: file, sheet: sheet, headerRow: around.headerRow, collection: match.collection.id,
                table: match.table.id,
                municipality: part.municipality, month: month, rows: part.partition.rows,
                findings: FindingList(
                    aboutFile + part.findings + volumeNote(part.partition, rows.plan),
                    then: slice(repairs: false)),
                repairs: FindingList(
                    notes, then: slice(repairs: true)))
            if request.keepsColumns, verdict.outcome != .notApproved {
                verdict.columns = columns(part.partition, rows)
            }
            verdict.otherMonth = part.otherMonth
            verdict.fields = fields
            return verdict
        }
    }

    /// A verdict's share of the rows.
    private struct Part {
        var municipality: Municipality?
        var month: Month?
        var partition: Partition
        var faults: [Fault]
        var dropped: [UInt8: Int]
        /// About the file as a whole.
        var findings: [Finding] = []
        /// The month most rows are about, when it is another than was asked for.
        var otherMonth: Month?
    }

    /// Each municipality and month by itself, by month and code.
    private func split(_ rows: CheckedRows) -> [Part] {
        rows.partitions.indices.map { place in
            let partition = rows.partitions[place]
            var part = Part(
                municipality: Municipality(number: Int(partition.key.municipality)),
                month: partition.key.month == 0 ? nil : Month(index: partition.key.month), partition: partition,
                faults: rows.faults[place], dropped: rows.dropped[place])
            if let asked = request.month, part.month != asked {
                part.findings.append(otherMonth(part.month, asked))
                part.otherMonth = part.month
            }
            if let asked = request.municipality, let found = part.municipality, found != asked {
                part.findings.append(
                    whole.severalMunicipalities([(found, partition.rows)], expected: asked))
            }
            return part
        }
        .sorted {
            ($0.partition.key.month, $0.partition.key.municipality) < (
                $1.partition.key.month, $1.partition.key.municipality
            )
        }
    }

    private func otherMonth(_ found: Month?, _ expected: Month) -> Finding {
        let language = request.language
        return whole.finding(
            "F08",
            [
                "found": found?.fullName(language) ?? "?", "foundMonth": found?.name(language),
                "expected": expected.fullName(language),
            ].compactMapValues { $0 })
    }

    /// The whole file as one municipality and month; what contradicts is a finding.
    private func single(_ rows: CheckedRows, _ match: HeaderMatch) -> [Part] {
        let partition = rows.partitions.first ?? Partition(.whole, fields: rows.plan.kinds.count)
        var findings: [Finding] = []
        var added: [Fault] = []
        // A table of an extract without rows says that there is nothing new.
        if partition.rows == 0, match.collection.kind != .extraction { findings.append(whole.finding("F12")) }

        let municipalities = Self.counts(rows.runs, \.municipality)
        let inFile = municipalities.compactMap { entry in
            Municipality(number: Int(entry.value)).map { (municipality: $0, rows: entry.rows) }
        }
        let municipality = request.municipality ?? inFile.first?.municipality
        if inFile.count > 1 || inFile.contains(where: { $0.municipality != municipality }) {
            findings.append(whole.severalMunicipalities(inFile, expected: request.municipality))
            added += others(rows.runs, .otherMunicipality, column: match.column(of: rows.plan.municipality)) { key in
                key.municipality == 0 || key.municipality == municipality?.number ? nil : UInt32(key.municipality)
            }
        }

        let months = Self.counts(rows.runs, \.month)
        let month = request.month ?? months.first.map { Month(index: $0.value) }
        var other: Month?
        if let month, let most = months.first {
            if !months.contains(where: { $0.value == month.index }) {
                let found = Month(index: most.value)
                findings.append(otherMonth(found, month))
                other = found
            } else if months.count > 1 {
                added += others(rows.runs, .otherMonth, column: match.column(of: rows.plan.month)) { key in
                    key.month == 0 || key.month == month.index ? nil : UInt32(bitPattern: key.month)
                }
            }
        }
        var faults = rows.faults.first ?? []
        if !added.isEmpty { faults = (faults + added).sorted(by: Fault.inOrder) }
        // Rows whose municipality or month cannot be read say so themselves.
        if partition.rows > 0, faults.isEmpty {
            if municipality == nil { findings.append(whole.finding("F13")) }
            if month == nil { findings.append(whole.finding("F14")) }
        }
        return [
            Part(
                municipality: municipality, month: month, partition: partition, faults: faults,
                dropped: rows.dropped.first ?? [:], findings: findings, otherMonth: other)
        ]
    }

    /// How many rows each value has, most first; equal counts in order of value.
    private static func counts<Value: BinaryInteger & Hashable>(
        _ runs: [RowChecker.Run], _ value: (PartitionKey) -> Value
    ) -> [(value: Value, rows: Int)] {
        var counts: [Value: Int] = [:]
        for run in runs where value(run.key) != 0 { counts[value(run.key), default: 0] += run.rows }
        return counts.map { ($0.key, $0.value) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    }

    /// A fault for each row of the runs that `detail` gives something for.
    private func others(
        _ runs: [RowChecker.Run], _ rule: BuiltInRule, column: Int, _ detail: (PartitionKey) -> UInt32?
    ) -> [Fault] {
        runs.flatMap { run -> [Fault] in
            guard let detail = detail(run.key) else { return [] }
            return (run.firstRow...run.lastRow).map {
                Fault(row: UInt32($0), detail: detail, column: Int16(truncatingIfNeeded: column), rule: rule.rawValue)
            }
        }
    }

    private func volumeNote(_ partition: Partition, _ plan: TablePlan) -> [Finding] {
        guard partition.mixedRows > 0, let rule = plan.mixedVolume?.rule else { return [] }
        let entry = plan.book.entries[Int(rule)]
        let values = [partition.mixedRows == 1 ? "one" : "count": String(partition.mixedRows)]
        let text = MessageCatalogue.load(request.language, rules: plan.table.rules).message(entry.textID, values)
        return [
            Finding(
                rule: entry.id, ruleVersion: entry.version, severity: entry.severity, message: text.message,
                remedy: text.remedy)
        ]
    }

    /// Headers that mean the same field: only the first of them is read.
    private func repeatedColumns(_ match: HeaderMatch) -> [Finding] {
        match.repeated.map { column in
            whole.finding(
                "F16", ["field": match.headers[column], "column": CellRange.letters(column)], severity: .warning)
        }
    }

    private func columns(_ partition: Partition, _ rows: CheckedRows) -> Columns {
        let plan = rows.plan
        let columns = plan.table.fields.enumerated().compactMap { place, field -> Column? in
            let values = partition.values[place]
            switch plan.kinds[place] {
            case .month, .municipality: return nil
            case .mark, .crossOnly, .code:
                return Column(name: field.name, values: .bytes(values.map { UInt8(truncatingIfNeeded: $0) }))
            case .runningNumber, .integer, .date, .amount:
                return Column(name: field.name, values: .words(values))
            case .key: return Column(name: field.name, values: .longs(partition.longs[place]))
            case .text, .term:
                var dictionary = TextDictionary()
                let indices = values.map { $0 == 0 ? 0 : dictionary.place(rows.texts[place].texts[Int($0) - 1]) }
                return Column(name: field.name, values: .texts(indices: indices, dictionary: dictionary.texts))
            }
        }
        return Columns(count: partition.rows, columns: columns)
    }
}
