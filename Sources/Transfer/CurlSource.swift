import Foundation

/// What is sent: bytes at hand, or a file read as it goes.
final class CurlSource {
    /// How many bytes there are.
    let count: Int
    private let bytes: [UInt8]
    private let file: FileHandle?
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        count = bytes.count
        file = nil
    }

    /// The file at `url`, as long as it is now. Throws `TransferError.cannotUseFile`.
    init(file url: URL) throws(TransferError) {
        do {
            let file = try FileHandle(forReadingFrom: url)
            count = Int(try file.seekToEnd())
            try file.seek(toOffset: 0)
            self.file = file
            bytes = []
        } catch {
            throw .cannotUseFile
        }
    }

    /// Fills `room` with what comes next: nothing at the end, `nil` when it cannot be read.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int? {
        if let file {
            guard let piece = try? file.read(upToCount: room.count) ?? Data() else { return nil }
            return piece.copyBytes(to: room)
        }
        let piece = bytes[position...].prefix(room.count)
        room.copyBytes(from: piece)
        position += piece.count
        return piece.count
    }

    /// Goes back, for a server that wants it again.
    func seek(to offset: Int) -> Bool {
        guard 0...count ~= offset else { return false }
        position = offset
        do {
            try file?.seek(toOffset: UInt64(offset))
            return true
        } catch {
            return false
        }
    }
}
