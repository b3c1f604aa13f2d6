import Vocabulary

/// What the figures of a report are called in a file: by id, or by any name they have had.
public struct IndicatorNames: Sendable {
    /// The figures, in the order of the report.
    public let figures: [Indicator]
    /// Their ids.
    public var ids: [String] { figures.map(\.id) }
    /// The ids of those that are told by code.
    public var distributions: [String] { figures.filter(\.isDistribution).map(\.id) }
    private let byName: [String: String]

    /// The names of the figures of `collection`. A name that two of them have had is neither's.
    public init(_ collection: IndicatorCollection) {
        figures = collection.indicators
        var byName: [String: String?] = [:]
        for indicator in collection.indicators {
            let titles = indicator.versions.flatMap {
                [$0.title, $0.tile].compactMap { $0 }.flatMap { [$0.sv, $0.en] }
            }
            for name in Set((titles + indicator.earlierNames).map(Self.plain)) {
                byName[name] = byName[name] == nil ? indicator.id : .some(nil)
            }
        }
        for id in figures.map(\.id) { byName[id] = id }
        self.byName = byName.compactMapValues { $0 }
    }

    /// The id of what is called `name`, whatever its case and blanks, and whether or not it begins with *antal*.
    public subscript(name: String) -> String? { byName[Self.plain(name)] }

    private static func plain(_ name: String) -> String {
        let words = name.lowercased().split(whereSeparator: \.isWhitespace)
        return (words.count > 1 && words[0] == "antal" ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}

extension Indicator {
    /// Whether it is a count for each code rather than one number.
    public var isDistribution: Bool {
        versions.contains { version in
            switch version.rule {
            case .closureReasons, .enrolledByField, .enrolmentEnds: true
            default: false
            }
        }
    }
    /// Whether it is counted by school (*vuxenutbildning*), and has no value a month.
    public var isBySchool: Bool { versions.contains { $0.rule.isBySchool } }
}
