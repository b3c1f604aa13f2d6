import Vocabulary

/// What the figures of a report are called in a file: by id, or by any name they have had.
public struct IndicatorNames: Sendable {
    /// The ids, in the order of the report.
    public let ids: [String]
    /// The ids of those that are told by code.
    public let distributions: [String]
    private let byName: [String: String]

    /// The names of the figures of `collection`. A name that two of them have had is neither's.
    public init(_ collection: IndicatorCollection) {
        ids = collection.indicators.map(\.id)
        distributions = collection.indicators.filter(\.isDistribution).map(\.id)
        var byName: [String: String?] = [:]
        for indicator in collection.indicators {
            let titles = indicator.versions.flatMap { [$0.title.sv, $0.title.en] }
            for name in Set((titles + indicator.earlierNames).map(Self.plain)) {
                byName[name] = byName[name] == nil ? indicator.id : .some(nil)
            }
        }
        for id in ids { byName[id] = id }
        self.byName = byName.compactMapValues { $0 }
    }

    /// The id of what is called `name`, whatever its case and blanks.
    public subscript(name: String) -> String? { byName[Self.plain(name)] }

    private static func plain(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
