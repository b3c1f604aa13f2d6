internal import CExpat

/// An XML part of a workbook, unpacked and parsed as a stream; a subclass says what its elements mean.
///
/// Names are told apart by their local part, so that prefixes and the strict namespaces make no difference.
class WorkbookPart {
    typealias Name = UnsafePointer<XML_Char>
    typealias Attributes = UnsafeMutablePointer<UnsafePointer<XML_Char>?>

    private static let pieceBytes = 1 << 16
    /// Greatest tag or comment; expat has to look at the whole of it again for each piece.
    private static let tokenBytes = 2 << 20
    private static let memoryBytes = 32 << 20

    /// The encoding the part declares, in lower case.
    private(set) final var encoding = "utf-8"
    private let member: ZipMember
    private let memory: WorkbookMemory
    private let parser: XML_Parser
    private var fed = 0
    private var problem: FileProblem?
    private var state = State.reading

    private enum State { case reading, paused, over }

    /// The part called `name`.
    convenience init(_ name: String, of archive: ZipArchive) throws(FileProblem) {
        try self.init(archive.member(name))
    }

    /// The part that is packed in `member`; nothing is read until `run` is called.
    init(_ member: ZipMember) throws(FileProblem) {
        let memory = WorkbookMemory(bytes: Self.memoryBytes)
        var suite = WorkbookMemory.suite
        guard let parser = memory.lend({ XML_ParserCreate_MM(nil, &suite, nil) }) else { throw .expandsTooMuch }
        self.member = member
        self.memory = memory
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name, let attributes else { return }
                WorkbookPart.lend(context) { $0.opened(WorkbookPart.local(name), attributes) }
            },
            { context, name in
                guard let name else { return }
                WorkbookPart.lend(context) { $0.closed(WorkbookPart.local(name)) }
            })
        XML_SetCharacterDataHandler(parser) { context, text, count in
            WorkbookPart.lend(context) { $0.met(UnsafeRawBufferPointer(start: text, count: Int(count))) }
        }
        XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
            guard let encoding else { return }
            WorkbookPart.lend(context) { $0.encoding = String(cString: encoding).lowercased() }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            WorkbookPart.lend(context) { $0.fail(.entityExpansion) }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// An element begins.
    func opened(_ name: Name, _ attributes: Attributes) {}

    /// An element ends.
    func closed(_ name: Name) {}

    /// Some characters as UTF-8, perhaps not all those of the element.
    func met(_ text: UnsafeRawBufferPointer) {}

    /// Parses until a subclass pauses (true), or to the end (false).
    final func run() throws(FileProblem) -> Bool {
        try memory.lend { () throws(FileProblem) in
            while true {
                let status: XML_Status
                switch state {
                case .over: return false
                case .paused:
                    state = .reading
                    status = XML_ResumeParser(parser)
                case .reading: status = try feed()
                }
                if let problem { throw problem }
                switch status {
                case XML_STATUS_SUSPENDED:
                    if state == .paused { return true }
                    try member.drain()
                case XML_STATUS_OK:
                    var progress = XML_ParsingStatus()
                    XML_GetParsingStatus(parser, &progress)
                    if progress.finalBuffer != 0 { state = .over }
                default:
                    throw XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY ? .expandsTooMuch : .corruptWorkbook
                }
            }
        }
    }

    /// Lets `run` return once the element now ending is done with.
    final func pause() {
        state = .paused
        XML_StopParser(parser, XML_Bool(XML_TRUE))
    }

    /// The bytes of the tag now met, and those after it that expat has been given.
    final func input() -> (tag: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        var offset: Int32 = 0
        var size: Int32 = 0
        guard let start = XML_GetInputContext(parser, &offset, &size) else { return nil }
        let bytes = Array(UnsafeRawBufferPointer(start: start, count: Int(size)).dropFirst(Int(offset)))
        let end = Int(XML_GetCurrentByteCount(parser))
        return (bytes.prefix(end), bytes.dropFirst(end))
    }

    /// What follows is of no interest.
    final func finish() {
        state = .over
        XML_StopParser(parser, XML_Bool(XML_TRUE))
    }

    /// The part cannot be read.
    final func fail(_ problem: FileProblem) {
        if self.problem == nil { self.problem = problem }
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func feed() throws(FileProblem) -> XML_Status {
        guard fed - max(0, Int(XML_GetCurrentByteIndex(parser))) < Self.tokenBytes,
            let piece = XML_GetBuffer(parser, Int32(Self.pieceBytes))
        else { throw .expandsTooMuch }
        let count = try member.read(into: UnsafeMutableRawBufferPointer(start: piece, count: Self.pieceBytes))
        fed += count
        return XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    }

    /// Lends the part that expat knows as its context, without a retain for each of its million calls.
    @inline(__always)
    private static func lend(_ context: UnsafeMutableRawPointer?, _ body: (WorkbookPart) -> Void) {
        guard let context else { return }
        Unmanaged<WorkbookPart>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
    }

    /// The name without its prefix.
    @inline(__always)
    static func local(_ name: Name) -> Name {
        var start = name
        var at = name
        while at.pointee != 0 {
            if at.pointee == 0x3a { start = at + 1 }
            at += 1
        }
        return start
    }
}
