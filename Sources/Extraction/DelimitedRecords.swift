import Dispatch
import Foundation
import Tabular

/// Feeds the records of a delimited file to a mapper. Only columns that the mapping reads are ever copied.
enum DelimitedRecords {
    static func read(_ file: FileBytes, into mapper: RecordMapper) -> ExtractionReport.File {
        let text = DelimitedText(file)
        var header = Header(mapper: mapper)
        let start = scan(text, from: text.start, limit: text.bytes.count, into: &header)
        guard let source = header.source else {
            mapper.fail(.notRecognised)
            return mapper.finish(header.layout, skipped: header.skipped)
        }
        let isNeeded = mapper.pass != .links || !source.links.isEmpty
        if isNeeded, mapper.report.problem == nil { rows(text, from: start, header, into: mapper) }
        return mapper.finish(header.layout, skipped: header.skipped)
    }

    /// Maps the rows below the header. Those of a large file are cut into stretches, of which as many as there are
    /// processors are mapped at the same time; one that did not begin where the one before it ended is mapped again from
    /// the right place, so that the result is that of reading from the top.
    private static func rows(
        _ text: DelimitedText, from start: DelimitedScanner.Position, _ header: Header, into mapper: RecordMapper
    ) {
        let stretches = mapper.pass == .rows ? text.bytes.stretches(from: start.offset) : []
        guard !stretches.isEmpty else {
            var rows = Rows(header, mapper)
            _ = scan(text, from: start, limit: text.bytes.count, into: &rows)
            return
        }
        var at = start
        // Of each worker, the persons it has met.
        var known = Array(repeating: mapper.pseudonyms, count: ProcessInfo.processInfo.activeProcessorCount)
        for first in stride(from: 0, to: stretches.count, by: known.count) {
            let wave = stretches[first..<min(first + known.count, stretches.count)]
            var parts: [Part?] = Array(repeating: nil, count: wave.count)
            parts.withUnsafeMutableBufferPointer { parts in
                known.withUnsafeMutableBufferPointer { known in
                    // Each writes to a place of its own, and only reads what is shared.
                    nonisolated(unsafe) let (parts, known, shared) = (parts, known, (header: header, mapper: mapper))
                    DispatchQueue.concurrentPerform(iterations: wave.count) { worker in
                        let stretch = wave[first + worker]
                        var pseudonyms = Pseudonyms(known[worker])
                        swap(&pseudonyms, &known[worker])
                        var part = Part(
                            shared.header, shared.mapper.part(shared.header.layout, pseudonyms), stretch)
                        part.read(text)
                        known[worker] = part.rows.mapper.pseudonyms
                        parts[worker] = part
                    }
                }
            }
            for part in parts {
                guard var part, at.offset < part.stretch.upperBound else { continue }
                if part.stretch.lowerBound != at.offset {
                    part = Part(
                        header, mapper.part(header.layout, mapper.pseudonyms), at.offset..<part.stretch.upperBound)
                    part.read(text)
                }
                mapper.append(part.rows.mapper, rowShift: at.row)
                at = .init(offset: part.end.offset, row: at.row + part.end.row)
            }
        }
    }

    private static func scan(
        _ text: DelimitedText, from start: DelimitedScanner.Position, limit: Int,
        into consumer: inout some RecordConsumer
    ) -> DelimitedScanner.Position {
        text.bytes.withBytes { bytes in
            var scanner = DelimitedScanner(separator: text.separator)
            return scanner.scan(bytes, from: start, limit: limit, into: &consumer)
        }
    }

    /// The rows of a stretch.
    private struct Part {
        let stretch: Range<Int>
        var rows: Rows
        var end: DelimitedScanner.Position

        init(_ header: Header, _ mapper: RecordMapper, _ stretch: Range<Int>) {
            (self.stretch, rows) = (stretch, Rows(header, mapper))
            end = .init(offset: stretch.lowerBound, row: 0)
        }

        mutating func read(_ text: DelimitedText) {
            end = scan(text, from: end, limit: stretch.upperBound, into: &rows)
            text.bytes.release(stretch)
        }
    }

    /// Finds the row of headers, and stops there.
    private struct Header: RecordConsumer {
        let mapper: RecordMapper
        var layout = RecordLayout()
        var source: Mapping.Source?
        var skipped: Set<String> = []
        /// By column of the file, where it goes in the record; `nil` for those that are not read.
        var slots: [Int?] = []
        private var rowsBefore = 0

        init(mapper: RecordMapper) { self.mapper = mapper }

        /// Title lines above the headers are passed over, but not forever.
        private static let mostRowsBefore = 20

        mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
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
            return false
        }
    }

    /// Feeds the rows below the headers to a mapper.
    private struct Rows: RecordConsumer {
        let mapper: RecordMapper
        private let layout: RecordLayout
        private let slots: [Int?]
        private var record = RawRecord()

        init(_ header: Header, _ mapper: RecordMapper) {
            (self.mapper, layout, slots) = (mapper, header.layout, header.slots)
        }

        mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
            record.clear()
            record.number = row
            for cell in cells {
                let column = Int(cell.column)
                if column < slots.count, let slot = slots[column] { record.set(slot, cell.buffer) }
            }
            mapper.take(record, layout)
            return true
        }
    }
}
