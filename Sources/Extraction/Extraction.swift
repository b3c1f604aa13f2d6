public import Checking
import Tabular
public import Vocabulary

/// Turns files of a case system into files of a collection, by a mapping. The door: names, accounts and addresses are
/// not read, identity numbers become pseudonyms, and nothing of a record is ever said in a report.
public struct Extraction: Sendable {
    /// How the files are read.
    public let mapping: Mapping
    private let key: PseudonymKey

    /// A door with `mapping` and the key of pseudonyms.
    public init(_ mapping: Mapping, key: PseudonymKey) {
        self.mapping = mapping
        self.key = key
    }

    /// Maps `files`, in the order given. Two passes: case and customer numbers may be used before the object that says
    /// what they stand for.
    ///
    /// - Parameters:
    ///   - today: The day of the extract: the century of numbers with ten digits is judged by it.
    ///   - links: What earlier extracts said of case and customer numbers.
    public func map(_ files: [InputFile], today: Day, links: LinkTable = LinkTable()) -> Extracted {
        let mapper = RecordMapper(mapping, Pseudonyms(key), links: links, today: today)
        var report = ExtractionReport()
        let hasLinks = mapping.sources.contains { !$0.links.isEmpty }
        for pass in hasLinks ? [RecordMapper.Pass.links, .rows] : [.rows] {
            mapper.pass = pass
            report.files = []
            for (place, file) in files.enumerated() {
                let name = IdentityNumber.looksLikeOne(in: file.name) ? "fil \(place + 1)" : file.name
                mapper.begin(file: place, report: .init(name: name))
                report.files.append(read(file.bytes, mapper))
            }
        }
        let tables = mapper.tables.filter { !$0.origins.isEmpty }
        return Extracted(
            collection: mapping.collection,
            files: tables.map { InputFile(name: "\($0.id).csv", bytes: FileBytes($0.bytes)) }, report: report,
            links: mapper.links, origins: tables.map(\.origins))
    }

    private func read(_ file: FileBytes, _ mapper: RecordMapper) -> ExtractionReport.File {
        switch mapping.format {
        case .json(let records): return JSONRecords.read(file, records: records, into: mapper)
        case .delimited:
            guard (try? FileFormat.recognise(file, limits: .national)) == .delimited else {
                mapper.fail(.anotherKind)
                return mapper.finish(RecordLayout(), skipped: [])
            }
            return DelimitedRecords.read(file, into: mapper)
        }
    }
}

extension Extraction {
    /// The records of a page, for knowing whether there are more.
    func count(_ page: FileBytes) throws(ExtractionError) -> Int {
        let mapper = RecordMapper(mapping, Pseudonyms(key), links: LinkTable(), today: Day(number: 0))
        mapper.pass = .count
        mapper.begin(file: 0, report: .init(name: ""))
        let report = read(page, mapper)
        guard report.problem == nil else { throw .incomplete(ExtractionReport(files: [report])) }
        return report.records
    }

    /// The tables it makes and the headers of each.
    public var headers: [String: [String]] {
        var headers: [String: [String]] = [:]
        for rule in mapping.sources.flatMap(\.rules) where headers[rule.table] == nil {
            headers[rule.table] = (rule.key.isEmpty ? [] : ["nyckel"]) + rule.fields.map(\.name)
        }
        return headers
    }
}
