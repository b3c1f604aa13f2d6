public import Vocabulary

extension EventSet {
    /// The month of the first event there is; `nil` without events. What lies before was not extracted.
    public var firstMonth: Month? {
        let firsts = [cases.from.min(), payments.date.min(), enrolments.from.min(), returns.date.min()]
        return firsts.compactMap { $0 }.min().map { Day(number: Int($0)).month }
    }
}
