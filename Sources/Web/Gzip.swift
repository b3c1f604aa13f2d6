import CZlib

/// Compression of a body (RFC 1952).
enum Gzip {
    /// `bytes` compressed as small as it gets; `nil` where that saves less than a tenth.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 200, bytes.count < 0xFFFF_FFFF else { return nil }
        var stream = z_stream()
        // 16 above the window asks for a gzip header.
        let opened = deflateInit2_(
            &stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, uLong(bytes.count)))) {
            room, written in
            bytes.withUnsafeBufferPointer { source in
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(room.count)
                status = deflate(&stream, Z_FINISH)
            }
            written = status == Z_STREAM_END ? Int(stream.total_out) : 0
        }
        return status == Z_STREAM_END && packed.count < bytes.count * 9 / 10 ? packed : nil
    }

    /// Whether a client that sends `accepted` as its `Accept-Encoding` takes gzip.
    static func isAccepted(_ accepted: String?) -> Bool {
        (accepted ?? "").lowercased().split(separator: ",").contains { choice in
            let parts = choice.split(separator: ";").map { $0.filter { $0 != " " } }
            guard parts.first == "gzip" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        }
    }
}
