extension StringProtocol {
    /// With its first letter a capital, as a sentence begins: "Augusti 2023".
    public var capitalised: String { prefix(1).uppercased() + dropFirst() }

    /// With its first letter small, as within a sentence: "skriven av Anna Ek".
    public var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
