#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a file, in memory or mapped, never changed.
///
/// 64 readable zero bytes follow the last one, so that a scan may look a block ahead.
public final class FileBytes: @unchecked Sendable {  // Immutable after init; the memory is released in deinit.
    /// Number of bytes, without the padding.
    public let count: Int
    private let base: UnsafeMutableRawPointer
    private let reserved: Int

    /// Why a file could not be brought into memory.
    public enum Failure: Error, Sendable, Equatable {
        case notFound
        case isFolder
        case notPermitted
        case tooLarge(bytes: Int, limit: Int)
        case failed(code: Int32)
    }

    private static let padding = 64

    /// Maps the file at `path`, which must not be larger than `limit` bytes.
    public init(path: String, limit: Int) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(code: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
        let bytes = Int(status.st_size)
        guard bytes <= limit else { throw .tooLarge(bytes: bytes, limit: limit) }
        // A mapping of nothing first, so that the pages after the file can be read; then the file over it.
        let total = bytes + Self.padding + 4096
        guard let area = mmap(nil, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            area != MAP_FAILED
        else { throw .failed(code: errno) }
        if bytes > 0 {
            guard mmap(area, bytes, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) != MAP_FAILED else {
                let code = errno
                munmap(area, total)
                throw .failed(code: code)
            }
            madvise(area, bytes, MADV_SEQUENTIAL)
        }
        base = area
        count = bytes
        reserved = total
    }

    /// Keeps a copy of `bytes`.
    public init(_ bytes: some Collection<UInt8>) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + Self.padding, alignment: 16)
        copy.initializeMemory(as: UInt8.self, repeating: 0)
        copy.copyBytes(from: bytes)
        // An allocation is never empty: the padding is always there.
        base = copy.baseAddress.unsafelyUnwrapped
        count = bytes.count
        reserved = 0
    }

    deinit {
        if reserved > 0 {
            munmap(base, reserved)
        } else {
            base.deallocate()
        }
    }

    /// Lends the bytes; 64 zero bytes after them may be read as well.
    public func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Lets the pages of a part that will not be read again soon leave memory. Reading them again is still allowed.
    public func release(_ part: Range<Int>) {
        guard reserved > 0 else { return }
        let page = 4096
        let start = (part.lowerBound + page - 1) / page * page
        let end = part.upperBound / page * page
        // Only whole pages of the file itself: the last one is shared with the padding.
        if start < end, end <= count { madvise(base + start, end - start, MADV_DONTNEED) }
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .notPermitted
        default: .failed(code: code)
        }
    }
}
