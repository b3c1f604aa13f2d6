import Tabular
import Vocabulary

/// A file as a case system writes it: semicolons, a header, UTF-8.
struct RawTable {
    private let name: String
    private var writer = CSVWriter(byteOrderMark: false)
    private(set) var rows = 0

    init(_ name: String, _ header: [String]) {
        self.name = name
        writer.row(header)
    }

    mutating func row(_ cells: [String]) {
        writer.row(cells)
        rows += 1
    }

    /// The file; `nil` without rows.
    var file: DemonstrationFile? { rows == 0 ? nil : DemonstrationFile(name: name + ".csv", bytes: writer.bytes) }
}

/// Days as they are written, made once.
struct DayTexts {
    private var texts: [String] = []
    private let start: Int

    init(from: Month, to: Month) {
        start = Day(first: from).number
        texts = (start..<Day(first: to.next).number).map { Day(number: $0).iso }
    }

    subscript(day: Day) -> String {
        texts.indices.contains(day.number - start) ? texts[day.number - start] : day.iso
    }

    /// Blank for what has not come.
    subscript(day: Day?) -> String { day.map { self[$0] } ?? "" }
}
