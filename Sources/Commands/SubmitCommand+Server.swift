import ArgumentParser
import Foundation
import Publication
import Vocabulary

extension SubmitCommand {
    /// Delivers to the portal at `server`, with the same answers as a register here would give.
    func deliver(to server: String) async throws {
        do {
            try refuseWhatThePortalDecides()
            let client = PortalClient(
                try portal.address(server, language), key: try portal.key(language),
                certificates: try portal.certificates(language), language)
            let delivery = try PortalDelivery(
                judging.files, collection: judging.collection, month: judging.month,
                confirmations: confirmations.map(Self.confirmation), language)
            try tell(try await delivery.deliver(by: client, again: portal.again, language))
        } catch let refusal as Refusal {
            throw refusal.told()
        }
    }

    private func tell(_ answer: PortalAnswer) throws {
        switch answer {
        case .receipt(let receipt, let text):
            var options = RegisterOptions()
            (options.format, options.language) = (format, language)
            try options.print(receipt, or: text)
            if !receipt.tables.contains(where: \.current) { note(receipt) }
        case .problem(let problem):
            switch problem.kind {
            case "not-approved", "unreadable": Self.tell(notApproved: problem.text ?? problem.title, language)
            case "warnings-to-confirm":
                Self.tell((problem.questions ?? []).map { ($0.rule, $0.message, $0.remedy) }, language)
            default:
                throw Refusal(
                    problem.exitStatus, language, sv: "\(problem.title). \(problem.detail ?? "")",
                    en: "\(problem.title). \(problem.detail ?? "")")
            }
            throw ExitCode(problem.exitStatus)
        case .checking: break
        }
    }

    /// Somebody has delivered another file since, or taken this one back: that is not undone by a job that runs again.
    private func note(_ receipt: ReceiptRecord) {
        _ = Refusal(
            0, language,
            sv: "Filen lämnades in förut som \(receipt.number) och gäller inte längre. Ska den gälla igen: --again",
            en:
                "The file was submitted before as \(receipt.number) and no longer counts. If it is to count again: --again"
        ).told()
    }

    private func refuseWhatThePortalDecides() throws(Refusal) {
        guard !judging.files.isEmpty else {
            throw Refusal(64, language, sv: "Välj en fil först.", en: "Choose a file first.")
        }
        let given = [
            judging.table.map { _ in "--table" }, judging.municipality.map { _ in "--municipality" },
            judging.allMunicipalities ? "--all-municipalities" : nil,
            judging.definitionOptions.definitions.map { _ in "--definitions" },
        ].compactMap { $0 }
        guard let option = given.first else { return }
        throw Refusal(
            64, language, sv: "\(option) går inte ihop med --server: nyckeln och portalen avgör det.",
            en: "\(option) does not go with --server: the key and the portal decide that.")
    }
}
