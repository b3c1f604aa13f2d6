public import Foundation
public import Vocabulary

/// Pupils or admissions of adult education by school (*elever per skola*, *antagna*).
public struct SchoolTable: Sendable, Equatable {
    /// What is counted.
    public enum Kind: Sendable, Hashable {
        /// Pupils on a day.
        case pupils(Day)
        /// Admissions to an education (the code of the list *utbildning*) for a period as the municipality writes it:
        /// "period 4 2023", "230609–230816".
        case admitted(form: Int, period: String)
    }

    /// A school and its count.
    public struct Row: Sendable, Equatable {
        /// The name, in one spelling wherever the school is met.
        public var school: String
        /// Distinct persons where there is person data, with what was delivered as a number.
        public var count: Int
    }

    /// What is counted.
    public var kind: Kind
    /// The days it is about: the day itself, or those of the period where they are told; otherwise `nil`.
    public var days: ClosedRange<Day>?
    /// By school, the largest first.
    public var rows: [Row]
    /// All schools together, and of what sort that number is.
    public var total: SchoolTotal
    /// When the newest of the extracts it is counted from was made.
    public var knownFrom: Date

    /// The schools added up: who goes to two of them is counted in both.
    public var sumOfSchools: Int { rows.reduce(0) { $0 + $1.count } }

    /// Whether the total is of distinct persons and yet no less than the sum of the schools: either nobody goes to two of
    /// them, or the same person has not been told by the same number everywhere.
    public var isUniqueTheSum: Bool {
        if case .unique(let persons) = total { rows.count > 1 && persons == sumOfSchools } else { false }
    }

    /// What the total is, to be said where it is shown.
    public var note: Localized { total.note(table: self) }
}

/// The total of a table by school, and of what sort it is.
public enum SchoolTotal: Sendable, Equatable {
    /// Distinct persons: there is person data for every school (*unika*).
    case unique(Int)
    /// The schools added up: there is no person data (*summa av skolorna*).
    case sum(Int)
    /// Distinct persons of the schools with person data, and the numbers of the others added to them.
    case mixed(unique: Int, added: Int)

    /// The number to show.
    public var number: Int {
        switch self {
        case .unique(let number), .sum(let number): number
        case .mixed(let unique, let added): unique + added
        }
    }

    /// Short, beside the number.
    public var label: Localized {
        switch self {
        case .unique: Localized(sv: "unika personer", en: "distinct persons")
        case .sum: Localized(sv: "summa av skolorna", en: "sum of the schools")
        case .mixed: Localized(sv: "delvis summa av skolorna", en: "in part a sum of the schools")
        }
    }

    fileprivate func note(table: SchoolTable) -> Localized {
        let (sv, en) = (NumberForm(.sv), NumberForm(.en))
        switch self {
        case .sum(let sum):
            return Localized(
                sv: "\(sv.text(sum)) är summan av skolorna. En person vid två skolor räknas två gånger.",
                en: "\(en.text(sum)) is the sum of the schools. A person at two schools is counted twice.")
        case .mixed(let unique, let added):
            return Localized(
                sv:
                    "\(sv.text(unique)) är unika personer. \(sv.text(added)) är antal från skolor utan personuppgifter.",
                en:
                    "\(en.text(unique)) are distinct persons. \(en.text(added)) are numbers of schools without person data."
            )
        case .unique(let unique) where table.isUniqueTheSum:
            return Localized(
                sv:
                    "\(sv.text(unique)) är unika personer och lika många som summan av skolorna. Antingen går ingen vid "
                    + "två skolor, eller så har samma person olika nummer.",
                en: "\(en.text(unique)) are distinct persons, as many as the sum of the schools. Either nobody goes to "
                    + "two schools, or the same person has different numbers.")
        case .unique(let unique):
            let more = table.sumOfSchools - unique
            guard more > 0 else {
                return Localized(
                    sv: "\(sv.text(unique)) är unika personer.", en: "\(en.text(unique)) are distinct persons.")
            }
            return Localized(
                sv:
                    "\(sv.text(unique)) är unika personer. Summan av skolorna är \(sv.text(more)) fler, för att några går "
                    + "vid flera skolor.",
                en:
                    "\(en.text(unique)) are distinct persons. The sum of the schools is \(en.text(more)) more, as some go "
                    + "to several schools.")
        }
    }
}
