/// The styles part of a workbook being marked: the user's styles as they are, and ours after them.
///
/// A marked cell gets a copy of its own style with our fill. Beneath our fill's colour, in the second colour that a
/// solid fill does not show, its former colour is kept, so that the mark can be taken away when the file comes back.
struct MarkingStyles {
    private let source: [UInt8]
    private let prefix: String
    private var fonts: MarkingStyleSection
    private var fills: MarkingStyleSection
    private var borders: MarkingStyleSection
    private var formats: MarkingStyleSection
    private var looks: [MarkingLook: Int] = [:]
    private var marked: [Int: [MarkingTone: Int]] = [:]
    private var unmarked: [Int: Int?] = [:]
    /// Our fills, by their place among the fills.
    private var ours: [Int: MarkingFill] = [:]

    /// Reads the part, or begins one when the workbook has none.
    ///
    /// - Parameter keepsSecondColors: Whether the program that saved it keeps the colours that do not show; LibreOffice
    ///   writes others there.
    init(_ part: [UInt8]?, namespace: String, keepsSecondColors: Bool) throws(WorkbookError) {
        source =
            part
            ?? Array(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"\(namespace)\"/>"
                    .utf8
            )
        var scanner = XMLEditScanner(source)
        guard let root = scanner.next(), scanner.named(root, "styleSheet") else { throw .malformed(part: "styles") }
        prefix = String(decoding: source[root.prefix], as: UTF8.self)
        let sections = MarkingStyleSection.all(in: source, prefix: prefix)
        fonts = sections["fonts"] ?? MarkingStyleSection("fonts")
        fills = sections["fills"] ?? MarkingStyleSection("fills")
        borders = sections["borders"] ?? MarkingStyleSection("borders")
        formats = sections["cellXfs"] ?? MarkingStyleSection("cellXfs")
        // The first of each is what a plain cell has, and the second fill is a fixed one.
        if fonts.items.isEmpty { _ = fonts.place(of: element("<font><sz val=\"11\"/><name val=\"Calibri\"/></font>")) }
        if fills.items.isEmpty {
            _ = fills.place(of: element("<fill><patternFill patternType=\"none\"/></fill>"))
            _ = fills.place(of: element("<fill><patternFill patternType=\"gray125\"/></fill>"))
        }
        if borders.items.isEmpty {
            _ = borders.place(of: element("<border><left/><right/><top/><bottom/><diagonal/></border>"))
        }
        if formats.items.isEmpty {
            _ = formats.place(of: element("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"))
        }
        for (place, fill) in fills.items.enumerated() {
            guard let mark = MarkingFill(marking: fill) else { continue }
            ours[place] = keepsSecondColors ? mark : MarkingFill(tone: mark.tone, former: nil)
        }
    }

    /// The style of a cell whose style is `style` once it is marked with `tone`.
    mutating func style(marking style: Int, with tone: MarkingTone) -> Int {
        if let made = marked[style]?[tone] { return made }
        let format = formats.items.indices.contains(style) ? formats.items[style] : formats.items[0]
        let place = fillPlace(of: format)
        let former = if let mine = ours[place] { mine.former } else { MarkingFill.color(of: fills.items, at: place) }
        let mark = MarkingFill(tone: tone, former: former)
        let fill = fills.place(of: element(mark.markup))
        ours[fill] = mark
        let made = formats.place(
            of: XMLEdit.setting([("fillId", String(fill)), ("applyFill", "1")], of: format))
        marked[style, default: [:]][tone] = made
        return made
    }

    /// The style without our mark, when `style` has one.
    mutating func style(unmarking style: Int) -> Int? {
        if let known = unmarked[style] { return known }
        var made: Int?
        if formats.items.indices.contains(style), let mark = ours[fillPlace(of: formats.items[style])] {
            let former = mark.former.map {
                fills.place(
                    of: element("<fill><patternFill patternType=\"solid\"><fgColor \($0)/></patternFill></fill>"))
            }
            made = formats.place(of: XMLEdit.setting([("fillId", String(former ?? 0))], of: formats.items[style]))
        }
        unmarked[style] = .some(made)
        return made
    }

    /// The style of a cell that we add.
    mutating func style(_ look: MarkingLook) -> Int {
        if let made = looks[look] { return made }
        let style = look.style
        var font = 0
        if style.bold || style.size != nil { font = fonts.place(of: boldFont(size: style.size)) }
        var fill = 0
        if let rgb = style.fill {
            let color = "FF" + String(rgb, radix: 16, uppercase: true)
            fill = fills.place(
                of: element(
                    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(color)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
                ))
        }
        let made = formats.place(
            of: element(
                "<xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"0\" xfId=\"0\" applyFont=\"1\""
                    + " applyFill=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\""
                    + (style.wrap ? " wrapText=\"1\"" : "") + "/></xf>"))
        looks[look] = made
        return made
    }

    /// The part with our styles in it.
    func finish() -> [UInt8] {
        MarkingStyleSection.writing([fonts, fills, borders, formats], into: source, prefix: prefix)
    }

    private func fillPlace(of format: [UInt8]) -> Int {
        var scanner = XMLEditScanner(format)
        return scanner.next().flatMap { scanner.number("fillId", of: $0) } ?? 0
    }

    /// The workbook's plain font, bold and perhaps of another size.
    private func boldFont(size: Double?) -> [UInt8] {
        let plain = fonts.items[0]
        var scanner = XMLEditScanner(plain)
        var edit = XMLEdit(plain)
        let bold = Array("<\(prefix)b/>".utf8)
        while let tag = scanner.next() {
            if scanner.named(tag, "font"), tag.kind == .open {
                edit.insert(bold, at: tag.range.upperBound)
            } else if scanner.named(tag, "font"), tag.kind == .empty {
                edit.open(tag, with: bold)
            } else if scanner.named(tag, "b") {
                edit.replace(tag.range, with: [])
            } else if scanner.named(tag, "sz"), let size, let value = scanner.attribute("val", of: tag) {
                edit.replace(value, with: String(Int(size)).utf8)
            }
        }
        return edit.finish()
    }

    /// `markup` with the part's prefix on every name.
    private func element(_ markup: String) -> [UInt8] {
        guard !prefix.isEmpty else { return Array(markup.utf8) }
        var bytes: [UInt8] = []
        for byte in markup.utf8 {
            let followsOpening = bytes.last == UInt8(ascii: "<") && byte != UInt8(ascii: "/")
            let followsClosing = bytes.suffix(2).elementsEqual("</".utf8)
            if followsOpening || followsClosing { bytes += prefix.utf8 }
            bytes.append(byte)
        }
        return bytes
    }
}
