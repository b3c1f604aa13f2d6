/// The central directory at the end of a zip, ZIP64 included (APPNOTE 4.3.12–4.3.16).
struct ZipDirectory {
    private(set) var entries: [ZipEntry] = []

    init(_ bytes: UnsafeRawBufferPointer, limits: ReadingLimits) throws(FileProblem) {
        let (count, size, start) = try Self.locate(in: bytes)
        guard count <= limits.parts else { throw .expandsTooMuch }
        guard size <= bytes.count, start <= bytes.count - size else { throw .corruptWorkbook }
        var at = start
        var unpacked = 0
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let (entry, length) = try Self.entry(in: bytes, at: at)
            at += length
            guard entry.size <= limits.unpackedBytes - unpacked else { throw .expandsTooMuch }
            unpacked += entry.size
            entries.append(entry)
        }
    }

    /// How many members the directory lists, its bytes and where it begins.
    private static func locate(
        in bytes: UnsafeRawBufferPointer
    ) throws(FileProblem) -> (count: Int, size: Int, start: Int) {
        // The end record is last but for a comment of at most 65 535 bytes.
        var at = bytes.count - 22
        let first = max(0, at - 0xffff)
        while at >= first, bytes.word(at) != 0x0605_4b50 { at -= 1 }
        guard at >= first else { throw .corruptWorkbook }
        let short = (bytes.half(at + 10), bytes.word(at + 12), bytes.word(at + 16))
        guard at >= 20, bytes.word(at - 20) == 0x0706_4b50 else { return short }
        let long = bytes.long(at - 12)
        guard long <= bytes.count - 56, bytes.word(long) == 0x0606_4b50 else { throw .corruptWorkbook }
        return (bytes.long(long + 32), bytes.long(long + 40), bytes.long(long + 48))
    }

    /// The member whose record begins at `at`, and the record's length.
    private static func entry(
        in bytes: UnsafeRawBufferPointer, at: Int
    ) throws(FileProblem) -> (entry: ZipEntry, length: Int) {
        guard bytes.count - at >= 46, bytes.word(at) == 0x0201_4b50 else { throw .corruptWorkbook }
        let name = at + 46..<at + 46 + bytes.half(at + 28)
        let extra = name.upperBound..<name.upperBound + bytes.half(at + 30)
        let end = extra.upperBound + bytes.half(at + 32)
        guard end <= bytes.count else { throw .corruptWorkbook }

        var sizes = [bytes.word(at + 24), bytes.word(at + 20), bytes.word(at + 42)]
        if sizes.contains(0xffff_ffff) {
            // The ZIP64 field holds, in this order, those that did not fit.
            var field = try Self.zip64(in: bytes, extra)
            for index in sizes.indices where sizes[index] == 0xffff_ffff {
                guard field.count >= 8 else { throw .corruptWorkbook }
                sizes[index] = bytes.long(field.lowerBound)
                field = field.lowerBound + 8..<field.upperBound
            }
        }
        let path = bytes[name].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        let entry = ZipEntry(
            name: String(decoding: path.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self),
            flags: UInt16(bytes.half(at + 8)), method: UInt16(bytes.half(at + 10)), crc: UInt32(bytes.word(at + 16)),
            packedSize: sizes[1], size: sizes[0], offset: sizes[2])
        return (entry, end - at)
    }

    private static func zip64(
        in bytes: UnsafeRawBufferPointer, _ extra: Range<Int>
    ) throws(FileProblem) -> Range<Int> {
        var at = extra.lowerBound
        while extra.upperBound - at >= 4 {
            let field = at + 4..<at + 4 + bytes.half(at + 2)
            if bytes.half(at) == 1, field.upperBound <= extra.upperBound { return field }
            at = field.upperBound
        }
        throw .corruptWorkbook
    }
}

/// Little-endian integers; the caller has checked that they lie within the buffer.
extension UnsafeRawBufferPointer {
    func half(_ at: Int) -> Int { Int(UInt16(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt16.self))) }
    func word(_ at: Int) -> Int { Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt32.self))) }
    /// Eight bytes; what does not fit an `Int` is `Int.max`, larger than any file.
    func long(_ at: Int) -> Int {
        Int(clamping: UInt64(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }
}
