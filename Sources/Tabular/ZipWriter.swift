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
        bytes += directory
        var end: [UInt8] = []
        end.put(0x0605_4b50, 4)
        end.put(0, 4)
        end.put(count, 2)
        end.put(count, 2)
        end.put(directory.count, 4)
        end.put(start, 4)
        end.put(0, 2)
        return bytes + end
    }

    private mutating func add(
        _ name: String, flags: UInt16, method: UInt16, crc: UInt32, size: Int, packed: UnsafeRawBufferPointer
    ) {
        var common: [UInt8] = []
        common.put(20, 2)  // The version needed to unpack: deflate.
        common.put(Int(flags), 2)
        common.put(Int(method), 2)
        common.put(0, 2)
        common.put(0x21, 2)  // 1 January 1980, the earliest date there is.
        common.put(Int(crc), 4)
        common.put(packed.count, 4)
        common.put(size, 4)
        common.put(name.utf8.count, 2)
        common.put(0, 2)

        directory.put(0x0201_4b50, 4)
        directory.put(20, 2)
        directory += common
        directory.put(0, 10)
        directory.put(bytes.count, 4)
        directory += name.utf8

        bytes.put(0x0403_4b50, 4)
        bytes += common
        bytes += name.utf8
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

extension [UInt8] {
    /// Appends `number` in `width` bytes, little end first.
    fileprivate mutating func put(_ number: Int, _ width: Int) {
        for place in 0..<width { append(place < 8 ? UInt8(truncatingIfNeeded: number >> (8 * place)) : 0) }
    }
}
