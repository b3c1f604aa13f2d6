import Vocabulary

/// How municipalities told the volume (*volymuppgift*) of one measure.
public struct Volume: Sendable {
    /// The measure, 1 and up.
    public let code: Int
    /// Municipalities that gave days for every mark.
    public let days: Int
    /// Municipalities that gave X for every mark.
    public let crosses: Int
    /// Municipalities that gave days for some marks and X for others.
    public let both: Int

    /// Municipalities that gave days for at least one mark.
    public var someDays: Int { days + both }
}

extension MarkTally {
    /// Per measure (code 1 and up), how many municipalities gave days, X, or both.
    public var volumes: [Volume] {
        layout.codes.filter { $0 > 0 }.map { code in
            let sums = sums(of: [code])
            return Volume(
                code: code,
                days: sums.count { $0.marked > 0 && $0.days == $0.marked },
                crosses: sums.count { $0.marked > 0 && $0.days == 0 },
                both: sums.count { $0.days > 0 && $0.days < $0.marked })
        }
    }

    /// Municipalities that gave days for at least one mark of any measure.
    public var municipalitiesWithDays: Int {
        sums(of: layout.codes.filter { $0 > 0 }).count { $0.days > 0 }
    }

    private func sums(of codes: [Int]) -> [(marked: Int, days: Int)] {
        var sums: [Municipality: (marked: Int, days: Int)] = [:]
        for part in parts {
            for code in codes {
                sums[part.municipality, default: (0, 0)].marked += part.marked(code, layout)
                sums[part.municipality, default: (0, 0)].days += part.days(code, layout)
            }
        }
        return Array(sums.values)
    }
}
