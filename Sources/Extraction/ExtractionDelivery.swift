import Checking
public import Definitions
public import Foundation
public import Register
import Tabular
public import Vocabulary

/// Delivering what an extraction made: an extraction is a delivery, checked and kept by the same rooms as all others.
public struct ExtractionDelivery: Sendable {
    /// The municipality whose system it is from.
    public var municipality: Municipality
    /// The month it was made in.
    public var month: Month
    /// Who delivers, as receipts say.
    public var sender: String
    /// How the access log names the sender; `nil` = as `sender`.
    public var actor: String?
    /// When it came; kept to the second.
    public var receivedAt: Date
    /// When the extract was made; `nil` = when it came.
    public var extractedAt: Date?

    /// A delivery from its parts.
    public init(
        municipality: Municipality, month: Month, sender: String, actor: String? = nil, receivedAt: Date,
        extractedAt: Date? = nil
    ) {
        self.municipality = municipality
        self.month = month
        self.sender = sender
        self.actor = actor
        self.receivedAt = receivedAt
        self.extractedAt = extractedAt
    }

    /// A delivery of what was extracted on `day`; `nil` = as it came.
    ///
    /// It is known from noon (UTC) of the day, so that the order of extracts is that of their days, but never from later
    /// than it came.
    public init(
        municipality: Municipality, extracted day: Day?, sender: String, actor: String? = nil, receivedAt: Date
    ) {
        let noon = day.map { Date(timeIntervalSince1970: Double($0.number) * 86_400 + 43_200) }
        self.init(
            municipality: municipality, month: (day ?? Day(receivedAt)).month, sender: sender, actor: actor,
            receivedAt: receivedAt, extractedAt: min(noon ?? receivedAt, receivedAt))
    }

    /// Checks `extracted` and keeps it as one delivery, an increment to what was delivered before. The same files twice
    /// give the first receipt.
    ///
    /// Throws `.incomplete` when a file could not be read, `.notApproved` when the check found faults.
    public func submit(
        _ extracted: Extracted, as collection: Definitions.Collection, to register: Register
    ) async throws(ExtractionError) -> [Receipt] {
        guard extracted.report.isComplete else { throw .incomplete(extracted.report) }
        var request = CheckRequest(collections: [collection])
        request.municipality = municipality
        request.month = month
        request.keepsColumns = true
        request.limits = .national
        var files: [Submission.File] = []
        var faults: [Verdict] = []
        for file in extracted.files {
            request.table = String(file.name.dropLast(".csv".count))
            for checked in await Check.files([file], as: request) {
                faults += checked.verdicts.filter { $0.outcome == .notApproved }
                files.append(Submission.File(name: checked.name, bytes: checked.bytes, verdicts: checked.verdicts))
            }
        }
        guard !files.isEmpty else { return [] }
        guard faults.isEmpty else { throw .notApproved(faults) }
        if let heldOut = extracted.report.heldOut {
            files.append(Submission.File(name: Receipt.File.heldOut, bytes: FileBytes(heldOut), verdicts: []))
        }
        var submission = Submission(
            collection: collection.id, definitionVersion: collection.version, files: files, sender: sender,
            actor: actor, receivedAt: receivedAt, extractedAt: extractedAt)
        submission.isIncrement = true
        do throws(RegisterError) {
            return try await register.submit(submission)
        } catch {
            throw .register(error)
        }
    }
}
