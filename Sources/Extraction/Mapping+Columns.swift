extension Mapping {
    /// The name the mapping uses for a header, folded.
    func name(of header: String) -> String {
        let folded = header.folded
        return aliases[folded] ?? folded
    }

    /// Every column that a source reads or knows to be of no use.
    func names(of source: Source) -> Set<String> {
        var names = Set(source.ignores).union(source.recognise)
        for rule in source.rules {
            for field in rule.fields { add(field.reading.columns, rule.each, &names) }
            if let adults = rule.adults { add(adults.columns, rule.each, &names) }
            for filter in rule.filters { add(filter.columns, rule.each, &names) }
            for case .column(let column) in rule.key { add([column], rule.each, &names) }
        }
        for link in source.links {
            add(link.from + link.to.columns, link.each, &names)
            for filter in link.filters { add(filter.columns, link.each, &names) }
        }
        return names
    }

    private func add(_ columns: [ColumnReference], _ each: String?, _ names: inout Set<String>) {
        for column in columns { names.formUnion(column.names(each: each)) }
    }

    /// Whether some source says of this column that it is about a person and never read; a nested one by its own name
    /// too.
    func isDropped(_ name: String) -> Bool {
        sources.contains { $0.drops.contains(name) }
    }

    /// The first source that has all the columns by which it is known.
    func recognise(_ columns: Set<String>) -> Source? {
        sources.first { $0.recognise.allSatisfy(columns.contains) }
    }
}
