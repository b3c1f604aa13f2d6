import Foundation
import Publication
import Register
import Secrets
import Tabular
import Transfer
import Vocabulary

/// Files on their way to a portal.
struct PortalDelivery {
    /// Without folder.
    let files: [(name: String, bytes: FileBytes)]
    let collection: String?
    let month: String?
    let confirmations: [Submission.Confirmation]

    /// The files at `paths`, in the order given.
    init(
        _ paths: [String], collection: String?, month: String?, confirmations: [Submission.Confirmation],
        _ language: Language
    ) throws(Refusal) {
        var files: [(String, FileBytes)] = []
        for path in paths {
            do throws(FileBytes.Failure) {
                files.append((URL(filePath: path).lastPathComponent, try FileBytes(path: path, limit: .max)))
            } catch {
                throw Refusal(error, path: path, language)
            }
        }
        self.files = files
        self.collection = collection
        self.month = month
        self.confirmations = confirmations
    }

    /// Delivers by `client`, and waits until the portal has judged the files. `again` makes it an errand of its own, also
    /// where the same has been delivered before; so does the authority by returning it.
    func deliver(by client: PortalClient, again: Bool, _ language: Language) async throws -> PortalAnswer {
        let form = FormFile()
        defer { form.remove() }
        try form.write(files, fields: [("confirmations", try answers())])
        let answer = try await deliver(form, by: client, key: try key(again: again), language)
        guard case .receipt(let receipt, _) = answer, receipt.isWaitedFor else { return answer }
        return try await deliver(form, by: client, key: try key(again: true), language)
    }

    private func deliver(
        _ form: FormFile, by client: PortalClient, key: String, _ language: Language
    ) async throws -> PortalAnswer {
        var query: [URLQueryItem] = []
        if let collection { query.append(URLQueryItem(name: "collection", value: collection)) }
        if let month { query.append(URLQueryItem(name: "month", value: month)) }
        var response = try await client.send(
            "POST", "deliveries", query: query,
            headers: ["Content-Type": form.contentType, "Idempotency-Key": key], body: .file(form.url))
        for _ in 0..<Self.mostQuestions {
            guard let answer = PortalAnswer(response) else {
                throw Refusal(
                    response.status >= 500 ? 75 : 70, language,
                    sv: "Portalen svarade något som inte går att förstå (\(response.status)). Är adressen rätt?",
                    en:
                        "The portal answered something that cannot be understood (\(response.status)). Is the address right?"
                )
            }
            guard case .checking(let id) = answer else { return answer }
            try await Task.sleep(for: .seconds(2))
            response = try await client.send("GET", "submissions/\(id)")
        }
        throw Refusal(
            75, language, sv: "Kontrollen tar lång tid. Kör samma kommando igen om en stund.",
            en: "The check takes long. Run the same command again in a while.")
    }

    /// Ten minutes.
    private static let mostQuestions = 300

    private func answers() throws -> String {
        struct Answer: Encodable {
            let rule: String
            let reason: String
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let list = confirmations.map { Answer(rule: $0.rule, reason: $0.reason) }
        return String(decoding: try encoder.encode(list), as: UTF8.self)
    }

    /// The same for the same files and answers, so that a job that was cut off can be run again.
    private func key(again: Bool) throws -> String {
        if again { return Token.random().text }
        let digests = files.map { file in
            file.bytes.withBytes { Digest.hexadecimal($0.bindMemory(to: UInt8.self)) }
        }
        let content = ["underlag submit", collection ?? "", month ?? "", try answers()] + digests
        return Digest.hexadecimal(content.joined(separator: "\n"))
    }
}

extension ReceiptRecord {
    /// Whether it has been returned and nothing has come instead.
    fileprivate var isWaitedFor: Bool { returned == true && tables.contains(where: \.current) }
}

/// A form with files, written where it can be sent from.
private struct FormFile {
    let url = FileManager.default.temporaryDirectory.appending(path: "underlag-\(UUID()).form")
    private let boundary = "underlag-\(UUID())"

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    func write(_ files: [(name: String, bytes: FileBytes)], fields: [(name: String, value: String)]) throws {
        guard
            FileManager.default.createFile(
                atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteNoPermission) }
        let file = try FileHandle(forWritingTo: url)
        defer { try? file.close() }
        func write(_ text: String) throws { try file.write(contentsOf: Data(text.utf8)) }
        for field in fields {
            try write(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n")
        }
        for (name, bytes) in files {
            try write(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(Self.quoted(name))\"\r\n")
            try write("Content-Type: application/octet-stream\r\n\r\n")
            try bytes.withBytes { try file.write(contentsOf: Data($0)) }
            try write("\r\n")
        }
        try write("--\(boundary)--\r\n")
    }

    func remove() { try? FileManager.default.removeItem(at: url) }

    /// As browsers write it.
    private static func quoted(_ name: String) -> String {
        name.replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }
}
