internal import CZlib

/// Writes a zip: members of another archive as they are packed there, and new ones deflated.
///
/// Members carry no dates, so that the same content gives the same bytes.
struct ZipWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Copies `entry` of `archive` without unpacking it.
    mutating func copy(_ entry: ZipEntry, of archive: ZipArchive) throws(FileProblem) {
        let range = try archive.packedRange(of: entry)
        archive.file.withBytes { packed in
            // Sizes stand in our header, so the flag for sizes after the data (bit 3) no longer holds.
            add(
                entry.name, flags: entry.flags & ~8, method: entry.method, crc: entry.crc, size: entry.size,
                packed: UnsafeRawBufferPointer(rebasing: packed[range]))
        }
    }

    /// Adds a member called `name` that unpacks to `contents`.
    mutating func add(_ name: String, _ contents: [UInt8]) throws(WorkbookError) {
        let packed = try deflated(contents)
        let crc = contents.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        packed.withUnsafeBytes { packed in
            add(
                name, flags: 0x800, method: 8, crc: UInt32(truncatingIfNeeded: crc), size: contents.count,
                packed: packed)
        }
    }

    /// Ends the archive with its directory. Throws `notAllowed` past 4 GiB or 65,535 members, which no workbook needs.
    consuming func finish() throws(WorkbookError) -> [UInt8] {
        let start = bytes.count
        guard start + directory.count < 0xffff_ffff, count < 0xffff else { throw .notAllowed("4 GiB") }
        return bytes + directory + ZipHeader.end(count: count, start: start, length: directory.count)
    }

    private mutating func add(
        _ name: String, flags: UInt16, method: UInt16, crc: UInt32, size: Int, packed: UnsafeRawBufferPointer
    ) {
        let header = ZipHeader(
            name: name, flags: flags, method: method, crc: crc, packedSize: packed.count, size: size)
        directory += header.central(offset: bytes.count)
        bytes += header.local
        bytes.append(contentsOf: packed)
        count += 1
    }

    private func deflated(_ contents: [UInt8]) throws(WorkbookError) -> [UInt8] {
        var stream = z_stream()
        var status = deflateInit2_(
            &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK, contents.count < 0xffff_ffff else { throw .notAllowed("4 GiB") }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, uLong(contents.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: room) { target, written in
            contents.withUnsafeBufferPointer { source in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(clamping: room)
                status = deflate(&stream, Z_FINISH)
                written = Int(stream.total_out)
            }
        }
        guard status == Z_STREAM_END else { throw .library(code: UInt32(bitPattern: status)) }
        return packed
    }
}
