extension ClosedRange<Day> {
    /// "9 juni–16 augusti 2023", "9–16 augusti 2023"; a single day by itself.
    public func name(_ language: Language) -> String {
        let (first, last) = (lowerBound, upperBound)
        if first == last { return last.text(language) }
        let start =
            if first.month == last.month {
                String(first.dayOfMonth)
            } else if first.month.year == last.month.year {
                first.textWithoutYear(language)
            } else {
                first.text(language)
            }
        return "\(start)–\(last.text(language))"
    }
}
