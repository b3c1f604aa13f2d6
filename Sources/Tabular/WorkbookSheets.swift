/// What the workbook part itself tells: the sheets in order, and where its calendar begins.
struct WorkbookSheets {
    /// The sheets that hold cells; charts and dialogues are left out.
    let sheets: [Sheet]
    /// Whether day 0 is 1 January 1904, as once on the Macintosh.
    let beginsIn1904: Bool

    init(
        _ name: String, of archive: ZipArchive, relationships: WorkbookRelationships, limits: ReadingLimits
    ) throws(FileProblem) {
        let source = try SheetsPart(name, of: archive)
        source.limit = limits.parts
        while try source.run() {}
        let parts = relationships.all.filter { $0.kind == "worksheet" }
        sheets = source.found.compactMap { sheet in
            parts.first { $0.id == sheet.id }.map {
                Sheet(name: sheet.name, isHidden: sheet.isHidden, part: $0.part)
            }
        }
        beginsIn1904 = source.beginsIn1904
    }
}

private final class SheetsPart: WorkbookPart {
    var limit = 0
    var found: [(id: String, name: String, isHidden: Bool)] = []
    var beginsIn1904 = false

    override func opened(_ name: Name, _ attributes: Attributes) {
        if Self.isNamed(name, "sheet"), let id = Self.value("id", in: attributes) {
            guard found.count < limit else { return fail(.expandsTooMuch) }
            let state = Self.value("state", in: attributes)
            found.append(
                (id, Self.value("name", in: attributes) ?? "", state == "hidden" || state == "veryHidden"))
        } else if Self.isNamed(name, "workbookPr") {
            beginsIn1904 = Self.isTrue("date1904", in: attributes)
        }
    }
}
