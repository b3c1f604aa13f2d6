public import Checking
import Secrets
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
        map(files.map(\.name), today: today, links: links) { files[$0].bytes }
    }

    /// Maps the files called `names`, each opened when it is read. The tables in `telling` are made though they have no rows, and so are those of files that are there
    /// and have none: that says that there is nothing new.
    func map<Failure>(
        _ names: [String], today: Day, links: LinkTable, telling: Set<String> = [],
        bytes: (Int) throws(Failure) -> FileBytes
    ) throws(Failure) -> Extracted {
        let mapper = RecordMapper(mapping, Pseudonyms(key), links: links, today: today)
        var report = ExtractionReport()
        let hasLinks = mapping.sources.contains { !$0.links.isEmpty }
        for pass in hasLinks ? [RecordMapper.Pass.links, .rows] : [.rows] {
            mapper.pass = pass
            report.files = []
            for (place, name) in names.enumerated() {
                let name = IdentityNumber.looksLikeOne(in: name) ? "fil \(place + 1)" : name
                mapper.begin(file: place, report: .init(name: name))
                report.files.append(read(try bytes(place), mapper))
            }
        }
        // A record may be on two pages, when the system was written in between.
        if case .json = mapping.format { mapper.keepLastOfEachKey() }
        let told = report.files.compactMap { $0.source.flatMap(mapping.source)?.told }.reduce(telling) { $0.union($1) }
        let tables = mapper.tables.filter { !$0.origins.isEmpty || told.contains($0.id) }
        let isNew = tables.contains { !$0.origins.isEmpty }
        return Extracted(
            collection: mapping.collection,
            files: isNew ? tables.map { InputFile(name: "\($0.id).csv", bytes: FileBytes($0.bytes)) } : [],
            report: report, links: mapper.links, origins: isNew ? tables.map(\.origins) : [])
    }

    private func read(_ file: FileBytes, _ mapper: RecordMapper) -> ExtractionReport.File {
        switch mapping.format {
        case .json(let records): return JSONRecords(records: records, into: mapper).read(file)
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
    /// The records of a page, and how many there are in all when it says so.
    func count(_ page: FileBytes, named name: String) throws(ExtractionError) -> (records: Int, total: Int?) {
        guard case .json(let records) = mapping.format else { return (0, nil) }
        let mapper = RecordMapper(mapping, Pseudonyms(key), links: LinkTable(), today: Day(number: 0))
        mapper.pass = .count
        mapper.begin(file: 0, report: .init(name: name))
        let reader = JSONRecords(records: records, into: mapper)
        let report = reader.read(page)
        guard report.problem == nil else { throw .incomplete(ExtractionReport(files: [report])) }
        return (report.records, reader.envelope["totalnumberofrecords"].flatMap { Int($0) })
    }

    /// What pages that are not mapped yet are sealed with.
    var sealingKey: SealingKey {
        get throws(ExtractionError) {
            guard let key = key.sealing else { throw .keyUnusable }
            return key
        }
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
