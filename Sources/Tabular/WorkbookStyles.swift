/// Which cell formats show a number as a date.
struct WorkbookStyles {
    /// One for each cell format, in the order cells refer to them.
    private(set) var isDate: [Bool] = []

    /// The styles in the part called `name`; without one, every number is a number.
    init(_ name: String?, of archive: ZipArchive) throws(FileProblem) {
        guard let name else { return }
        let source = try StylesPart(name, of: archive)
        while try source.run() {}
        isDate = source.formats.map { source.custom[$0] ?? Self.isBuiltInDate($0) }
    }

    /// The formats every program knows by number (ECMA-376 part 1, 18.8.30); those of East Asia included.
    private static func isBuiltInDate(_ format: Int) -> Bool {
        switch format {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format's code shows a year, a month or a day. Hours and minutes alone do not make a date.
    ///
    /// Codes are stored in English, but some programs write them as the user sees them: ÅÅÅÅ-MM-DD.
    static func isDate(code: String) -> Bool {
        guard !["standard", "general"].contains(code.lowercased()) else { return false }
        var letters = Set<Character>()
        var rest = code.lowercased()[...]
        while let letter = rest.popFirst() {
            switch letter {
            case "\\", "_", "*": _ = rest.popFirst()
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            default: letters.insert(letter)
            }
        }
        if !letters.isDisjoint(with: ["y", "å", "d"]) { return true }
        return letters.contains("m") && letters.isDisjoint(with: ["h", "s", "t"])
    }
}

private final class StylesPart: WorkbookPart {
    /// More than any program allows.
    private static let limit = 1 << 17
    var formats: [Int] = []
    var custom: [Int: Bool] = [:]
    /// The list the element is in; differential formats have lists of their own.
    private var list = ""

    override func opened(_ name: Name, _ attributes: Attributes) {
        if Self.isNamed(name, "cellXfs") || Self.isNamed(name, "numFmts") {
            list = String(cString: name)
        } else if list == "cellXfs", Self.isNamed(name, "xf") {
            guard formats.count < Self.limit else { return fail(.expandsTooMuch) }
            formats.append(Self.value("numFmtId", in: attributes).flatMap { Int($0) } ?? 0)
        } else if list == "numFmts", Self.isNamed(name, "numFmt"), let code = Self.value("formatCode", in: attributes),
            let id = Self.value("numFmtId", in: attributes).flatMap({ Int($0) })
        {
            guard custom.count < Self.limit else { return fail(.expandsTooMuch) }
            custom[id] = WorkbookStyles.isDate(code: code)
        }
    }

    override func closed(_ name: Name) {
        if Self.isNamed(name, "cellXfs") || Self.isNamed(name, "numFmts") { list = "" }
    }
}
