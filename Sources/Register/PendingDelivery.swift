import Checking
import Tabular
import Vocabulary

/// What a submission has for one municipality and month, before it has a number.
struct PendingDelivery: Sendable {
    struct Part: Sendable {
        var table: String
        var outcome: Outcome
        var rows: Int
        /// `nil` when there is nothing to report.
        var segment: [UInt8]?
    }
    struct File: Sendable {
        var name: String
        var content: Content
        var corrections: [Correction]
    }

    var month: Month
    var municipality: Municipality
    var kind: Receipt.Kind
    var parts: [Part] = []
    var files: [File] = []
    /// Place in the submission of the file last added.
    var lastFile: Int?
    /// What there is to answer.
    var questions: [WarningQuestion] = []

    var checksum: String { Checksum.of(files: files.map(\.content.sha256)) }
}

extension Submission {
    /// The deliveries it makes, by month and municipality. Throws what makes it impossible to store.
    func deliveries() throws(RegisterError) -> [PendingDelivery] {
        var deliveries: [DeliveryPlace: PendingDelivery] = [:]
        for (position, file) in files.enumerated() {
            let kept = PendingDelivery.File(
                name: file.name, content: Content(file.bytes), corrections: file.corrections)
            for verdict in file.verdicts {
                guard verdict.outcome != .notApproved else {
                    throw .notApproved(file: verdict.file, table: verdict.table)
                }
                guard let month = verdict.month, let municipality = verdict.municipality, let columns = verdict.columns
                else { throw .withoutPlace(file: verdict.file, table: verdict.table) }
                let place = DeliveryPlace(month: month, municipality: municipality)
                var delivery =
                    deliveries[place] ?? PendingDelivery(month: month, municipality: municipality, kind: .data)
                guard !delivery.parts.contains(where: { $0.table == verdict.table }) else {
                    throw .twice(table: verdict.table, municipality, month)
                }
                if delivery.lastFile != position { delivery.files.append(kept) }
                delivery.lastFile = position
                delivery.questions += WarningQuestion.all([verdict])
                do {
                    delivery.parts.append(
                        PendingDelivery.Part(
                            table: verdict.table, outcome: verdict.outcome, rows: columns.count,
                            segment: try columns.encoded()))
                } catch {
                    throw RegisterError(error)
                }
                deliveries[place] = delivery
            }
        }
        // What has no rows of its own, such as what was held out of an extract, goes with all of them.
        for file in files where file.verdicts.isEmpty {
            let kept = PendingDelivery.File(name: file.name, content: Content(file.bytes), corrections: [])
            for place in deliveries.keys { deliveries[place]?.files.append(kept) }
        }
        return deliveries.values.sorted { ($0.month, $0.municipality) < ($1.month, $1.municipality) }
    }
}
