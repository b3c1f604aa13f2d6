public import Checking
public import Definitions
public import Register
import Tabular
public import Vocabulary

extension Review {
    /// A delivery judged once more, as it came and with its corrections: a file each, with the verdicts that are about
    /// the delivery, their columns included. Nothing is changed or logged.
    ///
    /// What is found is what is found now: a definition that has changed since may say otherwise than it did then.
    public func judgement(
        of receipt: Receipt, in collection: Definitions.Collection, language: Language
    ) async throws(ReviewError) -> [CheckedFile] {
        var files: [InputFile] = []
        for file in receipt.files where file.isTable {
            let bytes = try await asked { (register) throws(RegisterError) in
                try await register.originalBytes(sha256: file.sha256)
            }
            guard let bytes else { throw .damagedFile(receipt.number) }
            files.append(InputFile(name: file.name, bytes: bytes, corrections: file.corrections.map(\.cell)))
        }
        var request = CheckRequest(collections: [collection])
        request.language = language
        request.municipality = receipt.municipality
        request.month = receipt.month
        let own = try await judged(files, as: request)
        guard own.contains(where: { $0.verdicts.contains { $0.outcome == .notApproved } }) else { return own }
        // What was approved is refused when the file has other municipalities or months as well.
        request.municipality = nil
        request.month = nil
        request.allMunicipalities = true
        var together = try await judged(files, as: request)
        for file in together.indices {
            together[file].verdicts.removeAll { $0.municipality != receipt.municipality || $0.month != receipt.month }
        }
        return together.contains { !$0.verdicts.isEmpty } ? together : own
    }

    private func judged(
        _ files: [InputFile], as request: CheckRequest
    ) async throws(ReviewError) -> [CheckedFile] {
        try await asked { (register) throws(RegisterError) in
            try await DeliveryJudge(register: register, request: request).judge(files)
        }
    }
}
