/// How an indicator is counted: a small closed vocabulary. The room Indicators says exactly what each means.
public enum IndicatorRule: Sendable, Equatable {
    /// The sum of payments, in öre.
    case sumPaid(month: PaymentMonth)
    /// Households with a case open in the month and a payment above zero.
    case paidHouseholds(CaseSelection, month: PaymentMonth)
    /// Households with a case open on the last day of the month.
    case openAtEnd(CaseSelection, firstTime: Bool)
    /// Households with a case open some day of the month.
    case openDuring(CaseSelection, firstTime: Bool)
    /// Households open on the last day whose need has then lasted longer; a gap of at most `gap` days does not break it.
    case openLongerThan(CaseSelection, NeedLength, gap: Int)
    /// Children of the households that the indicator `of` counts.
    case children(of: String)
    /// Households whose need begins in the month.
    case started(CaseSelection, gap: Int)
    /// Households whose need ends in the month.
    case ended(CaseSelection, gap: Int)
    /// Adult persons by the reason their assistance was closed.
    case closureReasons
    /// Persons enrolled some day of the month.
    case enrolled
    /// Persons enrolled some day of the month, by field of work.
    case enrolledByField
    /// Persons whose enrolment begins in the month.
    case newlyEnrolled(gap: Int)
    /// Enrolments that end in the month, by what they end to.
    case enrolmentEnds
    /// Of the persons who came back in the month, the share who had left less than a year before.
    case returnedShare(ReturnArea)
    /// Pupils of adult education by school, on a day. Not counted from events, but from the schools' own tables.
    case pupils
    /// Persons admitted to an education of this code by school, in a period. From the schools' own tables as well.
    case admitted(to: Int)

    /// Days without need that do not break it, where a definition says nothing: a whole calendar month may be missed,
    /// as when a wage or an allowance came once.
    public static let standardGap = 31

    /// Whether it counts by school rather than by month.
    public var isBySchool: Bool {
        switch self {
        case .pupils, .admitted: true
        default: false
        }
    }
}

/// What persons come back to.
public enum ReturnArea: Sendable, CaseIterable {
    /// *Ekonomiskt bistånd*.
    case assistance
    /// *Arbetsmarknad*.
    case labourMarket
}

/// Which cases count, by their codes; no codes = any.
public struct CaseSelection: Sendable, Equatable {
    /// Codes of *slag*.
    public var kinds: [Int]
    /// Codes of *enhet*.
    public var units: [Int]
    /// Codes of *målgrupp*.
    public var targetGroups: [Int]

    /// A selection from its codes.
    public init(kinds: [Int] = [], units: [Int] = [], targetGroups: [Int] = []) {
        self.kinds = kinds
        self.units = units
        self.targetGroups = targetGroups
    }
}

/// The month a payment belongs to.
public enum PaymentMonth: String, Sendable, CaseIterable {
    /// The month it is for (*avser*), or its date's where that is blank.
    case purpose
    /// The month of its date.
    case paid
}

/// How long a need has lasted.
public enum NeedLength: Sendable, Equatable {
    /// Whole years: over from the same date so many years later on.
    case years(Int)
    /// Days, the first and the last included.
    case days(Int)
}
