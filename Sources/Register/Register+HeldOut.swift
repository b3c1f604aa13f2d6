public import Foundation
import Storage
import Tabular
public import Vocabulary

/// Records of an extract that could not be read and are in no figure, by table, column and reason.
public struct HeldOut: Sendable, Equatable {
    /// When the extract was made.
    public let extracted: Date
    /// The table: "utbetalningar".
    public let table: String
    /// The column that could not be read, as the mapping calls it: "belopp".
    public let column: String
    /// What is wrong with it, in Swedish, as the end of a sentence: "är inte ett belopp".
    public let reason: String
    /// How many.
    public let count: Int
}

extension Register {
    /// What was held out of the extracts of `municipality` that stand now; or, with `asKnownAt`, that stood then; with
    /// `arrivedBy`, only those delivered by then. By extract, the first made first.
    public func heldOut(
        of municipality: Municipality, collection: String, asKnownAt time: Date? = nil, arrivedBy: Date? = nil
    ) async throws(RegisterError) -> [HeldOut] {
        let filter = DeliveryFilter(collection: collection, municipality: municipality)
        var found: [HeldOut] = []
        for receipt in try await deliveries(filter) {
            let made = receipt.extractedAt ?? receipt.receivedAt
            if let time, made > time { continue }
            if let arrivedBy, receipt.receivedAt > arrivedBy { continue }
            if let withdrawal = receipt.withdrawal, withdrawal.at <= arrivedBy ?? time ?? .distantFuture { continue }
            for file in receipt.files where !file.isTable {
                guard let bytes = try await originalBytes(sha256: file.sha256) else { continue }
                found += bytes.withBytes { Self.heldOut(String(decoding: $0, as: UTF8.self), made) }
            }
        }
        return found.sorted { $0.extracted < $1.extracted }
    }

    private static func heldOut(_ text: String, _ made: Date) -> [HeldOut] {
        text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let count = Int(cells[3]) else { return nil }
            return HeldOut(extracted: made, table: cells[0], column: cells[1], reason: cells[2], count: count)
        }
    }
}
