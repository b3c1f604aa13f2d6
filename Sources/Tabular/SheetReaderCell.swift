/// A cell as the sheet writes it, but for its characters.
struct SheetReaderCell {
    /// How a cell's characters are to be understood, by its attribute `t`.
    enum Kind { case number, shared, text, inline, truth, fault, date }

    /// Nil when the cell comes next after the last.
    var column: Int?
    var style = 0
    var kind = Kind.number
    var hasFormula = false
    /// Whether there is an element for its value, perhaps an empty one.
    var hasValue = false

    /// Whether a cell without characters is a formula that no program has calculated, as openpyxl writes them.
    ///
    /// A formula whose result is an empty text has that text as its value.
    var isUncalculated: Bool { hasFormula && !(hasValue && (kind == .text || kind == .inline)) }

    /// Takes in an attribute with a name of one letter.
    @inline(__always)
    mutating func set(_ letter: UInt8, _ value: SheetReaderAttribute.Value) {
        switch letter {
        case UInt8(ascii: "r"): column = SheetReaderAttribute.column(value)
        case UInt8(ascii: "s"): style = SheetReaderAttribute.integer(value) ?? 0
        case UInt8(ascii: "t"): kind = SheetReaderAttribute.kind(value)
        default: break
        }
    }
}
