#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension MultipartParser {
    /// Where the next delimiter begins, and whether all of it is here; without one, where the bytes end.
    ///
    /// A delimiter has only one CR, its first byte, so that no byte is compared more than twice.
    func findDelimiter() -> (start: Int, isWhole: Bool) {
        bytes.withUnsafeBytes { bytes in
            guard let first = bytes.baseAddress else { return (0, false) }
            var place = position
            while let found = memchr(first + place, 13, bytes.count - place) {
                place = UnsafeRawPointer(found) - first
                let here = min(delimiter.count, bytes.count - place)
                if bytes[place..<(place + here)].elementsEqual(delimiter[..<here]) {
                    return (place, here == delimiter.count)
                }
                place += 1
            }
            return (bytes.count, false)
        }
    }

    /// How the line of a delimiter ends.
    enum DelimiterEnd {
        /// With its line: a part follows.
        case opens
        /// With two hyphens: it was the last.
        case closes
    }

    /// Reads what follows a delimiter, but for the end of the line; `nil` when more bytes are needed.
    mutating func readDelimiterEnd() throws(MultipartError) -> DelimiterEnd? {
        var place = position
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") {
            place += 1
        }
        guard place - position <= limits.headerBytes else { throw .headersTooLong }
        let end = bytes[place...].prefix(2)
        if end.elementsEqual([13, 10]) {
            position = place
            return .opens
        }
        if place == position, end.elementsEqual("--".utf8) { return .closes }
        // One byte may still become either.
        let isBegun = end.isEmpty || end.elementsEqual([13]) || (place == position && end.elementsEqual("-".utf8))
        guard isBegun else { throw .badDelimiter }
        return nil
    }
}
