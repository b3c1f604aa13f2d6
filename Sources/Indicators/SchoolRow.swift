public import Vocabulary

/// A pupil or an admission of adult education, or a number of them (*elever*, *antagna*).
public struct SchoolRow: Sendable, Equatable {
    /// The school or provider, as written.
    public var school: String
    /// What it is about; a period as written.
    public var kind: SchoolTable.Kind
    /// The days of the period, where they are given.
    public var days: ClosedRange<Day>?
    /// The pseudonym; 0 where there is a number instead.
    public var person: UInt64
    /// How many, where there is no person.
    public var count: Int

    /// A row from its parts.
    public init(
        school: String, kind: SchoolTable.Kind, days: ClosedRange<Day>? = nil, person: UInt64 = 0, count: Int = 0
    ) {
        (self.school, self.kind, self.days, self.person, self.count) = (school, kind, days, person, count)
    }

    /// The rows of a stored part of *elever*.
    static func pupils(_ cells: EventCells) -> [SchoolRow] {
        let (schools, days) = (cells.terms("skola"), cells.days("datum"))
        let (persons, counts) = (cells.keys("person"), cells.integers("antal"))
        return cells.rows.map { row in
            let day = Day(number: Int(days[row]))
            return SchoolRow(
                school: schools[row], kind: .pupils(day), days: day...day, person: persons[row], count: counts[row])
        }
    }

    /// The rows of a stored part of *antagna*.
    static func admissions(_ cells: EventCells) -> [SchoolRow] {
        let (schools, forms, periods) = (cells.terms("skola"), cells.codes("utbildning"), cells.terms("period"))
        let (from, to) = (cells.days("fran"), cells.days("till"))
        let (persons, counts) = (cells.keys("person"), cells.integers("antal"))
        return cells.rows.map { row in
            let given = from[row] <= to[row] && to[row] != .open
            return SchoolRow(
                school: schools[row], kind: .admitted(form: Int(forms[row]), period: periods[row]),
                days: given ? Day(number: Int(from[row]))...Day(number: Int(to[row])) : days(of: periods[row]),
                person: persons[row], count: counts[row])
        }
    }

    /// The days of a period that is written as two dates with a dash between: "230609–230816".
    static func days(of period: String) -> ClosedRange<Day>? {
        let days = period.plainDashes.split(separator: "-").compactMap { part -> Day? in
            let digits = part.filter(\.isNumber)
            guard part.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == " ") }), digits.count == 6 || digits.count == 8
            else { return nil }
            let year = digits.count == 6 ? "20" + digits.prefix(2) : String(digits.prefix(4))
            return Day(iso: "\(year)-\(digits.suffix(4).prefix(2))-\(digits.suffix(2))")
        }
        return days.count == 2 && days[0] <= days[1] ? days[0]...days[1] : nil
    }
}

extension String {
    /// With every dash a hyphen and no space beside it.
    var plainDashes: String {
        split { "-–—\u{2212}\u{2011}".contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "-")
    }

    /// By what two spellings are the same: case, runs of blanks and kinds of dashes are not told apart.
    var sameSpelling: String { plainDashes.lowercased() }
}
