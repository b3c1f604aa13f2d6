public import Vocabulary

/// A code list (*kodlista*) whose codes are valid from and to a month.
public struct CodeList: Sendable {
    public let id: String
    public let title: Localized
    public let codes: [Code]

    /// The code `value`, if the list has it in `month`.
    public func code(_ value: Int, in month: Month) -> Code? {
        codes.first { $0.value == value && $0.isValid(in: month) }
    }
}

/// One code with its label.
public struct Code: Sendable {
    public let value: Int
    public let label: Localized
    public let description: Localized
    /// First month it may be used; `nil` = from the beginning.
    public let validFrom: Month?
    /// Last month it may be used; `nil` = still.
    public let validTo: Month?

    /// Whether it may be used in `month`.
    public func isValid(in month: Month) -> Bool {
        (validFrom.map { $0 <= month } ?? true) && (validTo.map { month <= $0 } ?? true)
    }
}
