/// One record of a source: the texts of its columns, in one buffer that is used again for the next record.
struct RawRecord {
    /// The row or object as the user sees it, from 1.
    var number = 0
    private(set) var bytes: [UInt8] = []
    private(set) var values: [Range<Int>?] = []
    private(set) var items: [Item] = []

    /// An item of a nested list.
    struct Item {
        let list: Int
        var values: [Range<Int>?]
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
        for place in values.indices { values[place] = nil }
    }

    mutating func set(_ slot: Int, _ text: UnsafeBufferPointer<UInt8>) {
        while values.count <= slot { values.append(nil) }
        values[slot] = append(text)
    }

    mutating func beginItem(of list: Int) { items.append(Item(list: list, values: [])) }

    mutating func setInItem(_ slot: Int, _ text: UnsafeBufferPointer<UInt8>) {
        guard let last = items.indices.last else { return }
        while items[last].values.count <= slot { items[last].values.append(nil) }
        items[last].values[slot] = append(text)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// The text in a column; `nil` when it is blank.
    func value(_ slot: Int?) -> ArraySlice<UInt8>? {
        guard let slot, slot < values.count, let range = values[slot] else { return nil }
        return bytes[range].trimmed
    }

    func value(_ slot: Int?, of item: Item) -> ArraySlice<UInt8>? {
        guard let slot, slot < item.values.count, let range = item.values[slot] else { return nil }
        return bytes[range].trimmed
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks at its ends; `nil` when nothing is left.
    fileprivate var trimmed: ArraySlice<UInt8>? {
        var slice = self
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        return slice.isEmpty ? nil : slice
    }
}
