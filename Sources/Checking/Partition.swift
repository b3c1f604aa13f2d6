import Vocabulary

/// The rows of one municipality and month within a stretch of a file.
struct Partition {
    var key: PartitionKey
    var rows = 0
    /// Rows with both days and X.
    var mixedRows = 0
    var runs = KeyRuns()
    /// Its rows as values of a report's figures; empty for other tables.
    var figures: [FigureRules.Row] = []
    /// Per field the typed values so far; empty unless they are kept. A text is its number in the file's dictionary.
    var values: [[UInt32]]
    /// The same for fields of keys.
    var longs: [[UInt64]]

    /// An empty partition for `fields` fields.
    init(_ key: PartitionKey, fields: Int) {
        self.key = key
        values = Array(repeating: [], count: fields)
        longs = Array(repeating: [], count: fields)
    }

    /// Adds the rows of a stretch further down.
    mutating func append(_ other: Partition) {
        rows += other.rows
        mixedRows += other.mixedRows
        runs.runs += other.runs.runs
        figures += other.figures
        for field in values.indices {
            values[field] += other.values[field]
            longs[field] += other.longs[field]
        }
    }
}

/// A municipality and a month; 0 where it cannot be read.
struct PartitionKey: Hashable {
    var municipality: UInt16
    var month: Int32

    /// Whether it is one municipality's month.
    var isKnown: Bool { self == .whole || (municipality != 0 && month != 0) }

    /// The one partition of a file that holds one municipality and month.
    static let whole = PartitionKey(municipality: .max, month: 0)
}

/// The different texts of a column, numbered from 1 in the order met.
struct TextDictionary {
    private(set) var texts: [String] = []
    private var places: [String: UInt32] = [:]

    /// The number of `text`.
    mutating func place(_ text: String) -> UInt32 {
        if let place = places[text] { return place }
        texts.append(text)
        let place = UInt32(texts.count)
        places[text] = place
        return place
    }

    /// The numbers here of another dictionary's texts, in its order.
    mutating func take(_ other: TextDictionary) -> [UInt32] {
        other.texts.map { place($0) }
    }
}
