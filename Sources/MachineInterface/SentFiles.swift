import Checking
import Foundation
import Hummingbird
import Intake
import Register
import Secrets
import Tabular
import Vocabulary
import Web

/// Files in the body of a request: one as it is, or several in a form.
struct SentFiles: Sendable {
    /// In the order sent.
    let files: [InputFile]
    /// What the sender says to warnings.
    let confirmations: [Submission.Confirmation]

    /// A file may be this large.
    static let bytesPerFile = UploadLimits().bytesPerFile
    /// So many files may be sent at once.
    static let most = Intake.Limits().files

    /// What a body that is nothing but a file may say it is, and what the file is then called.
    static let kinds: KeyValuePairs<String, String> = [
        "text/csv": "fil.csv", "text/plain": "fil.txt", "text/tab-separated-values": "fil.txt",
        "application/vnd.ms-excel": "fil.csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "fil.xlsx",
        "application/vnd.ms-excel.sheet.macroenabled.12": "fil.xlsm", "application/octet-stream": "fil",
    ]
    /// A form with files.
    static let form = "multipart/form-data"

    /// Reads the body of `call` by way of the disk.
    static func read(_ call: Call, into folder: UploadFolder) async throws -> SentFiles {
        guard let kind = ContentType.essence(of: call.request) else { throw Problem(.unsupportedContent) }
        let rules = try rules(call.query.values("confirm"))
        if kind == form { return try await readForm(call.request, folder, rules) }
        guard let name = kinds.first(where: { $0.key == kind })?.value else { throw Problem(.unsupportedContent) }
        let file = try await UploadedFile.read(call.request, into: folder, limit: bytesPerFile)
        return SentFiles(files: [try input(file, name)], confirmations: rules)
    }

    private static func readForm(
        _ request: Request, _ folder: UploadFolder, _ rules: [Submission.Confirmation]
    ) async throws -> SentFiles {
        let limits = UploadLimits(bytesPerFile: bytesPerFile, files: most, fields: 2)
        let form = try await UploadedForm.read(request, into: folder, limits: limits)
        guard form.form.fields.allSatisfy({ $0.name == "confirmations" }), form.form.fields.count <= 1 else {
            throw Problem.invalid(
                "confirmations", sv: "Formuläret har filer, och högst ett fält: confirmations.",
                en: "The form has files, and at most one field: confirmations.")
        }
        guard !form.files.isEmpty else { throw Problem.noFiles }
        return SentFiles(
            files: try form.files.map { try input($0, $0.plainName) },
            confirmations: rules + (try form["confirmations"].map(confirmations) ?? []))
    }

    private static func input(_ file: UploadedFile, _ name: String) throws -> InputFile {
        // The mapping outlives the file's name on the disk, which goes when the upload does.
        InputFile(name: name, bytes: try file.use { try FileBytes(path: $0.path, limit: bytesPerFile) })
    }

    // MARK: Confirmations

    private static func rules(_ ids: [String]) throws(Problem) -> [Submission.Confirmation] {
        try ids.map { id throws(Problem) in
            guard isRule(id) else {
                throw .invalid("confirm", sv: "Ange regler, till exempel V03.", en: "Give rules, for example V03.")
            }
            return Submission.Confirmation(rule: id)
        }
    }

    private static func confirmations(_ text: String) throws(Problem) -> [Submission.Confirmation] {
        guard let list = (try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)))?.list else {
            throw .invalid("confirmations", sv: "Skriv en lista i JSON.", en: "Write a list in JSON.")
        }
        return try list.map { item throws(Problem) in
            let members = item.members ?? [:]
            guard let rule = members["rule"]?.text, isRule(rule),
                members.allSatisfy({ ["rule", "table", "value", "reason"].contains($0) && $1.text != nil })
            else {
                throw .invalid(
                    "confirmations",
                    sv: "Varje svar har rule, till exempel V03, och om ni vill table, value och reason, alla som text.",
                    en: "Each answer has rule, for example V03, and if you wish table, value and reason, all as text.")
            }
            // Before any of it is kept.
            guard members.values.allSatisfy({ ($0.text ?? "").count <= longestText }) else {
                throw .invalid(
                    "confirmations", sv: "En text får vara högst \(longestText) tecken. Korta den.",
                    en: "A text may be at most \(longestText) characters. Shorten it.")
            }
            guard !members.values.contains(where: { IdentityNumber.looksLikeOne(in: $0.text ?? "") }) else {
                throw .invalid(
                    "confirmations",
                    sv: "Det ser ut att finnas ett personnummer i ett svar. Skriv utan personuppgifter.",
                    en: "There seems to be an identity number in an answer. Write without personal data.")
            }
            return Submission.Confirmation(
                rule: rule, table: members["table"]?.text, subject: members["value"]?.text,
                reason: members["reason"]?.text ?? "")
        }
    }

    private static let longestText = Intake.Limits().text

    private static func isRule(_ text: String) -> Bool { text.wholeMatch(of: /[A-Z][0-9]{2}/) != nil }

    /// What is asked for by sending these, in a line each: what an errand's content is.
    var content: [String] {
        let digests = files.map { file in file.bytes.withBytes { Digest.hexadecimal($0.bindMemory(to: UInt8.self)) } }
        return digests
            + confirmations.map { "\($0.rule)\t\($0.table ?? "")\t\($0.subject ?? "\n")\t\($0.reason)" }.sorted()
    }
}
