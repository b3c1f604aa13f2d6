public import Vocabulary

/// A code list (*kodlista*) whose codes are valid from and to a month.
public struct CodeList: Sendable {
    /// Stable: "insats".
    public let id: String
    /// What users call it.
    public let title: Localized
    /// In the order they are listed.
    public let codes: [Code]

    /// A list from its parts.
    public init(id: String, title: Localized, codes: [Code]) {
        self.id = id
        self.title = title
        self.codes = codes
    }

    /// The code `value`, if the list has it in `month`.
    public func code(_ value: Int, in month: Month) -> Code? {
        codes.first { $0.value == value && $0.isValid(in: month) }
    }
}

/// One code with its label.
public struct Code: Sendable {
    /// The code itself.
    public let value: Int
    /// The label as tables print it.
    public let label: Localized
    /// A label for narrow places: "Arbetspraktik".
    public let shortLabel: Localized
    /// What the code covers.
    public let description: Localized
    /// First month it may be used; `nil` = from the beginning.
    public let validFrom: Month?
    /// Last month it may be used; `nil` = still.
    public let validTo: Month?

    /// A code from its parts; the short label is the label where not given.
    public init(
        value: Int, label: Localized, shortLabel: Localized? = nil,
        description: Localized = Localized(sv: "", en: ""), validFrom: Month? = nil, validTo: Month? = nil
    ) {
        self.value = value
        self.label = label
        self.shortLabel = shortLabel ?? label
        self.description = description
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether it may be used in `month`.
    public func isValid(in month: Month) -> Bool {
        (validFrom.map { $0 <= month } ?? true) && (validTo.map { month <= $0 } ?? true)
    }
}
