public import Vocabulary

extension MarkTally {
    /// Marks of `code` over all parts and roles.
    public func marked(_ code: Int) -> Int { parts.reduce(0) { $0 + $1.marked(code, layout) } }

    /// Marks of `code` by the role at `place`.
    public func marked(_ code: Int, role place: Int) -> Int { sum(place) { $0 == code } }

    /// Marks of measures (code 1 and up) by the role at `place`.
    public func measures(role place: Int) -> Int { sum(place) { $0 > 0 } }

    /// Marks of code 0 by the role at `place`: persons without a measure in a month.
    public func withoutMeasure(role place: Int) -> Int { sum(place) { $0 == 0 } }

    /// Persons with any measure by the role at `place`, counted each month for itself.
    public func persons(role place: Int) -> Int { parts.reduce(0) { $0 + $1.roles[place].persons } }

    /// Households (rows) over all parts.
    public var rows: Int { parts.reduce(0) { $0 + $1.rows } }

    /// Municipalities with rows, in order.
    public var municipalities: [Municipality] { Set(parts.map(\.municipality)).sorted() }

    private func sum(_ place: Int, _ wanted: (Int) -> Bool) -> Int {
        let codes = layout.roles[place].codes
        return parts.reduce(0) { sum, part in
            zip(codes, part.roles[place].marked).reduce(sum) { $0 + (wanted($1.0) ? $1.1 : 0) }
        }
    }
}
