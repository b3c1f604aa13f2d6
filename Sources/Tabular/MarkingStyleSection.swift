/// One list of a styles part, as `fills`: the user's items and then ours, told apart by their bytes.
struct MarkingStyleSection {
    let name: String
    private(set) var items: [[UInt8]] = []
    private var places: [[UInt8]: Int] = [:]
    /// How many are the user's own.
    private var own = 0

    /// The lists in the order the format wants them.
    private static let order = [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
        "colors",
        "extLst",
    ]

    /// An empty list, to be added.
    init(_ name: String) {
        self.name = name
    }

    /// The place of `item`, which is added last unless it is there.
    mutating func place(of item: [UInt8]) -> Int {
        if let place = places[item] { return place }
        places[item] = items.count
        items.append(item)
        return items.count - 1
    }

    /// The lists of a styles part.
    static func all(in source: [UInt8], prefix: String) -> [String: MarkingStyleSection] {
        var sections: [String: MarkingStyleSection] = [:]
        var scanner = XMLEditScanner(source)
        var current: String?
        var start = 0
        var depth = 0
        while let tag = scanner.next() {
            if tag.kind == .close { depth -= 1 }
            if depth == 1, tag.kind != .close {
                current = String(decoding: source[tag.name], as: UTF8.self)
                if let current { sections[current] = MarkingStyleSection(current) }
            } else if depth == 2, let current {
                if tag.kind != .close { start = tag.range.lowerBound }
                if tag.kind != .open { sections[current]?.keep(Array(source[start..<tag.range.upperBound])) }
            }
            if tag.kind == .open { depth += 1 }
        }
        return sections
    }

    /// The part with the lists as they are now.
    static func writing(_ sections: [MarkingStyleSection], into source: [UInt8], prefix: String) -> [UInt8] {
        var scanner = XMLEditScanner(source)
        var edit = XMLEdit(source)
        var left = sections[...]
        var depth = 0
        while let tag = scanner.next() {
            if tag.kind == .close { depth -= 1 }
            let name = String(decoding: source[tag.name], as: UTF8.self)
            if depth == 1, tag.kind != .close {
                // Lists that the part lacks come before the next one in order.
                while let next = left.first, let mine = order.firstIndex(of: next.name),
                    mine < order.firstIndex(of: name) ?? order.count
                {
                    edit.insert(next.whole(prefix), at: tag.range.lowerBound)
                    left.removeFirst()
                }
                if let section = left.first, section.name == name {
                    if section.items.count > section.own, let count = scanner.attribute("count", of: tag) {
                        edit.replace(count, with: String(section.items.count).utf8)
                    }
                    if tag.kind == .empty { edit.open(tag, with: section.added) }
                }
            } else if depth == 1, let section = left.first, section.name == name {
                edit.insert(section.added, at: tag.range.lowerBound)
            }
            if depth == 1, tag.kind != .open, left.first?.name == name { left.removeFirst() }
            if depth == 0, tag.kind != .open {
                let rest = left.flatMap { $0.whole(prefix) }
                if tag.kind == .empty {
                    edit.open(tag, with: rest)
                } else {
                    edit.insert(rest, at: tag.range.lowerBound)
                }
            }
            if tag.kind == .open { depth += 1 }
        }
        return edit.finish()
    }

    private var added: [UInt8] { items[own...].flatMap { $0 } }

    private func whole(_ prefix: String) -> [UInt8] {
        Array("<\(prefix)\(name) count=\"\(items.count)\">".utf8) + added + "</\(prefix)\(name)>".utf8
    }

    private mutating func keep(_ item: [UInt8]) {
        if places[item] == nil { places[item] = items.count }
        items.append(item)
        own = items.count
    }
}
