public import Definitions
public import Foundation
import Indicators
public import Register
public import Vocabulary

/// The months there are figures for (*månader med uttag*): those that had ended when the latest extract was made.
public struct ReportMonths: Sendable, Equatable {
    /// The latest first.
    public let months: [Month]
    /// The day of the latest extract.
    public let extracted: Day
    /// Changes whenever a delivery has come, or one has been taken back.
    public let stamp: Int

    /// The months of a report of `kind`; `nil` when nothing has been extracted. At most `limit` of them.
    public static func read(
        of municipality: Municipality, kind: String, library: DefinitionLibrary, register: Register, at time: Date,
        limit: Int = 36
    ) async throws(ReportingError) -> ReportMonths? {
        let receipts: [Receipt]
        let indicators: [Indicator]
        do throws(DefinitionError) {
            indicators = try library.indicators(kind).indicators
        } catch {
            throw .definitions(error)
        }
        do throws(RegisterError) {
            receipts = try await register.deliveries(
                DeliveryFilter(collection: ReportFigures.eventCollection, municipality: municipality))
        } catch {
            throw .register(error)
        }
        let standing = receipts.filter { $0.withdrawal == nil }
        let times = standing.map { $0.extractedAt ?? $0.receivedAt }.filter { $0 <= time }
        guard let first = times.min(), let last = times.max() else { return nil }
        var months: [Month] = []
        var month = Day(last).month.previous
        // Of what had ended before the first extract only the last is certain to be whole.
        let earliest = Day(first).month.previous
        while months.count < limit, month >= earliest,
            indicators.contains(where: { $0.version(inReportFor: month) != nil })
        {
            months.append(month)
            month = month.previous
        }
        var stamp = Hasher()
        stamp.combine(receipts.count)
        stamp.combine(standing.count)
        stamp.combine(receipts.map(\.receivedAt).max())
        return ReportMonths(months: months, extracted: Day(last), stamp: stamp.finalize())
    }
}
