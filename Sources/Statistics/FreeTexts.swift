import Checking
import Vocabulary

/// The free texts of a measure without a code of its own (*klartext till kod 8*), with how often and where.
public struct FreeTexts: Sendable {
    /// One text.
    public struct Entry: Sendable {
        /// As the municipality wrote it.
        public let text: String
        /// Households (rows) that gave it.
        public let count: Int
        /// Municipalities that gave it.
        public let municipalities: Int
    }

    private var found: [String: (count: Int, municipalities: Set<Municipality>)] = [:]

    init() {}

    /// Notes the texts of one part: those of the column at `place`.
    mutating func add(
        _ municipality: Municipality, _ place: Int, _ segment: Segment, _ bytes: Span<UInt8>
    ) throws(Segment.Problem) {
        let dictionary = try segment.texts(place, in: bytes)
        var counts = [Int](repeating: 0, count: dictionary.count)
        try segment.forEachFilled(place, in: bytes) { _, text in
            if text <= counts.count { counts[Int(text) - 1] += 1 }
        }
        for (text, count) in zip(dictionary, counts) where count > 0 {
            found[text, default: (0, [])].count += count
            found[text, default: (0, [])].municipalities.insert(municipality)
        }
    }

    mutating func merge(_ other: FreeTexts) {
        found.merge(other.found) { ($0.count + $1.count, $0.municipalities.union($1.municipalities)) }
    }

    /// The texts, most common first, then by text.
    public var entries: [Entry] {
        found.map { Entry(text: $0.key, count: $0.value.count, municipalities: $0.value.municipalities.count) }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
}
