internal import CExpat

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A ceiling on what expat may allocate for one part.
///
/// Expat keeps every element and attribute name it has met and every element that is open, so a part made of nothing
/// but new names would otherwise take a hundred times its own size. What is given back is not counted: expat
/// allocates when it grows, and an honest part soon stops doing so.
struct WorkbookMemory: ~Copyable {
    private let left = UnsafeMutablePointer<Int>.allocate(capacity: 1)

    init(bytes: Int) { left.initialize(to: bytes) }

    deinit { left.deallocate() }

    /// Draws what expat allocates during `body` from this memory.
    func lend<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
        pthread_setspecific(Self.lender, left)
        defer { pthread_setspecific(Self.lender, nil) }
        return try body()
    }

    /// The functions expat allocates with; they have no context but the thread.
    static var suite: XML_Memory_Handling_Suite {
        XML_Memory_Handling_Suite(
            malloc_fcn: { WorkbookMemory.draw($0) ? malloc($0) : nil },
            realloc_fcn: { WorkbookMemory.draw($1) ? realloc($0, $1) : nil },
            free_fcn: { free($0) })
    }

    private static let lender: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    private static func draw(_ bytes: Int) -> Bool {
        guard let left = pthread_getspecific(lender)?.assumingMemoryBound(to: Int.self) else { return false }
        left.pointee -= bytes
        return left.pointee >= 0
    }
}
