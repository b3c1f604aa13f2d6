/// What a zip says of a member, before its bytes and once more in the directory.
///
/// Members carry no dates, so that the same content gives the same bytes.
struct ZipHeader {
    let name: String
    var flags: UInt16 = 0x800  // The name is UTF-8.
    /// 0 stored, 8 deflated.
    let method: UInt16
    var crc: UInt32 = 0
    /// Bytes in the archive.
    var packedSize = 0
    /// Bytes when unpacked.
    var size = 0

    /// What stands before the member's bytes.
    var local: [UInt8] {
        var bytes: [UInt8] = []
        bytes.put(0x0403_4b50, 4)
        return bytes + common(extra: 0) + Array(name.utf8)
    }

    /// What the directory says of a member whose local header is at `offset`.
    func central(offset: Int) -> [UInt8] {
        var extra: [UInt8] = []
        if offset >= Self.most32 {
            extra.put(1, 2)
            extra.put(8, 2)
            extra.put(offset, 8)
        }
        var bytes: [UInt8] = []
        bytes.put(0x0201_4b50, 4)
        bytes.put(20, 2)
        bytes += common(extra: extra.count)
        bytes.put(0, 10)
        bytes.put(min(offset, Self.most32), 4)
        return bytes + Array(name.utf8) + extra
    }

    /// What ends an archive whose directory of `count` members and `length` bytes begins at `start`.
    static func end(count: Int, start: Int, length: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        if count >= most16 || start >= most32 || length >= most32 {
            // The numbers in full, and where to find them (zip64).
            bytes.put(0x0606_4b50, 4)
            bytes.put(44, 8)
            bytes.put(45, 2)
            bytes.put(45, 2)
            bytes.put(0, 8)
            bytes.put(count, 8)
            bytes.put(count, 8)
            bytes.put(length, 8)
            bytes.put(start, 8)
            bytes.put(0x0706_4b50, 4)
            bytes.put(0, 4)
            bytes.put(start + length, 8)
            bytes.put(1, 4)
        }
        bytes.put(0x0605_4b50, 4)
        bytes.put(0, 4)
        bytes.put(min(count, most16), 2)
        bytes.put(min(count, most16), 2)
        bytes.put(min(length, most32), 4)
        bytes.put(min(start, most32), 4)
        bytes.put(0, 2)
        return bytes
    }

    /// The largest number of a field of four bytes, which means that the number stands elsewhere.
    static let most32 = 0xffff_ffff
    /// The same of two bytes.
    static let most16 = 0xffff

    private func common(extra: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.put(extra > 0 ? 45 : 20, 2)  // The version needed to unpack: zip64, or deflate.
        bytes.put(Int(flags), 2)
        bytes.put(Int(method), 2)
        bytes.put(0, 2)
        bytes.put(0x21, 2)  // 1 January 1980, the earliest date there is.
        bytes.put(Int(crc), 4)
        bytes.put(packedSize, 4)
        bytes.put(size, 4)
        bytes.put(name.utf8.count, 2)
        bytes.put(extra, 2)
        return bytes
    }
}

extension [UInt8] {
    /// Appends `number` in `width` bytes, little end first.
    fileprivate mutating func put(_ number: Int, _ width: Int) {
        for place in 0..<width { append(place < 8 ? UInt8(truncatingIfNeeded: number >> (8 * place)) : 0) }
    }
}
