import Tabular

/// Feeds the records of a delimited file to a mapper. Only columns that the mapping reads are ever copied.
enum DelimitedRecords {
    static func read(_ file: FileBytes, into mapper: RecordMapper) -> ExtractionReport.File {
        let text = DelimitedText(file)
        var consumer = Consumer(mapper: mapper)
        text.bytes.withBytes { bytes in
            var scanner = DelimitedScanner(separator: text.separator)
            _ = scanner.scan(bytes, from: text.start, limit: bytes.count, into: &consumer)
        }
        if consumer.source == nil { mapper.fail(.notRecognised) }
        return mapper.finish(consumer.layout, skipped: consumer.skipped)
    }

    private struct Consumer: RecordConsumer {
        let mapper: RecordMapper
        var layout = RecordLayout()
        var source: Mapping.Source?
        var skipped: Set<String> = []
        /// By column of the file, where it goes in the record; `nil` for those that are not read.
        private var slots: [Int?] = []
        private var record = RawRecord()
        private var rowsBefore = 0

        init(mapper: RecordMapper) { self.mapper = mapper }

        /// Title lines above the headers are passed over, but not forever.
        private static let mostRowsBefore = 20

        mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
            guard source != nil else { return takeHeader(cells) }
            record.clear()
            record.number = row
            for cell in cells {
                let column = Int(cell.column)
                if column < slots.count, let slot = slots[column] { record.set(slot, cell.buffer) }
            }
            mapper.take(record, layout)
            return true
        }

        private mutating func takeHeader(_ cells: UnsafeBufferPointer<RecordCell>) -> Bool {
            let names = cells.map { (Int($0.column), mapper.mapping.name(of: Windows1252.text($0.buffer))) }
            guard let found = mapper.mapping.recognise(Set(names.map(\.1))) else {
                rowsBefore += 1
                return rowsBefore < Self.mostRowsBefore
            }
            let known = mapper.mapping.names(of: found)
            for (column, name) in names where column < 16_384 {
                while slots.count <= column { slots.append(nil) }
                if known.contains(name), layout.columns[name] == nil {
                    slots[column] = layout.column(name)
                } else if !known.contains(name) {
                    skipped.insert(name)
                }
            }
            source = found
            mapper.recognise(found, layout, hasHeader: true)
            return mapper.report.problem == nil
        }
    }
}
