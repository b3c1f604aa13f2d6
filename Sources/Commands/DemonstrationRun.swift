import Checking
import Definitions
import Demonstration
import Foundation
import Register
import Tabular
import Vocabulary

/// Delivers the made-up collection through the same functions that the commands use, and tells how it goes.
struct DemonstrationRun {
    let collection: Collection
    let register: Register
    /// Where the municipalities' files are written before they are sent.
    let folder: URL
    let language: Language
    /// Tells the user one line.
    let tell: (String) -> Void

    /// Delivers everything: files with faults found and sent again, warnings answered, comments and declines.
    ///
    /// - Parameters:
    ///   - end: What comes later is left out; `nil` for nothing.
    ///   - waiting: The municipality whose last month is left for somebody to deliver by hand.
    func deliver(
        _ demonstration: Demonstration, until end: Date? = nil, waiting: Municipality? = nil
    ) async throws {
        for (month, deliveries) in Dictionary(grouping: demonstration.deliveries, by: \.month).sorted(by: {
            $0.key < $1.key
        }) {
            var counts = Counts()
            for delivery in deliveries {
                if let end, try time(delivery.month, delivery.municipality) > end { continue }
                if delivery.municipality == waiting, month == collection.calendar.periods.last?.month { continue }
                try await deliver(delivery, &counts)
            }
            tell(counts.line(month, language))
        }
        let form = collection.form
        let answered = min(try self.end(), end ?? .distantFuture)
        for comment in demonstration.comments {
            guard let form else { continue }
            try await register.comment(
                Comments(
                    collection: collection.id, municipality: comment.municipality, texts: comment.texts,
                    sender: sender(comment.municipality), receivedAt: answered),
                form: form)
        }
        for decline in demonstration.declines {
            try await register.decline(
                Decline(
                    collection: collection.id, municipality: decline.municipality, reason: decline.reason,
                    sender: sender(decline.municipality), receivedAt: answered))
        }
        tell(
            say(
                "\(demonstration.comments.count) kommuner lämnade synpunkter, \(demonstration.declines.count) avstod.",
                "\(demonstration.comments.count) municipalities commented, \(demonstration.declines.count) declined."))
    }

    private struct Counts {
        var files = 0
        var municipalities: Set<Municipality> = []
        var repaired = 0
        var refused = 0
        var confirmed = 0
        var remembered = 0

        func line(_ month: Month, _ language: Language) -> String {
            Localized(
                sv: """
                    \(month.fullName(.sv)): \(files) filer från \(municipalities.count) kommuner, \(refused) filer med fel \
                    rättade och skickade igen, \(repaired) filer lagade vid läsningen, \(confirmed) varningar \
                    bekräftade och \(remembered) bekräftade sedan förut.
                    """,
                en: """
                    \(month.fullName(.en)): \(files) files from \(municipalities.count) municipalities, \(refused) files \
                    with errors mended and sent again, \(repaired) files repaired while reading, \
                    \(confirmed) warnings confirmed and \(remembered) confirmed before.
                    """)[language]
        }
    }

    private func deliver(_ delivery: DemonstrationDelivery, _ counts: inout Counts) async throws {
        let files = try await judge(try write(delivery))
        let verdicts = files.flatMap(\.verdicts)
        let findings = verdicts.flatMap(\.findings)
        let error = findings.first { $0.severity == .error }
        guard (error != nil) == (delivery.fault != nil) else {
            throw DemonstrationRunError.unexpected(delivery.municipality, delivery.month, error?.message)
        }
        counts.files += files.count
        counts.municipalities.insert(delivery.municipality)
        counts.repaired += verdicts.count { !$0.repairs.isEmpty }
        if let fault = delivery.fault, let error {
            counts.refused += 1
            tell(
                say("Inte godkänd, \(delivery.municipality.name)", "Not approved, \(delivery.municipality.name)")
                    + " (\(fault[language])): \(error.message)")
            return
        }
        var submission = Submission(
            collection: collection.id, definitionVersion: collection.version, files: files,
            sender: sender(delivery.municipality), receivedAt: try time(delivery.month, delivery.municipality))
        let unconfirmed = try await register.questions(verdicts, collection: collection.id).filter { $0.answer == nil }
        submission.confirmations = Set(unconfirmed.map(\.finding.rule)).sorted().map {
            Submission.Confirmation(rule: $0, reason: Self.reason($0))
        }
        _ = try await register.submit(submission)
        counts.confirmed += unconfirmed.count
        let warnings = findings.filter { $0.severity == .warning }.map { [$0.rule, $0.subject] }
        counts.remembered += Set(warnings).count - unconfirmed.count
        if delivery.replaces {
            tell(
                say(
                    "\(delivery.municipality.name) skickade in en ny fil som ersätter den förra.",
                    "\(delivery.municipality.name) sent a new file in place of the former."))
        }
    }

    /// Judges files as `underlag submit` does.
    private func judge(_ files: [URL]) async throws -> [Submission.File] {
        var request = CheckRequest(collections: [collection])
        request.language = language
        let inputs = try files.map { file in
            InputFile(
                name: file.lastPathComponent, bytes: try FileBytes(path: file.path, limit: request.limits.fileBytes))
        }
        return try await DeliveryJudge(register: register, request: request).judge(inputs).map {
            Submission.File(name: $0.name, bytes: $0.bytes, verdicts: $0.verdicts)
        }
    }

    /// A working hour of the time when the month was collected.
    private func time(_ month: Month, _ municipality: Municipality) throws -> Date {
        let opens = try Date((collection.calendar.period(month)?.opens ?? "") + "T07:12:00Z", strategy: .iso8601)
        return opens.addingTimeInterval(Double(municipality.number % 17) * 86_400)
    }

    /// The files of one delivery on disk, numbered so that a corrected file does not overwrite the first.
    private func write(_ delivery: DemonstrationDelivery) throws -> [URL] {
        let place = folder.appending(path: "\(delivery.month.iso)/\(delivery.municipality.code)")
        var attempt = 1
        while FileManager.default.fileExists(atPath: place.appending(path: String(attempt)).path) { attempt += 1 }
        let attemptFolder = place.appending(path: String(attempt))
        try FileManager.default.createDirectory(at: attemptFolder, withIntermediateDirectories: true)
        return try delivery.files.map { file in
            let url = attemptFolder.appending(path: file.name)
            try Data(file.bytes).write(to: url)
            return url
        }
    }

    private func end() throws -> Date {
        let due = collection.calendar.periods.last?.due ?? ""
        return try Date(due + "T07:12:00Z", strategy: .iso8601)
    }

    private func sender(_ municipality: Municipality) -> String { "Påhittad uppgiftslämnare, \(municipality.name)" }

    private static func reason(_ rule: String) -> String {
        switch rule {
        case "R07": "Vi registrerar avslutsorsaken på registerledaren."
        case "V01", "V02": "Urvalet av ärenden är olika stort de två månaderna."
        case "V03": "Insatsen ges av kommunen."
        case "V04": "Orsaken gäller hushållet som helhet."
        default: "Uppgiften stämmer."
        }
    }

    private func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }
}

/// The demonstration did not go as planned, which is a fault of ours.
enum DemonstrationRunError: Error {
    /// A file was judged otherwise than it was made to be; with the first fault found.
    case unexpected(Municipality, Month, String?)
}
