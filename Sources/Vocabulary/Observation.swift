/// What is known in one place: a value, or one of the kinds of nothing. Zero is a value.
public enum Observation<Value: Sendable>: Sendable {
    /// What was observed, zero included.
    case value(Value)
    /// It should be known but is not, and why.
    case missing(MissingReason)
    /// Known, but not shown, to protect the persons (*sekretess*).
    case protected
    /// It cannot exist here (*ej tillämpligt*).
    case notApplicable

    /// The value, if there is one.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The same kind of nothing, or the value changed by `change`.
    public func map<Other: Sendable>(_ change: (Value) -> Other) -> Observation<Other> {
        switch self {
        case .value(let value): .value(change(value))
        case .missing(let reason): .missing(reason)
        case .protected: .protected
        case .notApplicable: .notApplicable
        }
    }
}

extension Observation: Equatable where Value: Equatable {}

/// Why something that should be known is not.
public enum MissingReason: Sendable, Equatable {
    /// Nobody delivered it (*bortfall*).
    case notDelivered
    /// The municipality changed its case system (*byte av verksamhetssystem*).
    case systemChange
    /// Asked for, but not known (*uppgift saknas*).
    case unknown
}
