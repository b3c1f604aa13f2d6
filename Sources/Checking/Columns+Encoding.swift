extension Columns {
    /// The columns as the bytes of a `Segment`: the same columns always give the same bytes.
    ///
    /// Throws `unevenColumns` when a column has not `count` values, `outOfRange` when there are more rows or fields than
    /// a segment holds, or a text's place lies outside its dictionary.
    public func encoded() throws(Segment.Problem) -> [UInt8] {
        guard count <= Segment.maxRows, columns.count <= Segment.maxFields else { throw .outOfRange }
        var names: [UInt8] = []
        var directory: [UInt8] = []
        var data: [UInt8] = []
        for column in columns {
            names.append(text: column.name)
            let start = data.count
            let form = try column.values.encode(rows: count, into: &data)
            directory.append(form.rawValue)
            directory.append(number: UInt32(data.count - start))
        }
        var bytes = [Segment.version]
        bytes.reserveCapacity(names.count + directory.count + data.count + 12)
        bytes.append(number: UInt32(count))
        bytes.append(number: UInt32(names.count))
        bytes += names
        bytes += directory
        bytes += data
        return bytes
    }

    /// The columns of a segment, unpacked.
    public init(segment bytes: Span<UInt8>) throws(Segment.Problem) {
        var segment = Segment()
        try segment.open(bytes)
        self.init(count: segment.rows, columns: [])
        for place in segment.fields.indices {
            columns.append(Column(name: segment.fields[place], values: try segment.values(place, in: bytes)))
        }
    }
}

extension Segment {
    /// The values of the field at `place`, unpacked.
    public func values(_ place: Int, in bytes: Span<UInt8>) throws(Problem) -> ColumnValues {
        switch entries[place].form {
        case .blankBytes, .denseBytes, .sparseBytes:
            var values = [UInt8](repeating: 0, count: rows)
            try forEachFilled(place, in: bytes) { row, value in values[row] = UInt8(truncatingIfNeeded: value) }
            return .bytes(values)
        case .blankWords, .denseWords, .sparseWords, .ascendingWords:
            return .words(try words(place, in: bytes))
        case .blankLongs, .denseLongs, .sparseLongs:
            return .longs(try longs(place, in: bytes))
        case .texts:
            return .texts(indices: try words(place, in: bytes), dictionary: try texts(place, in: bytes))
        }
    }

    /// The values of a field of keys, one for each row; all 0 when no row fills it.
    public func longs(_ place: Int, in bytes: Span<UInt8>) throws(Problem) -> [UInt64] {
        var values = [UInt64](repeating: 0, count: rows)
        try forEachLong(place, in: bytes) { row, value in values[row] = value }
        return values
    }

    private func words(_ place: Int, in bytes: Span<UInt8>) throws(Problem) -> [UInt32] {
        var values = [UInt32](repeating: 0, count: rows)
        try forEachFilled(place, in: bytes) { row, value in values[row] = value }
        return values
    }
}

extension ColumnValues {
    /// Writes the values in the shortest form that suits them.
    fileprivate func encode(rows: Int, into data: inout [UInt8]) throws(Segment.Problem) -> Segment.Form {
        switch self {
        case .bytes(let values):
            guard values.count == rows else { throw .unevenColumns }
            return Self.encode(values, into: &data)
        case .words(let values):
            guard values.count == rows else { throw .unevenColumns }
            return Self.encode(values, into: &data)
        case .longs(let values):
            guard values.count == rows else { throw .unevenColumns }
            return Self.encode(values, into: &data)
        case .texts(let indices, let dictionary):
            guard indices.count == rows else { throw .unevenColumns }
            guard indices.allSatisfy({ $0 <= dictionary.count }) else { throw .outOfRange }
            data.append(number: UInt32(dictionary.count))
            for text in dictionary { data.append(text: text) }
            appendPairs(indices, to: &data, limit: .max) { data, value in data.append(number: value) }
            return .texts
        }
    }

    private static func encode(_ values: [UInt8], into data: inout [UInt8]) -> Segment.Form {
        let start = data.count
        guard appendPairs(values, to: &data, limit: values.count, append: { data, value in data.append(value) }) else {
            data.replaceSubrange(start..., with: values)
            return .denseBytes
        }
        return data.count == start ? .blankBytes : .sparseBytes
    }

    private static func encode(_ values: [UInt32], into data: inout [UInt8]) -> Segment.Form {
        guard values.contains(where: { $0 != 0 }) else { return .blankWords }
        if zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) {
            var previous: UInt32 = 0
            for value in values {
                data.append(number: value - previous)
                previous = value
            }
            return .ascendingWords
        }
        let start = data.count
        let fits = appendPairs(values, to: &data, limit: values.count * 4) { data, value in
            data.append(number: value)
        }
        if fits { return .sparseWords }
        data.removeSubrange(start...)
        for value in values { data.append(fixed: value) }
        return .denseWords
    }

    private static func encode(_ values: [UInt64], into data: inout [UInt8]) -> Segment.Form {
        let start = data.count
        let fits = appendPairs(values, to: &data, limit: values.count * 8) { data, value in data.append(fixed: value) }
        if fits { return data.count == start ? .blankLongs : .sparseLongs }
        data.removeSubrange(start...)
        data.reserveCapacity(start + values.count * 8)
        for value in values { data.append(fixed: value) }
        return .denseLongs
    }
}

/// Writes rows since the one before and value of each filled row; `false`, with less than all written, when it would
/// take more than `limit` bytes.
@discardableResult
private func appendPairs<Value: FixedWidthInteger>(
    _ values: [Value], to data: inout [UInt8], limit: Int, append: (inout [UInt8], Value) -> Void
) -> Bool {
    let start = data.count
    var previous = -1
    for (row, value) in values.enumerated() where value != 0 {
        data.append(number: UInt32(row - previous))
        append(&data, value)
        previous = row
        if data.count - start > limit { return false }
    }
    return true
}

extension [UInt8] {
    /// LEB128.
    fileprivate mutating func append(number: UInt32) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Least significant byte first.
    fileprivate mutating func append(fixed number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// Length, then UTF-8.
    fileprivate mutating func append(text: String) {
        append(number: UInt32(text.utf8.count))
        append(contentsOf: text.utf8)
    }
}
