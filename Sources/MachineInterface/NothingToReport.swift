import Accounts
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Intake
import NIOCore
import Publication
import Register
import Vocabulary
import Web

// That there was nothing to report.

extension MachineInterface {
    var nothingToReportEndpoint: Endpoint {
        Endpoint(
            id: "nothingToReport", method: .post, path: "nothing-to-report",
            title: Localized(sv: "Inget att rapportera", en: "Nothing to report"),
            about: Localized(
                sv: "Det antecknas som en leverans och ersätter det som lämnats förut för månaden.",
                en: "It is noted as a delivery and takes the place of what was delivered before for the month."),
            permission: .deliver, parameters: [.idempotencyKey],
            body: Endpoint.RequestBody(
                about: Localized(
                    sv: "Månaden, och om ni vill vilka tabeller det gäller.",
                    en: "The month, and if you wish which tables it is about."),
                kinds: [("application/json", .component("NothingToReport"))]),
            answers: [.receipt], problems: [.notOpen, .keyReused, .inProgress], run: nothingToReport)
    }

    private func nothingToReport(_ call: Call) async throws -> Response {
        let key = try call.idempotencyKey()
        let members = try await members(call.request)
        guard let month = members["month"]?.text.flatMap({ Month(iso: $0) }) else {
            throw Problem.invalid("month", sv: "Skriv månaden som 2013-04.", en: "Write the month as 2013-04.")
        }
        if let id = members["collection"], id.text == nil {
            throw Problem.invalid("collection", sv: "Skriv insamlingens id.", en: "Write the collection's id.")
        }
        let collection = try collection(members["collection"]?.text, having: month)
        let tables = try members["tables"].map { try self.tables($0, of: collection) }
        let content = ["nothing", collection.id, month.iso] + (tables?.sorted() ?? [])
        let errand = Errand(municipality: call.municipality, key: key, content: content.joined(separator: "\n"))
        return try await once(errand, call) { _ in
            try await refuseClosed(collection, month, of: call.municipality, at: call.now)
            let receipt = try await house.intake.nothingToReport(
                collection: collection.id, tables: tables, municipality: call.municipality, month: month,
                by: call.sender, at: call.now
            ) { try $0.end(errand, in: [$1.number]) }
            return try .created(receipt, text: receipt.text(call.language, of: collection))
        }
    }

    private func members(_ request: Request) async throws -> [String: JSON] {
        guard ContentType.essence(of: request) == "application/json" else { throw Problem(.unsupportedContent) }
        let bytes = try await BoundedBody.collect(request, limit: 64 << 10)
        let members = (try? JSONDecoder().decode(JSON.self, from: Data(bytes.readableBytesView)))?.members
        guard let members, Set(members.keys).isSubset(of: ["month", "collection", "tables"]) else {
            throw Problem.invalid(
                "body", sv: "Skriv ett objekt i JSON med month, och om ni vill collection och tables.",
                en: "Write an object in JSON with month, and if you wish collection and tables.")
        }
        return members
    }

    private func tables(_ value: JSON, of collection: Definitions.Collection) throws(Problem) -> [String] {
        let known = collection.tables.map(\.id)
        let tables = value.list?.compactMap(\.text) ?? []
        guard !tables.isEmpty, tables.count == value.list?.count, tables.allSatisfy(known.contains) else {
            let names = known.joined(separator: ", ")
            throw .invalid(
                "tables", sv: "Skriv en lista med en eller flera av \(names).",
                en: "Write a list of one or more of \(names).")
        }
        return tables
    }
}
