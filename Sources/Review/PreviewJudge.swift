import Checking
import Definitions
import Foundation
import Register
import Tabular
import Vocabulary

/// Deliveries that came in the same files, with the same corrections, and are judged together.
struct PreviewBatch: Sendable {
    var receipts: [Receipt]

    /// The deliveries by their files, in order of the first.
    static func batches(_ receipts: [Receipt]) -> [PreviewBatch] {
        var batches: [PreviewBatch] = []
        var places: [String: Int] = [:]
        for receipt in receipts {
            let isCorrected = !receipt.corrections.isEmpty
            let key = isCorrected ? receipt.number.description : receipt.files.map(\.sha256).joined(separator: " ")
            if let place = places[key] {
                batches[place].receipts.append(receipt)
            } else {
                places[key] = batches.count
                batches.append(PreviewBatch(receipts: [receipt]))
            }
        }
        return batches
    }
}

/// Judges deliveries by two definitions.
struct PreviewJudge: Sendable {
    let register: Register
    let current: Definitions.Collection
    let changed: Definitions.Collection

    /// What differs in each delivery of a batch.
    func changes(_ batch: PreviewBatch) async throws -> [RulePreview.DeliveryChange] {
        try Task.checkCancellation()
        guard let first = batch.receipts.first else { return [] }
        var files: [InputFile] = []
        for file in first.files where file.isTable {
            guard let bytes = try await register.originalBytes(sha256: file.sha256) else {
                throw ReviewError.damagedFile(first.number)
            }
            // The name was found to be no person's when it came; it plays no part in the judging.
            files.append(InputFile(name: "", bytes: bytes, corrections: file.corrections.map(\.cell)))
        }
        if batch.receipts.count == 1 {
            let own = try await compared(files, [first], together: false)
            // What was approved is refused when the file has other months as well; then its own rows are judged.
            guard own.first?.before == .notApproved else { return own }
            let together = try await compared(files, [first], together: true)
            return together.first.map { $0.before != .notApproved && $0.rows > 0 } == true ? together : own
        }
        return try await compared(files, batch.receipts, together: true)
    }

    /// Judges the files by both definitions; `together` = as files of several municipalities and months.
    private func compared(
        _ files: [InputFile], _ receipts: [Receipt], together: Bool
    ) async throws -> [RulePreview.DeliveryChange] {
        var names = PreviewNames()
        var judgements: [[Judgement]] = []
        for collection in [current, changed] {
            var request = CheckRequest(collections: [collection])
            // They came in, whatever the limit was then.
            request.limits = .national
            if together {
                request.allMunicipalities = true
            } else if let number = receipts.first?.number {
                request.municipality = number.municipality
                request.month = number.month
            }
            let checked = try await DeliveryJudge(register: register, request: request).judge(files)
            judgements.append(receipts.map { Judgement(checked, of: $0.number, &names) })
        }
        return receipts.indices.map {
            RulePreview.DeliveryChange(receipts[$0].number, from: judgements[0][$0], to: judgements[1][$0], names)
        }
    }
}
