/// A zip: its directory, and its members' bytes packed or unpacked.
///
/// The directory alone is trusted for sizes, and only as a ceiling: a member that unpacks to more is refused.
public struct ZipArchive: Sendable {
    /// The whole archive.
    public let file: FileBytes
    /// The members in the directory's order.
    public let entries: [ZipEntry]

    /// Reads the directory.
    ///
    /// Throws `.corruptWorkbook` for a directory that is missing, cut short or points outside the file, and
    /// `.expandsTooMuch` for one that lists too many members or too many bytes.
    public init(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
        self.file = file
        entries = try file.withBytes { (bytes) throws(FileProblem) in
            try ZipDirectory(bytes, limits: limits).entries
        }
    }

    /// The member called `name`; part names ignore the case of ASCII letters.
    public func entry(_ name: String) -> ZipEntry? {
        entries.first { Self.fold($0.name).elementsEqual(Self.fold(name)) }
    }

    func member(_ name: String) throws(FileProblem) -> ZipMember {
        guard let entry = entry(name) else { throw .corruptWorkbook }
        return try ZipMember(entry, of: self)
    }

    /// Where the member's packed bytes are in the file.
    public func packedRange(of entry: ZipEntry) throws(FileProblem) -> Range<Int> {
        try file.withBytes { (bytes) throws(FileProblem) in
            guard bytes.count - entry.offset >= 30, bytes.word(entry.offset) == 0x0403_4b50 else {
                throw .corruptWorkbook
            }
            let start = entry.offset + 30 + bytes.half(entry.offset + 26) + bytes.half(entry.offset + 28)
            guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw .corruptWorkbook }
            return start..<start + entry.packedSize
        }
    }

    /// The member's bytes, unpacked and checked against its CRC.
    public func contents(of entry: ZipEntry) throws(FileProblem) -> [UInt8] {
        let member = try ZipMember(entry, of: self)
        var contents: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = try member.read(into: piece)
            if count == 0 { return contents }
            contents.append(contentsOf: piece[..<count])
        }
    }

    private static func fold(_ name: String) -> some Sequence<UInt8> {
        name.utf8.lazy.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    }
}
