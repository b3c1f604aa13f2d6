/// A copy of an XML part with changes, made from the beginning to the end; what is not changed is kept byte for byte.
struct XMLEdit {
    private let source: [UInt8]
    private var output: [UInt8] = []
    private var copied = 0

    init(_ source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count + source.count / 8)
    }

    /// Puts `bytes` in the place of `range`, which must not begin before an earlier change ends.
    mutating func replace(_ range: Range<Int>, with bytes: some Swift.Collection<UInt8>) {
        guard range.lowerBound >= copied else { return }
        output += source[copied..<range.lowerBound]
        output += bytes
        copied = range.upperBound
    }

    /// Puts `bytes` at `place`.
    mutating func insert(_ bytes: some Swift.Collection<UInt8>, at place: Int) {
        replace(place..<place, with: bytes)
    }

    /// Puts `content` within an empty element: `<a/>` becomes `<a>content</a>`.
    mutating func open(_ tag: XMLEditScanner.Tag, with content: [UInt8]) {
        let name = source[tag.prefix.lowerBound..<tag.name.upperBound]
        replace(tag.end..<tag.range.upperBound, with: [UInt8(ascii: ">")] + content + "</".utf8 + name + ">".utf8)
    }

    /// The changed part.
    consuming func finish() -> [UInt8] {
        output += source[copied...]
        return output
    }

    /// `element` with the attributes of its first tag set: given a new value, added last, or, when `nil`, taken away.
    static func setting(_ attributes: [(name: String, value: String?)], of element: [UInt8]) -> [UInt8] {
        var scanner = XMLEditScanner(element)
        guard let tag = scanner.next() else { return element }
        var changes: [(range: Range<Int>, bytes: [UInt8])] = []
        for (name, value) in attributes {
            let old = scanner.attribute(name, of: tag)
            switch (old, value) {
            case (let old?, let value?): changes.append((old, XMLEditText.encoded(value)))
            case (let old?, nil):
                // The blank before the name, the name, the equals sign and both quotes.
                var start = old.lowerBound - 1
                while start > tag.name.upperBound, element[start - 1] != UInt8(ascii: "=") { start -= 1 }
                start -= 1 + name.utf8.count
                while start > tag.name.upperBound, !XMLEditScanner.isSpace(element[start]) { start -= 1 }
                changes.append((start..<old.upperBound + 1, []))
            case (nil, let value?):
                changes.append((tag.end..<tag.end, Array(" \(name)=\"".utf8) + XMLEditText.encoded(value) + [34]))
            case (nil, nil): continue
            }
        }
        var edit = XMLEdit(element)
        for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            edit.replace(change.range, with: change.bytes)
        }
        return edit.finish()
    }
}
