/// The texts that cells refer to by number, one after the other in one buffer.
struct SharedTexts: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each text ends, and the next begins.
    private(set) var ends: [UInt32] = []

    /// The texts in the part called `name`, none without one.
    init(_ name: String?, of archive: ZipArchive, limits: ReadingLimits) throws(FileProblem) {
        guard let name else { return }
        let source = try SharedTextsPart(name, of: archive)
        source.limits = limits
        while try source.run() {}
        bytes = source.bytes
        ends = source.ends
    }

    /// Where text number `index` is, if there is one.
    @inline(__always)
    func range(_ index: Int) -> Range<Int>? {
        guard index >= 0, index < ends.count else { return nil }
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
}

private final class SharedTextsPart: WorkbookPart {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var limits = ReadingLimits()
    private var start = 0
    private var isText = false
    private var isPhonetic = false

    override func opened(_ name: Name, _ attributes: Attributes) {
        if name[0] == 0x74, name[1] == 0 {  // t
            isText = !isPhonetic
        } else if Self.isNamed(name, "rPh") {
            isPhonetic = true
        }
    }

    override func met(_ text: UnsafeRawBufferPointer) {
        guard isText else { return }
        bytes.append(contentsOf: text)
        // A text costs its place in the list as well.
        guard bytes.count + 8 * ends.count <= min(limits.sharedTextBytes, Int(UInt32.max)),
            bytes.count - start <= limits.cellBytes
        else { return fail(.expandsTooMuch) }
    }

    override func closed(_ name: Name) {
        if name[0] == 0x74, name[1] == 0 {
            isText = false
        } else if Self.isNamed(name, "si") {
            WorkbookEscapes.decode(&bytes, from: start)
            start = bytes.count
            guard 8 * ends.count <= limits.sharedTextBytes else { return fail(.expandsTooMuch) }
            ends.append(UInt32(start))
        } else if Self.isNamed(name, "rPh") {
            isPhonetic = false
        }
    }
}
