import Vocabulary

/// Where a maker of a report writes freely, and so could write about a person.
public enum ReportText: Sendable, Equatable {
    /// In the report or its memo.
    case place(TextPlace)
    /// Why a report is given back or withdrawn.
    case reason

    /// The most characters it may have.
    public var limit: Int {
        switch self {
        case .place(.headline), .place(.committee): 200
        case .place(.comment), .place(.proposal), .place(.matter), .place(.introduction): 2_000
        case .place(.summary): 5_000
        case .reason: 1_000
        }
    }

    /// Whether it is one line, as a heading is.
    private var isOneLine: Bool {
        switch self {
        case .place(.headline), .place(.committee): true
        default: false
        }
    }

    /// The text as documents can hold it: line ends of every kind, those that slides paste included, as one, and no other
    /// control characters.
    private func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: plain.append(isOneLine ? " " : "\n")
            case 0x09: plain.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// The text without blanks around it and as documents can hold it; refused when it is too long or has an identity number.
    func checked(_ text: String) throws(DeskRefusal) -> String {
        let text = plain(text).trimmingBlanks
        if text.count > limit { throw .textTooLong(self, length: text.count, limit: limit) }
        if IdentityNumber.looksLikeOne(in: text) { throw .identityNumber(in: self) }
        return text
    }

    /// As `checked`, and refused when it says nothing.
    func filled(_ text: String) throws(DeskRefusal) -> String {
        let text = try checked(text)
        if text.isEmpty { throw .blank(self) }
        return text
    }
}
