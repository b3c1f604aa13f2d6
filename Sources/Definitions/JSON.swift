import Vocabulary

/// A JSON value whose keys keep their order.
enum JSON: ExpressibleByStringLiteral {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSON])
    /// Entries without a value are left out.
    case object(KeyValuePairs<String, JSON?>)

    init(stringLiteral value: String) { self = .text(value) }

    /// The value indented, two spaces a level.
    func written(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return "\"" + text.unicodeScalars.map { Self.escaped($0) }.joined() + "\""
        case .number(let number): return String(number)
        case .truth(let truth): return String(truth)
        case .list(let values):
            let isFlat = values.allSatisfy { if case .object = $0 { false } else { true } }
            if isFlat { return "[" + values.map { $0.written() }.joined(separator: ", ") + "]" }
            return "[\n" + values.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let entries):
            let lines = entries.compactMap { key, value in
                value.map { inner + JSON.text(key).written() + ": " + $0.written(indent: inner) }
            }
            return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\" + String(scalar)
        case "\n": return "\\n"
        case _ where scalar.value < 32:
            let digits = String(scalar.value, radix: 16)
            return "\\u" + digits.zeroPadded(to: 4)
        default: return String(scalar)
        }
    }
}
