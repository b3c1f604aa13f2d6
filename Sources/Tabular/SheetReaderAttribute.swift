/// The attributes of rows and cells, read from where their value begins to the quote or zero that ends it.
enum SheetReaderAttribute {
    typealias Value = UnsafePointer<UInt8>

    /// A number without a sign, of at most nine digits.
    @inline(__always)
    static func integer(_ text: Value) -> Int? {
        var value = 0
        var at = 0
        while text[at] &- 0x30 < 10 {
            guard at < 9 else { return nil }
            value = value * 10 + Int(text[at] &- 0x30)
            at += 1
        }
        return at > 0 && (text[at] == 0 || text[at] == UInt8(ascii: "\"")) ? value : nil
    }

    /// The column of an address: 1 of "B17". Nil when there are no letters, or too many.
    @inline(__always)
    static func column(_ address: Value) -> Int? {
        var value = 0
        var at = 0
        while (address[at] & 0xdf) &- UInt8(ascii: "A") < 26 {
            guard at < 6 else { return nil }
            value = value * 26 + Int((address[at] & 0xdf) &- UInt8(ascii: "A")) + 1
            at += 1
        }
        return at > 0 ? value - 1 : nil
    }

    /// How a cell's characters are to be understood.
    @inline(__always)
    static func kind(_ type: Value) -> SheetReaderCell.Kind {
        switch type[0] {
        case UInt8(ascii: "s"): type[1] == UInt8(ascii: "t") ? .text : .shared
        case UInt8(ascii: "i"): .inline
        case UInt8(ascii: "b"): .truth
        case UInt8(ascii: "e"): .fault
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }
}
