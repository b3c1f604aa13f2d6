public import Checking
import Definitions
import Vocabulary

/// Verdicts as JSON, written piece by piece so that any number of findings takes no more memory than one.
///
/// One object for one verdict, a list for several: `file`, `sheet`, `collection`, `table`, `municipality`, `month`,
/// `rows`, `verdict`, `findings`, `repairs`. Described in docs/verdict.md.
public struct VerdictJSON {
    private let mostListed: Int
    private let sink: (String) -> Void

    /// Writes to `sink`; of more than `mostListed` findings or repairs of a verdict, those beyond are counted only.
    public init(mostListed: Int = .max, _ sink: @escaping (String) -> Void) {
        self.mostListed = mostListed
        self.sink = sink
    }

    /// Writes all of `verdicts`.
    public func write(_ verdicts: [Verdict]) {
        if verdicts.count == 1 {
            write(verdicts[0])
        } else {
            writeList(verdicts)
        }
        sink("\n")
    }

    /// Writes `verdicts` as a list, however many they are, without a line break after it.
    public func writeList(_ verdicts: [Verdict]) {
        sink("[")
        for (place, verdict) in verdicts.enumerated() {
            sink(place == 0 ? "\n" : ",\n")
            write(verdict)
        }
        sink("\n]")
    }

    private func write(_ verdict: Verdict) {
        var head = "{"
        Self.add(&head, "file", verdict.shownFile)
        Self.add(&head, "sheet", verdict.shownSheet)
        Self.add(&head, "collection", verdict.collection)
        Self.add(&head, "table", verdict.table)
        Self.add(&head, "municipality", verdict.municipality?.code)
        Self.add(&head, "month", verdict.month?.iso)
        head += ",\"rows\":\(verdict.rows)"
        Self.add(&head, "verdict", verdict.outcome.rawValue)
        sink(head)
        list("findings", verdict.findings)
        list("repairs", verdict.repairs)
        sink("}")
    }

    private func list(_ name: String, _ findings: FindingList) {
        sink(",\"\(name)\":[")
        var isFirst = true
        for finding in findings.prefix(mostListed) {
            sink((isFirst ? "\n " : ",\n ") + Self.object(finding))
            isFirst = false
        }
        sink("]")
        let omitted = findings.omitted + max(0, findings.count - mostListed)
        if omitted > 0 { sink(",\"\(name)Omitted\":\(omitted)") }
    }

    private static func object(_ finding: Finding) -> String {
        var text = "{"
        add(&text, "rule", finding.rule)
        add(&text, "severity", finding.severity.rawValue)
        if let row = finding.row { text += ",\"row\":\(row)" }
        add(&text, "column", finding.column)
        add(&text, "cell", finding.cell)
        add(&text, "value", finding.value)
        add(&text, "corrected", finding.corrected)
        add(&text, "message", finding.message)
        add(&text, "remedy", finding.remedy)
        if !finding.own.isEmpty {
            text += ",\"own\":{"
            var own = ""
            for cell in finding.own { add(&own, cell.column, cell.value) }
            text += own.drop { $0 == "," } + "}"
        }
        return text + "}"
    }

    private static func add(_ text: inout String, _ name: String, _ value: String?) {
        guard let value else { return }
        if text.utf8.last != UInt8(ascii: "{") { text += "," }
        quote(name, &text)
        text += ":"
        quote(value, &text)
    }

    private static func quote(_ value: String, _ text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{00}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + digits.zeroPadded(to: 4)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
