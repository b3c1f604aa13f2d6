/// Delimited text made ready to scan: bytes in UTF-8 (or Windows-1252, cell by cell), and what parts the cells.
public struct DelimitedText: Sendable {
    /// The bytes to scan; the file itself unless it had to be recoded.
    public let bytes: FileBytes
    /// What parts the cells of a record.
    public let separator: UInt8
    /// Where the first record begins: after a byte order mark and Excel's `sep=` line.
    public let start: DelimitedScanner.Position
    /// "UTF-16" when it was recoded.
    public let recodedFrom: String?

    /// Finds out encoding and separator. A file that holds one column gives `separator` as a semicolon.
    public init(_ file: FileBytes) {
        var recoded: String?
        var bytes = file
        var offset = 0
        file.withBytes { raw in
            switch Self.mark(raw) {
            case .utf8: offset = 3
            case .utf16(let littleEndian, let mark):
                bytes = Self.recode(raw.dropFirst(mark ? 2 : 0), littleEndian: littleEndian)
                recoded = "UTF-16"
            case .none: break
            }
        }
        self.bytes = bytes
        recodedFrom = recoded
        let begin = offset
        (separator, start) = bytes.withBytes { raw in
            let line = raw[begin...].prefix { $0 != 10 && $0 != 13 }
            // Excel's own word for the separator stands on a line by itself.
            if line.count == 5, line.prefix(4).elementsEqual("sep=".utf8), let separator = line.last {
                let next = line.endIndex
                let width = next + 1 < raw.count && raw[next] == 13 && raw[next + 1] == 10 ? 2 : 1
                return (separator, .init(offset: min(next + width, raw.count), row: 2))
            }
            return (Self.separator(raw[begin...]), .init(offset: begin, row: 1))
        }
    }

    private enum Mark {
        case utf8
        case utf16(littleEndian: Bool, mark: Bool)
        case none
    }

    private static func mark(_ bytes: UnsafeRawBufferPointer) -> Mark {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return .utf8 }
        guard bytes.count >= 2 else { return .none }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16(littleEndian: true, mark: true) }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16(littleEndian: false, mark: true) }
        // Without a mark: every other byte of the first letters is zero.
        let sample = bytes.prefix(64)
        let zeros = (
            even: sample.indices.count { $0 % 2 == 0 && sample[$0] == 0 },
            odd: sample.indices.count { $0 % 2 == 1 && sample[$0] == 0 }
        )
        if zeros.odd * 4 > sample.count, zeros.even == 0 { return .utf16(littleEndian: true, mark: false) }
        if zeros.even * 4 > sample.count, zeros.odd == 0 { return .utf16(littleEndian: false, mark: false) }
        return .none
    }

    private static func recode(_ bytes: Slice<UnsafeRawBufferPointer>, littleEndian: Bool) -> FileBytes {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = bytes.startIndex
        while place + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(littleEndian ? second << 8 | first : first << 8 | second)
            place += 2
        }
        return FileBytes(Array(String(decoding: units, as: UTF16.self).utf8))
    }

    /// What parts the cells: of the usual four, the one that the first lines have most evenly.
    private static func separator(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), 9, UInt8(ascii: ","), UInt8(ascii: "|")]
        var counts: [[Int]] = []
        var line = [0, 0, 0, 0]
        var inQuotes = false
        for byte in bytes.prefix(64 << 10) {
            if byte == UInt8(ascii: "\"") { inQuotes.toggle() }
            if byte == 10 || byte == 13 {
                inQuotes = false
                if line.contains(where: { $0 > 0 }) { counts.append(line) }
                line = [0, 0, 0, 0]
                if counts.count == 50 { break }
            } else if !inQuotes, let candidate = candidates.firstIndex(of: byte) {
                line[candidate] += 1
            }
        }
        if line.contains(where: { $0 > 0 }), counts.count < 50 { counts.append(line) }
        let usual = candidates.indices.map { candidate in
            counts.map { $0[candidate] }.sorted()[safe: counts.count / 2] ?? 0
        }
        let best = candidates.indices.max { (usual[$0], -$0) < (usual[$1], -$1) } ?? 0
        guard usual[best] == 0 else { return candidates[best] }
        // Only title lines so far: whichever occurs at all.
        return candidates.indices.first { candidate in counts.contains { $0[candidate] > 0 } }.map { candidates[$0] }
            ?? candidates[0]
    }
}

extension Array {
    fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
