#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Finds the tags of an XML part, so that it can be edited where it must and kept byte for byte elsewhere.
///
/// It knows tags, attributes, comments, CDATA and processing instructions; it does not check well-formedness, so that
/// VML, which some programs write loosely, passes too.
struct XMLEditScanner {
    /// A tag: where it is and what it is called.
    struct Tag {
        enum Kind { case open, close, empty }

        let kind: Kind
        /// From `<` to after `>`.
        let range: Range<Int>
        /// The name without its prefix.
        let name: Range<Int>
        /// The prefix with its colon, or empty.
        let prefix: Range<Int>

        /// Where something can be inserted last in the tag: before `>` or `/>`.
        var end: Int { range.upperBound - (kind == .empty ? 2 : 1) }
    }

    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next tag; `nil` at the end, or where a tag is cut short.
    mutating func next() -> Tag? {
        while let start = find(UInt8(ascii: "<"), from: position) {
            switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
            case UInt8(ascii: "?"): position = after("?>", from: start)
            case UInt8(ascii: "!"):
                if starts("<!--", at: start) {
                    position = after("-->", from: start + 4)
                } else if starts("<![CDATA[", at: start) {
                    position = after("]]>", from: start)
                } else {
                    position = after(">", from: start)
                }
            default: return tag(from: start)
            }
        }
        return nil
    }

    /// Whether the tag's name, without prefix, is `name`.
    func named(_ tag: Tag, _ name: StaticString) -> Bool {
        tag.name.count == name.utf8CodeUnitCount
            && bytes.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { memcmp($0 + tag.name.lowerBound, name.utf8Start, tag.name.count) == 0 } ?? false
            }
    }

    /// The bytes of the value of the attribute called `name`; with `local`, whatever its prefix.
    func attribute(_ name: String, of tag: Tag, local: Bool = false) -> Range<Int>? {
        var found: Range<Int>?
        eachAttribute(of: tag) { key, value in
            let colon = local ? bytes[key].firstIndex(of: UInt8(ascii: ":")) : nil
            let own = (colon.map { $0 + 1 } ?? key.lowerBound)..<key.upperBound
            if found == nil, bytes[own].elementsEqual(name.utf8) { found = value }
        }
        return found
    }

    /// The text of an attribute, with entities resolved.
    func text(_ name: String, of tag: Tag, local: Bool = false) -> String? {
        attribute(name, of: tag, local: local).map { XMLEditText.decoded(bytes[$0]) }
    }

    /// A whole-number attribute; what does not fit 31 bits is none, so that it can be counted on from.
    func number(_ name: String, of tag: Tag) -> Int? {
        attribute(name, of: tag).flatMap { UInt32(String(decoding: bytes[$0], as: UTF8.self)) }
            .flatMap { $0 <= Int32.max ? Int($0) : nil }
    }

    /// Lends each attribute's name and value.
    func eachAttribute(of tag: Tag, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) {
        var at = tag.name.upperBound
        let end = tag.end
        while at < end {
            while at < end, Self.isSpace(bytes[at]) { at += 1 }
            let name = at
            while at < end, bytes[at] != UInt8(ascii: "="), !Self.isSpace(bytes[at]) { at += 1 }
            let nameEnd = at
            while at < end, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") { at += 1 }
            guard at < end else { return }
            let quote = bytes[at]
            let value = at + 1
            at = value
            while at < end, bytes[at] != quote { at += 1 }
            guard at < end else { return }
            body(name..<nameEnd, value..<at)
            at += 1
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private mutating func tag(from start: Int) -> Tag? {
        var at = start + 1
        var quote: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            at += 1
        }
        guard at < bytes.count else {
            position = bytes.count
            return nil
        }
        position = at + 1
        let isClose = bytes[start + 1] == UInt8(ascii: "/")
        let isEmpty = !isClose && bytes[at - 1] == UInt8(ascii: "/")
        let first = start + (isClose ? 2 : 1)
        var last = first
        var local = first
        while last < at, !Self.isSpace(bytes[last]), bytes[last] != UInt8(ascii: "/") {
            if bytes[last] == UInt8(ascii: ":") { local = last + 1 }
            last += 1
        }
        return Tag(
            kind: isClose ? .close : isEmpty ? .empty : .open, range: start..<position, name: local..<last,
            prefix: first..<local)
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let hit = memchr(base + start, Int32(byte), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    private func starts(_ text: StaticString, at start: Int) -> Bool {
        start + text.utf8CodeUnitCount <= bytes.count
            && bytes.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { memcmp($0 + start, text.utf8Start, text.utf8CodeUnitCount) == 0 } ?? false
            }
    }

    private func after(_ text: StaticString, from start: Int) -> Int {
        var at = start
        while let hit = find(text.utf8Start.pointee, from: at) {
            if starts(text, at: hit) { return hit + text.utf8CodeUnitCount }
            at = hit + 1
        }
        return bytes.count
    }
}
