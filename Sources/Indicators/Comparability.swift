public import Definitions
public import Vocabulary

/// Whether values of two months may be compared.
public enum Comparability: Sendable, Equatable {
    /// They count the same.
    case comparable
    /// They do not, or one of them is not there, and why.
    case notComparable(Localized)
}

extension Indicator {
    /// Whether a break takes away the value of `month`, whoever has counted it.
    func isMissing(in month: Month) -> Bool { breaks.contains { $0.effect == .missing && $0.concerns(month) } }

    /// Whether values of the two months may be compared: both are there, and nothing changed what is counted from the
    /// earlier to the later.
    public func comparability(_ one: Month, _ other: Month) -> Comparability {
        let (earlier, later) = (min(one, other), max(one, other))
        for each in breaks {
            switch each.effect {
            case .missing where each.concerns(earlier) || each.concerns(later): return .notComparable(each.text)
            case .changed where earlier < each.from && each.from <= later: return .notComparable(each.text)
            default: continue
            }
        }
        return .comparable
    }
}
