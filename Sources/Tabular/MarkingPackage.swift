/// The parts of the user's workbook while it is being marked: theirs untouched, ours in their place or beside them.
struct MarkingPackage {
    let archive: ZipArchive
    let limits: ReadingLimits
    /// Changed and new parts by name; `nil` = taken away.
    private var changed: [String: [UInt8]?] = [:]
    /// Names of new parts, in the order they came.
    private var new: [String] = []
    private let usesStrictNames: Bool

    init(_ archive: ZipArchive, main: String, limits: ReadingLimits) throws(WorkbookError) {
        self.archive = archive
        self.limits = limits
        var usesStrictNames = false
        if let entry = archive.entry(main) {
            let bytes = try Self.reading { () throws(FileProblem) in try archive.contents(of: entry) }
            var scanner = XMLEditScanner(bytes)
            if let root = scanner.next() {
                scanner.eachAttribute(of: root) { _, value in
                    if bytes[value].elementsEqual(Self.strictMain.utf8) { usesStrictNames = true }
                }
            }
        }
        self.usesStrictNames = usesStrictNames
    }

    private static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    /// The namespace of a sheet's own elements.
    var mainNamespace: String {
        usesStrictNames ? Self.strictMain : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    /// The namespace of relationship ids, and the beginning of their types.
    var relationNamespace: String {
        usesStrictNames
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// The bytes of a part, as changed so far; `nil` when there is none.
    func part(_ name: String) throws(WorkbookError) -> [UInt8]? {
        if let ours = changed[key(name)] { return ours }
        guard let entry = archive.entry(name) else { return nil }
        let bytes = try Self.reading { () throws(FileProblem) in try archive.contents(of: entry) }
        // UTF-16 is allowed by the format and written by no program we know.
        guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else { throw .malformed(part: name) }
        return bytes
    }

    /// The bytes of a part that must be there.
    func required(_ name: String) throws(WorkbookError) -> [UInt8] {
        guard let bytes = try part(name) else { throw .malformed(part: name) }
        return bytes
    }

    /// Puts `bytes` in the place of the part called `name`, or adds it.
    mutating func set(_ name: String, _ bytes: [UInt8]) {
        if archive.entry(name) == nil, changed[key(name)] == nil { new.append(name) }
        changed[key(name)] = .some(bytes)
    }

    /// Leaves the part called `name` out.
    mutating func remove(_ name: String) {
        if archive.entry(name) != nil { changed[key(name)] = .some(nil) }
    }

    /// The first name of the form `before1after`, `before2after` … that no part has.
    func freeName(_ before: String, _ after: String) -> String {
        var number = 1
        while archive.entry("\(before)\(number)\(after)") != nil || changed[key("\(before)\(number)\(after)")] != nil {
            number += 1
        }
        return "\(before)\(number)\(after)"
    }

    /// The part that `source` uses as `kind`.
    func related(_ kind: String, of source: String) throws(WorkbookError) -> String? {
        // Relations that we have added are not looked for again.
        guard archive.entry(Self.relations(of: source)) != nil else { return nil }
        return try Self.reading { () throws(FileProblem) in
            try WorkbookRelationships(of: source, in: archive, limits: limits).part(kind)
        }
    }

    /// Relates `source` to `target` as `kind`; returns the relation's id.
    mutating func relate(_ source: String, to target: String, as kind: String) throws(WorkbookError) -> String {
        let name = Self.relations(of: source)
        let bytes = try part(name) ?? Array(Self.noRelations.utf8)
        var scanner = XMLEditScanner(bytes)
        var taken: Set<String> = []
        var prefix = ""
        while let tag = scanner.next() {
            if scanner.named(tag, "Relationships") { prefix = String(decoding: bytes[tag.prefix], as: UTF8.self) }
            if let id = scanner.text("Id", of: tag) { taken.insert(id) }
        }
        var number = taken.count + 1
        while taken.contains("rId\(number)") { number += 1 }
        let element =
            "<\(prefix)Relationship Id=\"rId\(number)\" Type=\"\(relationNamespace)/\(kind)\" Target=\"/\(target)\"/>"
        set(name, try Self.appending(Array(element.utf8), to: "Relationships", in: bytes, part: name))
        return "rId\(number)"
    }

    /// Says what type the part called `name` is.
    mutating func declare(_ name: String, type: String) throws(WorkbookError) {
        try declare("Override", "PartName", "/\(name)", type: type)
    }

    /// Says what type the parts with an extension are, unless it is said already.
    mutating func declare(extension name: String, type: String) throws(WorkbookError) {
        try declare("Default", "Extension", name, type: type)
    }

    /// The whole package: the user's members in their order, then ours.
    func finish() throws(WorkbookError) -> [UInt8] {
        var zip = ZipWriter()
        for entry in archive.entries {
            switch changed[key(entry.name)] {
            case nil: do { try zip.copy(entry, of: archive) } catch { throw .unreadable(error) }
            case .some(nil): continue
            case .some(let bytes?): try zip.add(entry.name, bytes)
            }
        }
        for name in new {
            if case .some(let bytes?) = changed[key(name)] { try zip.add(name, bytes) }
        }
        return try zip.finish()
    }

    /// The name of the part that holds the relations of `part`.
    static func relations(of part: String) -> String {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        return "\(part[..<slash])_rels/\(part[slash...]).rels"
    }

    /// Turns what is wrong with the file into our error.
    static func reading<R>(_ body: () throws(FileProblem) -> R) throws(WorkbookError) -> R {
        do { return try body() } catch { throw .unreadable(error) }
    }

    /// `bytes` with `element` last in the first element called `name`, which may be empty.
    static func appending(
        _ element: [UInt8], to name: StaticString, in bytes: [UInt8], part: String
    ) throws(WorkbookError) -> [UInt8] {
        var scanner = XMLEditScanner(bytes)
        var edit = XMLEdit(bytes)
        while let tag = scanner.next() {
            guard scanner.named(tag, name) else { continue }
            switch tag.kind {
            case .open: continue
            case .close: edit.insert(element, at: tag.range.lowerBound)
            case .empty: edit.open(tag, with: element)
            }
            return edit.finish()
        }
        throw .malformed(part: part)
    }

    private static let noRelations =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
    private static let types = "[Content_Types].xml"

    private mutating func declare(
        _ element: String, _ key: String, _ value: String, type: String
    ) throws(WorkbookError) {
        let bytes = try required(Self.types)
        var scanner = XMLEditScanner(bytes)
        var prefix = ""
        while let tag = scanner.next() {
            if scanner.named(tag, "Types") { prefix = String(decoding: bytes[tag.prefix], as: UTF8.self) }
            if let said = scanner.text(key, of: tag), self.key(said) == self.key(value) { return }
        }
        let line = "<\(prefix)\(element) \(key)=\"\(value)\" ContentType=\"\(type)\"/>"
        // Defaults come before overrides.
        var edit = XMLEdit(bytes)
        scanner = XMLEditScanner(bytes)
        while let tag = scanner.next() {
            if scanner.named(tag, "Types") {
                if element == "Default", tag.kind == .open {
                    edit.insert(line.utf8, at: tag.range.upperBound)
                } else if tag.kind == .empty {
                    edit.open(tag, with: Array(line.utf8))
                } else if tag.kind == .close {
                    edit.insert(line.utf8, at: tag.range.lowerBound)
                } else {
                    continue
                }
                return set(Self.types, edit.finish())
            }
        }
        throw .malformed(part: Self.types)
    }

    /// Part names ignore the case of ASCII letters.
    private func key(_ name: String) -> String {
        String(decoding: name.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
