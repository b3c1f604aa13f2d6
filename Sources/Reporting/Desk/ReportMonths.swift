public import Definitions
public import Foundation
import Indicators
public import Register
public import Vocabulary

/// The months there are figures for (*månader med uttag*): those that had ended when the latest extract was made, and those
/// whose values somebody has filled in.
public struct ReportMonths: Sendable, Equatable {
    /// The latest first.
    public let months: [Month]
    /// The extracts, the latest first.
    public let extracts: [Extract]
    /// Changes whenever a delivery has come, or one has been taken back.
    public let stamp: Int

    /// The day of the latest extract of those that have come after `lock`, whenever they were made; `nil` without a lock.
    public func newest(after lock: Date?) -> Day? {
        guard let lock else { return nil }
        return extracts.first { $0.came > lock }?.day
    }

    /// What was taken out of the case systems at one time (*uttag*).
    public struct Extract: Sendable, Equatable {
        /// When it was made.
        public let day: Day
        /// When it came.
        public let came: Date
        /// Its delivery.
        public let number: DeliveryNumber
        /// Who delivered it, as given.
        public let sender: String
        /// New and changed records.
        public let records: Int
    }

    /// The months of a report of `kind`; `nil` when nothing has been extracted or filled in. At most `limit` of them.
    public static func read(
        of municipality: Municipality, kind: String, library: DefinitionLibrary, register: Register, at time: Date,
        limit: Int = 36
    ) async throws(ReportingError) -> ReportMonths? {
        let receipts: [Receipt]
        let indicators: IndicatorCollection
        let filledIn: [Month]
        do throws(DefinitionError) {
            indicators = try library.indicators(kind)
        } catch {
            throw .definitions(error)
        }
        do throws(RegisterError) {
            // Of every collection: any of them may change what a report shows.
            receipts = try await register.deliveries(DeliveryFilter(municipality: municipality))
            filledIn = try await ReadyMadeValues.read(of: municipality, from: register, collection: indicators)
                .values.flatMap(\.keys)
        } catch {
            throw .register(error)
        }
        let standing = receipts.filter { $0.withdrawal == nil }
        let extracts = standing.filter {
            $0.collection == ReportFigures.eventCollection && ($0.extractedAt ?? $0.receivedAt) <= time
        }.map { receipt in
            Extract(
                day: Day(receipt.extractedAt ?? receipt.receivedAt), came: receipt.receivedAt, number: receipt.number,
                sender: receipt.sender, records: receipt.rows)
        }.sorted { ($0.day, $0.number.sequence) > ($1.day, $1.number.sequence) }
        var months = Set(filledIn)
        if let first = extracts.last, let last = extracts.first {
            // Of what had ended before the first extract only the last is certain to be whole.
            months.formUnion((first.day.month.previous...max(first.day.month, last.day.month).previous).months)
        }
        let told = months.filter { month in
            indicators.indicators.contains { $0.version(inReportFor: month) != nil }
        }
        guard !told.isEmpty else { return nil }
        var stamp = Hasher()
        stamp.combine(receipts.count)
        stamp.combine(standing.count)
        stamp.combine(receipts.map(\.receivedAt).max())
        return ReportMonths(
            months: Array(told.sorted(by: >).prefix(limit)), extracts: extracts, stamp: stamp.finalize())
    }
}
