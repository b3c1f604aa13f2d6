import Foundation
import NIOCore

/// A file being written, piece by piece. Let go of before it is finished, it is closed and removed.
struct FileSink: Sendable {
    private static let batch = 128 << 10

    private let place: UploadedFile.Place
    private let descriptor: Descriptor
    private let limit: Int
    private let sent: Int?
    private var pending = ByteBuffer()
    private(set) var size = 0

    /// A new, empty file in `folder`, to take at most `limit` bytes; the whole body has `sent`.
    init(in folder: UploadFolder, limit: Int, sent: Int?) async throws(WebError) {
        let url = folder.newFile()
        (place, descriptor) = try await blocking { () throws(WebError) in
            let number = open(url.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard number >= 0 else { throw .disk(code: errno) }
            return (UploadedFile.Place(url), Descriptor(number))
        }
        self.limit = limit
        self.sent = sent
    }

    /// Writes `bytes` last, a batch at a time.
    mutating func append(_ bytes: some Collection<UInt8>) async throws(WebError) {
        size += bytes.count
        guard size <= limit else { throw .fileTooLarge(limit: limit, sent: sent) }
        pending.writeBytes(bytes)
        if pending.readableBytes >= Self.batch { try await flush() }
    }

    /// The finished file.
    mutating func finish(field: String = "", name: String = "") async throws(WebError) -> UploadedFile {
        try await flush()
        return UploadedFile(field: field, name: name, size: size, place: place)
    }

    private mutating func flush() async throws(WebError) {
        let bytes = pending
        pending = ByteBuffer()
        let descriptor = descriptor
        try await blocking { () throws(WebError) in try descriptor.write(bytes) }
    }

    /// An open file, closed when nobody holds it.
    private final class Descriptor: Sendable {
        private let number: Int32

        init(_ number: Int32) { self.number = number }

        func write(_ bytes: ByteBuffer) throws(WebError) {
            let failure = bytes.withUnsafeReadableBytes { bytes -> Int32? in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = Glibc.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                    if count < 0 && errno != EINTR { return errno }
                    if count > 0 { rest = rest.dropFirst(count) }
                }
                return nil
            }
            if let failure { throw .disk(code: failure) }
        }

        deinit { close(number) }
    }
}
