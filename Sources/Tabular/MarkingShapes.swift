/// The boxes of comments on a sheet, in the old drawing language (VML) that comments still need.
///
/// Boxes are hidden until the user points at the cell.
struct MarkingShapes {
    /// Numbers of boxes come in blocks of 1,024; ours begin far from those that programs give.
    static let firstBlock = 100
    private static let blockSize = 1_024

    /// The part with boxes for our comments, and those of `removed` taken away.
    ///
    /// - Parameter block: The first free block of numbers, moved past those that are used.
    static func part(
        _ existing: [UInt8]?, removed: Set<[Int]>, comments: [MarkingComments.Comment], layout: MarkingLayout,
        block: inout Int
    ) throws(WorkbookError) -> [UInt8] {
        let source = existing ?? Self.empty(blocks: block...(block + comments.count / blockSize))
        var scanner = XMLEditScanner(source)
        var edit = XMLEdit(source)
        var shape: Int?
        var row: Int?
        var column: Int?
        var hasType = false
        while let tag = scanner.next() {
            if scanner.named(tag, "shapetype"), scanner.text("id", of: tag) == "_x0000_t202" { hasType = true }
            if scanner.named(tag, "shape"), tag.kind == .open {
                (shape, row, column) = (tag.range.lowerBound, nil, nil)
            } else if scanner.named(tag, "Row"), tag.kind == .open {
                row = number(after: tag, in: source)
            } else if scanner.named(tag, "Column"), tag.kind == .open {
                column = number(after: tag, in: source)
            } else if scanner.named(tag, "shape"), tag.kind == .close {
                if let shape, let row, let column, removed.contains([row + 1, column]) {
                    edit.replace(shape..<tag.range.upperBound, with: [])
                }
                shape = nil
            } else if scanner.named(tag, "xml"), tag.kind == .close {
                if !comments.isEmpty, !hasType { edit.insert(type.utf8, at: tag.range.lowerBound) }
                for (place, comment) in comments.enumerated() {
                    let id = block * blockSize + place + 1
                    edit.insert(box(comment, id: id, layout: layout).utf8, at: tag.range.lowerBound)
                }
                block += comments.count / blockSize + 1
                return edit.finish()
            }
        }
        throw .malformed(part: "vmlDrawing")
    }

    private static func number(after tag: XMLEditScanner.Tag, in source: [UInt8]) -> Int? {
        let digits = source[tag.range.upperBound...].prefix { $0 != UInt8(ascii: "<") }
        return Int32(String(decoding: digits, as: UTF8.self).filter { !$0.isWhitespace }).map(Int.init)
    }

    private static func empty(blocks: ClosedRange<Int>) -> [UInt8] {
        let numbers = blocks.map(String.init).joined(separator: ",")
        return Array(
            """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
            <o:idmap v:ext="edit" data="\(numbers)"/></o:shapelayout></xml>
            """.utf8)
    }

    /// Declares its own prefixes, since we cannot know those of a part that somebody else wrote.
    private static let names =
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
    private static let type = """
        <v:shapetype \(names) id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
        <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """

    private static func box(_ comment: MarkingComments.Comment, id: Int, layout: MarkingLayout) -> String {
        let lines = comment.text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(1) { $0 + 1 + $1.count / 48 }
        // The box begins beside the cell and is about 300 pixels wide, whatever the columns are.
        var last = comment.column + 1
        var left = 315
        while left > layout.pixels(ofColumn: last), last < CellRange.allColumns.upperBound {
            left -= layout.pixels(ofColumn: last)
            last += 1
        }
        let top = max(comment.row - 2, 0)
        let bottom = top + min(lines, 30) * 3 / 4 + 2
        return """
            <v:shape \(names) id="_x0000_s\(id)" type="#_x0000_t202" style="position:absolute;visibility:hidden" \
            fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" \
            obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">\
            <div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>\
            <x:SizeWithCells/><x:Anchor>\(comment.column + 1), 15, \(top), 10, \(last), \(left), \(bottom), 4</x:Anchor>\
            <x:AutoFill>False</x:AutoFill><x:Row>\(comment.row - 1)</x:Row><x:Column>\(comment.column)</x:Column>\
            </x:ClientData></v:shape>
            """
    }
}
