import Vocabulary

/// What a field was read as.
enum Value {
    case blank
    case person(PersonNumber, UInt64)
    /// A pseudonym or a code.
    case number(UInt64)
    case day(Day)
    case amount(Int)
    case text(String)

    var number: UInt64? {
        switch self {
        case .person(_, let number), .number(let number): number
        case .day(let day): UInt64(bitPattern: Int64(day.number))
        default: nil
        }
    }
}

/// A column that could not be read. Never says what it held.
struct Unread: Error {
    let column: String
    let reason: ExtractionReport.Reason
}

extension BoundReading {
    /// What it means that nothing was found.
    var blankReason: ExtractionReport.Reason {
        if case .link = reading { .notLinked } else { .blank }
    }
}

extension CanonicalTable {
    mutating func write(_ value: Value, as reading: Reading) {
        switch value {
        case .blank: blank()
        case .person(_, let pseudonym): key(pseudonym)
        case .number(let number): if reading.isPseudonym { key(number) } else { self.number(Int(clamping: number)) }
        case .day(let day): self.day(day)
        case .amount(let cents): amount(cents)
        case .text(let text): self.text(text)
        }
    }
}

extension Reading {
    /// Whether its numbers are pseudonyms rather than codes.
    fileprivate var isPseudonym: Bool {
        switch self {
        case .person: true
        case .link(_, _, let otherwise): otherwise?.isCode != true
        default: false
        }
    }

    private var isCode: Bool {
        switch self {
        case .code, .constant, .number: true
        default: false
        }
    }
}
