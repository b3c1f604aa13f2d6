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
    /// Judges files as `underlag submit` does.
    let judge: (_ files: [URL]) async throws -> [Submission.File]
    /// Tells the user one line.
    let tell: (String) -> Void

    /// Delivers everything: files with faults found and sent again, warnings answered, comments and declines.
    func deliver(_ demonstration: Demonstration) async throws {
        for (month, deliveries) in Dictionary(grouping: demonstration.deliveries, by: \.month).sorted(by: {
            $0.key < $1.key
        }) {
            var counts = Counts()
            for delivery in deliveries { try await deliver(delivery, &counts) }
            tell(counts.line(month, language))
        }
        let form = collection.form
        for comment in demonstration.comments {
            guard let form else { continue }
            try await register.comment(
                Comments(
                    collection: collection.id, municipality: comment.municipality, texts: comment.texts,
                    sender: sender(comment.municipality)),
                form: form)
        }
        for decline in demonstration.declines {
            try await register.decline(
                Decline(
                    collection: collection.id, municipality: decline.municipality, reason: decline.reason,
                    sender: sender(decline.municipality)))
        }
        tell(
            say(
                "\(demonstration.comments.count) kommuner lämnade synpunkter, \(demonstration.declines.count) avstod.",
                "\(demonstration.comments.count) municipalities commented, \(demonstration.declines.count) declined."))
    }

    private struct Counts {
        var files = 0
        var municipalities: Set<Municipality> = []
        var refused = 0
        var confirmed = 0

        func line(_ month: Month, _ language: Language) -> String {
            Localized(
                sv: """
                    \(month.fullName(.sv)): \(files) filer från \(municipalities.count) kommuner, \(refused) filer med fel \
                    rättade och skickade igen, \(confirmed) varningar bekräftade.
                    """,
                en: """
                    \(month.fullName(.en)): \(files) files from \(municipalities.count) municipalities, \(refused) files \
                    with errors mended and sent again, \(confirmed) warnings confirmed.
                    """)[language]
        }
    }

    private func deliver(_ delivery: DemonstrationDelivery, _ counts: inout Counts) async throws {
        let files = try await judge(try write(delivery))
        counts.files += files.count
        counts.municipalities.insert(delivery.municipality)
        let verdicts = files.flatMap(\.verdicts)
        let faulty = verdicts.contains { $0.outcome == .notApproved }
        guard faulty == (delivery.fault != nil) else {
            let found = verdicts.flatMap(\.findings).first { $0.severity == .error }
            throw DemonstrationRunError.unexpected(delivery.municipality, delivery.month, found?.message)
        }
        if let fault = delivery.fault {
            counts.refused += 1
            let message = verdicts.flatMap(\.findings).first { $0.severity == .error }?.message ?? ""
            tell(
                say("Inte godkänd, \(delivery.municipality.name)", "Not approved, \(delivery.municipality.name)")
                    + " (\(fault[language])): \(message)")
            return
        }
        var submission = Submission(
            collection: collection.id, definitionVersion: collection.version, files: files,
            sender: sender(delivery.municipality))
        let warnings = try await register.unconfirmedWarnings(verdicts, collection: collection.id)
        if !warnings.isEmpty {
            let rules = Set(warnings.map(\.finding.rule)).sorted()
            submission.confirmations = rules.map { Submission.Confirmation(rule: $0, reason: Self.reason($0)) }
            counts.confirmed += warnings.count
        }
        _ = try await register.submit(submission)
        if delivery.replaces {
            tell(
                say(
                    "\(delivery.municipality.name) skickade in en ny fil som ersätter den förra.",
                    "\(delivery.municipality.name) sent a new file in place of the former."))
        }
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
