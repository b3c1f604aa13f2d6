/// The names spreadsheets give columns.
public enum SheetColumn {
    /// "A" for 0, "Z" for 25, "AA" for 26.
    public static func letters(_ column: Int) -> String {
        var letters = ""
        var left = column + 1
        while left > 0 {
            left -= 1
            letters = String(UnicodeScalar(UInt8(65 + left % 26))) + letters
            left /= 26
        }
        return letters
    }
}
