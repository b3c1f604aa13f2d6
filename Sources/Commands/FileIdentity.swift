#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which file a path leads to, past links and other ways of writing it.
struct FileIdentity: Equatable {
    private let device: UInt64
    private let file: UInt64

    /// The regular file at `path`; `nil` when there is none.
    init?(_ path: String) {
        var found = stat()
        guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(truncatingIfNeeded: found.st_dev)
        file = UInt64(truncatingIfNeeded: found.st_ino)
    }
}
