/// The relationships of a part: which parts it uses, for what.
struct WorkbookRelationships {
    /// One relationship within the package.
    struct Relationship {
        let id: String
        /// The last word of its type, the same in the transitional and the strict namespaces: "worksheet".
        let kind: String
        /// The part's name in the package.
        let part: String
    }

    let all: [Relationship]

    /// Those of `part`, or of the package itself when it is empty.
    init(of part: String, in archive: ZipArchive, limits: ReadingLimits) throws(FileProblem) {
        let folder = part.split(separator: "/").dropLast()
        let name = (folder + ["_rels", "\(part.split(separator: "/").last ?? "").rels"]).joined(separator: "/")
        let source = try RelationshipsPart(name, of: archive)
        source.folder = folder.map(String.init)
        source.limit = limits.parts
        while try source.run() {}
        all = source.found
    }

    /// The part of the first relationship of this kind.
    func part(_ kind: String) -> String? { all.first { $0.kind == kind }?.part }
}

private final class RelationshipsPart: WorkbookPart {
    var folder: [String] = []
    var limit = 0
    var found: [WorkbookRelationships.Relationship] = []

    override func opened(_ name: Name, _ attributes: Attributes) {
        guard Self.isNamed(name, "Relationship"), Self.value("TargetMode", in: attributes) != "External",
            let id = Self.value("Id", in: attributes), let type = Self.value("Type", in: attributes),
            let target = Self.value("Target", in: attributes)
        else { return }
        guard found.count < limit else { return fail(.expandsTooMuch) }
        found.append(
            .init(id: id, kind: String(type.split(separator: "/").last ?? ""), part: resolve(target)))
    }

    /// A target is relative to its source's folder, unless it begins with a slash.
    private func resolve(_ target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where step != "." {
            if step == ".." {
                _ = path.popLast()
            } else {
                path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }
}
