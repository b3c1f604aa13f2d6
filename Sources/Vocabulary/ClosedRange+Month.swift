extension ClosedRange where Bound == Month {
    /// The months, in order.
    public var months: [Month] { (lowerBound.index...upperBound.index).map(Month.init(index:)) }

    /// "mars–april 2013", "March–April 2013"; one month by itself.
    public func name(_ language: Language) -> String {
        let last = upperBound.fullName(language)
        if lowerBound == upperBound { return last }
        return (lowerBound.year == upperBound.year ? lowerBound.name(language) : lowerBound.fullName(language))
            + "–" + last
    }
}
