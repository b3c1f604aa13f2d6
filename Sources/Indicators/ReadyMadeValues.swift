import Checking
public import Definitions
public import Foundation
public import Register
public import Vocabulary

/// Monthly values that somebody has counted already (*färdiga månadsvärden*), for months that no events cover.
public enum ReadyMadeValues {
    /// The values that are known now of the figures of `collection`, or were at `asKnownAt`, by the figure's id. What a
    /// later delivery says of a figure and month takes the place of all that earlier ones said of it. What a break takes
    /// away is left out.
    public static func read(
        of municipality: Municipality, from register: Register, collection: IndicatorCollection,
        asKnownAt time: Date? = nil, arrivedBy: Date? = nil
    ) async throws(RegisterError) -> [String: [Month: Measure]] {
        let names = IndicatorNames(collection)
        let known: [Place: [Row]] = try await register.reduceIncrements(
            collection: "nyckeltal-manad", table: "varden", municipality: municipality, asKnownAt: time,
            arrivedBy: arrivedBy, into: [:]
        ) { known, _, bytes in
            let delivered = Dictionary(grouping: rows(try EventCells(segment: bytes), names), by: \.place)
            known.merge(delivered) { $1 }
        }
        var values: [String: [Month: Measure]] = [:]
        for (place, rows) in known {
            guard let indicator = collection[place.indicator], !indicator.isMissing(in: place.month) else { continue }
            values[place.indicator, default: [:]][place.month] = measure(indicator, rows)
        }
        return values
    }

    struct Place: Hashable {
        var indicator: String
        var month: Month
    }

    struct Row {
        var place: Place
        var code: Int
        var value: Int
        /// 0 = not said.
        var whole: Int
    }

    /// The rows of a part, but for figures the report does not have.
    private static func rows(_ cells: EventCells, _ names: IndicatorNames) -> [Row] {
        let (figures, days) = (cells.terms("nyckeltal"), cells.days("manad"))
        let (codes, values, wholes) = (cells.integers("kod"), cells.integers("varde"), cells.integers("av"))
        return cells.rows.compactMap { row in
            names[figures[row]].map { id in
                Row(
                    place: Place(indicator: id, month: Day(number: Int(days[row])).month), code: codes[row],
                    value: values[row], whole: wholes[row])
            }
        }
    }

    /// What the rows of a figure and month say; of two about the same, the latter.
    static func measure(_ indicator: Indicator, _ rows: [Row]) -> Measure? {
        guard let last = rows.last else { return nil }
        if indicator.isDistribution {
            return .distribution(Dictionary(rows.map { ($0.code, $0.value) }) { $1 })
        }
        return switch indicator.unit {
        case .kronor: .money(last.value * 100)
        case .percent: .share(part: last.value, of: last.whole == 0 ? 100 : last.whole)
        case .households, .persons, .children, .ends: .count(last.value)
        }
    }
}

extension IndicatorSeries {
    /// The series with `values` in the months that nothing was delivered for; those months are marked `handMade`.
    public func completed(with values: [Month: Measure]) -> IndicatorSeries {
        var completed = self
        for (place, month) in months.months.enumerated() {
            guard case .missing(.notDelivered) = self.values[place], let value = values[month] else { continue }
            completed.values[place] = .value(value)
            completed.handMade.insert(month)
        }
        return completed
    }
}
