/// The comments of a sheet being marked: ours from an earlier time go, new ones come, those by others stay.
struct MarkingComments {
    /// A comment of ours.
    struct Comment {
        let row: Int
        let column: Int
        let text: String
    }

    /// The part with our comments in it.
    let part: [UInt8]
    /// Cells that had a comment of ours before.
    let removed: Set<[Int]>
    /// The comments written: those whose cell nobody else has commented.
    let added: [Comment]

    /// Edits `existing`, or begins a new part.
    init(_ existing: [UInt8]?, adding comments: [Comment], namespace: String) throws(WorkbookError) {
        let source =
            existing
            ?? Array(
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"\(namespace)\">"
                    + "<authors></authors><commentList></commentList></comments>").utf8)
        let (author, authorCount, prefix) = Self.author(in: source)
        var scanner = XMLEditScanner(source)
        var edit = XMLEdit(source)
        var removed: Set<[Int]> = []
        var taken: Set<[Int]> = []
        var added: [Comment] = []
        var current: (start: Int, cell: [Int])?
        var text = ""
        var textStart = 0
        var isDone = false
        while let tag = scanner.next() {
            if scanner.named(tag, "authors"), tag.kind != .open, author == nil, !comments.isEmpty {
                let line = Array("<\(prefix)author>\(MarkingNames.author)</\(prefix)author>".utf8)
                if tag.kind == .empty {
                    edit.open(tag, with: line)
                } else {
                    edit.insert(line, at: tag.range.lowerBound)
                }
            } else if scanner.named(tag, "t") {
                if tag.kind == .open { textStart = tag.range.upperBound }
                if tag.kind == .close { text += XMLEditText.decoded(source[textStart..<tag.range.lowerBound]) }
            } else if scanner.named(tag, "comment") {
                if tag.kind != .close, let ref = scanner.attribute("ref", of: tag),
                    let cell = CellRange.cell(source[ref])
                {
                    current = (tag.range.lowerBound, [cell.row, cell.column])
                    text = ""
                }
                guard tag.kind != .open, let comment = current else { continue }
                if text.hasPrefix(Self.firstLine) {
                    removed.insert(comment.cell)
                    edit.replace(comment.start..<tag.range.upperBound, with: [])
                } else {
                    taken.insert(comment.cell)
                }
                current = nil
            } else if scanner.named(tag, "commentList"), tag.kind != .open {
                added = comments.filter { !taken.contains([$0.row, $0.column]) }
                let list = added.flatMap { Self.element($0, author: author ?? authorCount, prefix: prefix) }
                if tag.kind == .empty {
                    edit.open(tag, with: list)
                } else {
                    edit.insert(list, at: tag.range.lowerBound)
                }
                isDone = true
            }
        }
        guard isDone else { throw .malformed(part: "comments") }
        part = edit.finish()
        self.removed = removed
        self.added = added
    }

    private static let firstLine = MarkingNames.author + ":"

    /// Our number among the authors, how many there are, and the prefix of the part's elements.
    private static func author(in source: [UInt8]) -> (ours: Int?, count: Int, prefix: String) {
        var scanner = XMLEditScanner(source)
        var ours: Int?
        var count = 0
        var prefix = ""
        var start = 0
        while let tag = scanner.next() {
            if scanner.named(tag, "comments"), tag.kind == .open {
                prefix = String(decoding: source[tag.prefix], as: UTF8.self)
            }
            guard scanner.named(tag, "author") else {
                if scanner.named(tag, "commentList") { break }
                continue
            }
            if tag.kind == .open { start = tag.range.upperBound }
            guard tag.kind != .open else { continue }
            if tag.kind == .close, XMLEditText.decoded(source[start..<tag.range.lowerBound]) == MarkingNames.author {
                ours = count
            }
            count += 1
        }
        return (ours, count, prefix)
    }

    private static func element(_ comment: Comment, author: Int, prefix p: String) -> [UInt8] {
        let address = CellRange.address(row: comment.row, column: comment.column)
        let font = "<\(p)sz val=\"9\"/><\(p)rFont val=\"Tahoma\"/><\(p)family val=\"2\"/>"
        let space = "<\(p)t xml:space=\"preserve\">"
        return Array(
            ("<\(p)comment ref=\"\(address)\" authorId=\"\(author)\"><\(p)text>"
                + "<\(p)r><\(p)rPr><\(p)b/>\(font)</\(p)rPr>\(space)\(firstLine)</\(p)t></\(p)r>"
                + "<\(p)r><\(p)rPr>\(font)</\(p)rPr>\(space)\n").utf8)
            + XMLEditText.encoded(XMLEditText.shortened(comment.text, to: 32_000))
            + "</\(p)t></\(p)r></\(p)text></\(p)comment>".utf8
    }
}
