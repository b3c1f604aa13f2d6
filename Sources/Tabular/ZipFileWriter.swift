internal import CZlib

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a zip straight to a file, a piece of a member at a time: memory does not grow with what is written.
///
/// Members are stored as they are, without dates, so that the same content gives the same bytes; an archive may be
/// larger than 4 GiB, a member not. The file is at its path when `finish` has returned, whole and on disk, and only its
/// owner may read it. A writer is one thread of writing: go on with the copy that wrote last.
public struct ZipFileWriter: Sendable {
    /// A member that has been written.
    public struct Member: Sendable, Equatable {
        /// Its name, `/` between folders.
        public let name: String
        /// Where in the file its bytes are.
        public let range: Range<Int>
    }

    /// Why a zip could not be written.
    public enum Failure: Error, Sendable, Equatable {
        /// The system's error code.
        case failed(code: Int32)
        /// The member is larger than 4 GiB.
        case memberTooLarge(String)
    }

    /// The members that have been ended, in order.
    public private(set) var members: [Member] = []
    private let file: UnfinishedFile
    private var directory: [UInt8] = []
    private var length = 0
    private var open: (header: ZipHeader, start: Int)?

    /// Begins an archive that is to be at `path`, in place of any file there.
    public init(path: String) throws(Failure) {
        file = try UnfinishedFile(path)
    }

    /// Begins a member called `name`, and ends the one before.
    public mutating func begin(_ name: String) throws(Failure) {
        try end()
        let header = ZipHeader(name: name, method: 0)
        open = (header, length)
        // Written again when its sizes are known.
        try append(header.local)
    }

    /// Adds bytes to the member that was begun last.
    public mutating func write(_ bytes: [UInt8]) throws(Failure) {
        try bytes.withUnsafeBufferPointer { bytes throws(Failure) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds bytes to the member that was begun last.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        guard var header = open?.header else { return }
        guard header.size + bytes.count < ZipHeader.most32 else { throw .memberTooLarge(header.name) }
        header.crc = UInt32(
            truncatingIfNeeded: crc32_z(uLong(header.crc), bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
        header.size += bytes.count
        header.packedSize = header.size
        try file.write(bytes, at: length)
        length += bytes.count
        open?.header = header
    }

    /// Ends the member that was begun last.
    public mutating func end() throws(Failure) {
        guard let (header, start) = open else { return }
        open = nil
        try put(header.local, at: start)
        directory += header.central(offset: start)
        members.append(Member(name: header.name, range: length - header.size..<length))
    }

    /// What has been written so far, mapped and not copied.
    public func written() throws(Failure) -> FileBytes {
        do {
            return try FileBytes(path: file.unfinished, limit: .max)
        } catch .failed(let code) {
            throw .failed(code: code)
        } catch {
            throw .failed(code: ENOENT)
        }
    }

    /// Ends the archive and puts it in its place; the number of bytes.
    @discardableResult
    public mutating func finish() throws(Failure) -> Int {
        try end()
        let start = length
        try append(directory)
        try append(ZipHeader.end(count: members.count, start: start, length: directory.count))
        try file.finish()
        return length
    }

    private mutating func append(_ bytes: [UInt8]) throws(Failure) {
        try put(bytes, at: length)
        length += bytes.count
    }

    private func put(_ bytes: [UInt8], at offset: Int) throws(Failure) {
        try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            try file.write(UnsafeRawBufferPointer(bytes), at: offset)
        }
    }
}

/// A file that gets its name when it is whole, and is removed if it never is.
private final class UnfinishedFile: Sendable {
    let unfinished: String
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws(ZipFileWriter.Failure) {
        self.path = path
        unfinished = path + ".part"
        descriptor = Self.make(unfinished)
        guard descriptor >= 0 else { throw .failed(code: errno) }
    }

    deinit {
        close(descriptor)
        // Gone already when it was finished.
        unlink(unfinished)
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(ZipFileWriter.Failure) {
        var done = 0
        while done < bytes.count {
            let written = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, offset + done)
            if written < 0 {
                guard errno == EINTR else { throw .failed(code: errno) }
            } else {
                done += written
            }
        }
    }

    func finish() throws(ZipFileWriter.Failure) {
        guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else { throw .failed(code: errno) }
    }

    private static func make(_ path: String) -> Int32 {
        unlink(path)
        return open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
}
