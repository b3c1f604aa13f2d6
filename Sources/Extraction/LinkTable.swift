/// What case and customer numbers stand for, both sides digested, so that it can be kept between fetches.
public struct LinkTable: Sendable, Equatable {
    private var entries: [UInt64: UInt64] = [:]

    /// Without any.
    public init() {}

    subscript(_ digest: UInt64) -> UInt64? {
        get { entries[digest] }
        set { entries[digest] = newValue }
    }

    /// How many it has.
    public var count: Int { entries.count }

    /// A line each, to be kept in a file.
    var lines: String {
        entries.sorted { $0.key < $1.key }.map { digest, value in
            "\(String(digest, radix: 36)) \(String(value, radix: 36))\n"
        }.joined()
    }

    /// Reads what `lines` gave; `nil` for anything else.
    init?(lines: some StringProtocol) {
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let key = UInt64(parts[0], radix: 36), let value = UInt64(parts[1], radix: 36)
            else { return nil }
            entries[key] = value
        }
    }
}
