/// What kind of Swedish identity number a text is, read with 10 or 12 digits, with or without `-` or `+`.
///
/// Only its form is judged: month and day, and the check digit (Luhn). Rules: Skatteverket's SKV 704 and the tax
/// agency's published test numbers, which hold coordination numbers with month 00 and days that no month has.
public enum IdentityNumber: Sendable, Equatable {
    /// A personal identity number (*personnummer*).
    case personal
    /// A coordination number (*samordningsnummer*): 60 is added to the day; the date may be incomplete or impossible.
    case coordination
    /// A number with a letter in its serial, given while waiting for a real one (*interimsnummer*).
    case interim
    /// A health region's reserve number (*reservnummer*): 99 and ten digits.
    case reserve
    /// None of them.
    case invalid

    /// The kind of number that all of `text` is.
    public init(_ text: String) {
        self.init(text.utf8.span)
    }

    /// The kind of number that all of `bytes`, ASCII, is.
    public init(_ bytes: Span<UInt8>) {
        self = .invalid
        for dateLength in [6, 8] {
            if let found = IdentityCandidate(bytes, at: 0, dateLength: dateLength), found.end == bytes.count,
                !found.isSpaced
            {
                self = found.kind
                if self != .invalid { return }
            }
        }
    }

    /// Whether something in a cell's text, UTF-8, looks like an identity number and should not be there.
    ///
    /// Wider than the exact kinds, since a mistyped number also points to a person: twelve digits and ten with a
    /// separator count when the date could be one, whatever the check digit. Ten digits in a row or with a space must
    /// also have the right check digit, so that telephone and running numbers pass. Part of a longer run of digits
    /// does not count. Unusual spellings (`1981-12-18-9876`, `811218/9876`, `81 12 18-9876`, full-width digits) need
    /// the check digit too; a masked serial (`811218-XXXX`) needs only a date before it.
    public static func looksLikeOne(in bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 10 else { return false }
        var index = 0
        while index + 10 <= bytes.count {
            guard bytes[index].isDigit else {
                // A full-width digit.
                if bytes[index] == 0xEF, IdentitySpelling.isNumber(bytes, at: index) { return true }
                index += 1
                continue
            }
            for dateLength in [8, 6] {
                if let found = IdentityCandidate(bytes, at: index, dateLength: dateLength), found.isSuspect {
                    return true
                }
            }
            if IdentitySpelling.isNumber(bytes, at: index) { return true }
            while index < bytes.count, bytes[index].isDigit { index += 1 }
        }
        return false
    }

    /// As for a span.
    public static func looksLikeOne(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { looksLikeOne(in: bytes.span) }

    /// As for a span.
    public static func looksLikeOne(in text: String) -> Bool { looksLikeOne(in: text.utf8.span) }
}
