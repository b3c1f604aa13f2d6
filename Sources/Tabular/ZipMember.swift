internal import CZlib

/// Unpacks one member of a zip, a piece at a time.
final class ZipMember {
    private let archive: ZipArchive  // Keeps the packed bytes alive.
    private let entry: ZipEntry
    private var packed: UnsafeRawBufferPointer
    /// zlib remembers its stream's address, so it has a fixed one.
    private let stream: UnsafeMutablePointer<z_stream>
    private var unpacked = 0
    private var crc: uLong = 0
    private var isDone = false
    private var returned: ArraySlice<UInt8> = []

    init(_ entry: ZipEntry, of archive: ZipArchive) throws(FileProblem) {
        guard !entry.isEncrypted else { throw .passwordProtected }
        guard entry.method == 0 || entry.method == 8 else { throw .corruptWorkbook }
        let range = try archive.packedRange(of: entry)
        self.archive = archive
        self.entry = entry
        packed = archive.file.withBytes { UnsafeRawBufferPointer(rebasing: $0[range]) }
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .corruptWorkbook
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Fills `piece` from its start; returns how many bytes, 0 at the end.
    ///
    /// Throws `.expandsTooMuch` when there is more than the directory claims, `.corruptWorkbook` when there is less,
    /// or when the bytes are not those that were packed.
    func read(into piece: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
        if !returned.isEmpty {
            let count = min(piece.count, returned.count)
            piece.copyBytes(from: returned.prefix(count))
            returned.removeFirst(count)
            return count
        }
        if isDone { return 0 }
        let count = entry.method == 0 ? copy(into: piece) : try inflate(into: piece)
        unpacked += count
        guard unpacked <= entry.size else { throw .expandsTooMuch }
        crc = crc32_z(crc, piece.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
        if isDone || count == 0 {
            isDone = true
            guard unpacked == entry.size, crc == entry.crc else { throw .corruptWorkbook }
        }
        return count
    }

    /// Gives back bytes, to be read again before the others.
    func unread(_ bytes: [UInt8]) { returned = bytes + returned }

    /// Unpacks the rest, so that the whole member is checked.
    func drain() throws(FileProblem) {
        let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { rest.deallocate() }
        while try read(into: rest) > 0 {}
    }

    private func copy(into piece: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(piece.count, packed.count)
        piece.copyMemory(from: UnsafeRawBufferPointer(rebasing: packed[..<count]))
        packed = UnsafeRawBufferPointer(rebasing: packed[count...])
        return count
    }

    private func inflate(into piece: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
        stream.pointee.next_out = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: piece.count)
        let room = stream.pointee.avail_out
        while stream.pointee.avail_out > 0 {
            // zlib counts in 32 bits, so a great member is handed over in parts.
            let given = UInt32(clamping: packed.count)
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: packed.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = given
            let status = CZlib.inflate(stream, Z_NO_FLUSH)
            packed = UnsafeRawBufferPointer(rebasing: packed[Int(given - stream.pointee.avail_in)...])
            if status == Z_STREAM_END {
                isDone = true
                break
            }
            guard status == Z_OK, !packed.isEmpty || stream.pointee.avail_out == 0 else { throw .corruptWorkbook }
        }
        return Int(room - stream.pointee.avail_out)
    }
}
