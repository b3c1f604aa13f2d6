extension ExtractionReport {
    /// The same with files of the same name that follow each other, the pages of an object, told as one.
    var joined: ExtractionReport {
        var joined = ExtractionReport()
        for file in files {
            if let last = joined.files.indices.last, joined.files[last].name == file.name {
                joined.files[last].add(file)
            } else {
                joined.files.append(file)
            }
        }
        return joined
    }
}

extension ExtractionReport.File {
    /// Adds what came of the page after it, whose records are numbered on from its own.
    fileprivate mutating func add(_ page: Self) {
        for each in page.passedOver {
            if let place = passedOver.firstIndex(where: { ($0.table, $0.column) == (each.table, each.column) }) {
                passedOver[place].count += each.count
            } else {
                passedOver.append(each)
            }
        }
        for var each in page.keptOut {
            each.rows = each.rows.map { $0 + records }
            if let place = keptOut.firstIndex(where: {
                ($0.table, $0.column, $0.reason) == (each.table, each.column, each.reason)
            }) {
                keptOut[place].count += each.count
                keptOut[place].rows = Array((keptOut[place].rows + each.rows).prefix(10))
            } else {
                keptOut.append(each)
            }
        }
        records += page.records
        rows.merge(page.rows) { $0 + $1 }
        months.derived += page.months.derived
        months.none += page.months.none
        dropped = Set(dropped).union(page.dropped).sorted()
        unknown = Set(unknown).union(page.unknown).sorted()
        problem = problem ?? page.problem
    }
}
