public import ArgumentParser
import Checking
import Definitions
import Foundation
import Publication
import Register
import Vocabulary

/// `underlag submit`: judges files, keeps them, prints receipts.
public struct SubmitCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Lämna in filer: kontrollera, spara och få kvitto.",
        discussion: """
            Inget sparas om något är fel eller en varning inte är bekräftad. Ett kvitto skrivs först när uppgifterna \
            finns på disk. Slutar med samma tal som check; 0 när allt är inlämnat. Med --server dessutom 69 om portalen \
            inte svarar, 75 om kommandot kan köras igen om en stund och 77 om nyckeln inte gäller.
            """)

    @OptionGroup var judging: JudgeOptions
    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String?
    @OptionGroup var portal: ServerOptions

    @Option(
        name: .customLong("confirm"),
        help: ArgumentHelp(
            "Bekräfta varningarna från en regel, med skäl om du vill: V03:\"insatsen är kommunens\".",
            valueName: "rule[:reason]"))
    var confirmations: [String] = []

    @OptionGroup var who: SenderOptions
    @Option(help: "Form: text eller json.") var format: AnswerFormat = .text
    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        switch (data, portal.server) {
        case (let data?, nil):
            var options = RegisterOptions()
            (options.data, options.format, options.language) = (data, format, language)
            try await submit(options)
        case (nil, let server?): try await deliver(to: server)
        case (nil, nil), (.some, .some):
            throw Refusal(
                64, language, sv: "Ange antingen --data MAPP eller --server ADRESS.",
                en: "Give either --data FOLDER or --server ADDRESS."
            ).told()
        }
    }

    private func submit(_ options: RegisterOptions) async throws {
        try await options.withRegister(creating: true) { register in
            let (files, request) = try judging.request(language)
            try refuseMonthToCome(request.month)
            let checked = try await DeliveryJudge(register: register, request: request).judge(files)
            let verdicts = checked.flatMap(\.verdicts)
            let text = VerdictText(language, collections: request.collections)
            let confirmations = self.confirmations.map(Self.confirmation)
            try Self.refuseUnknown(confirmations, request.collections, verdicts, language)
            guard checked.exitStatus < 2 else {
                Self.tell(notApproved: text.text(verdicts.filter { $0.outcome == .notApproved }), language)
                throw ExitCode(checked.exitStatus)
            }
            var receipts: [Receipt] = []
            for (id, files) in Self.byCollection(checked) {
                guard let collection = request.collections.first(where: { $0.id == id }) else { continue }
                let submission = Submission(
                    collection: id, isIncrement: collection.kind == .extraction, definitionVersion: collection.version,
                    files: files, sender: who.sender,
                    confirmations: confirmations)
                do throws(RegisterError) {
                    receipts += try await register.submit(submission)
                } catch {
                    guard case .unconfirmed(let warnings) = error else { throw error }
                    Self.tell(warnings.map { ($0.finding.rule, $0.finding.message, $0.finding.remedy) }, language)
                    throw ExitCode(1)
                }
            }
            if format == .text, receipts.count <= Self.mostPrinted, let repairs = text.repairs(verdicts) {
                print(repairs)
            }
            try tell(receipts, request.collections, answered: Set(confirmations.map(\.rule)), options)
        }
    }

    private func refuseMonthToCome(_ month: Month?) throws {
        guard let month, month > Day(Date()).month else { return }
        throw Refusal(
            64, language,
            sv: "\(month.fullName(.sv).capitalised) har inte varit än. Ange leveransens månad med --month.",
            en: "\(month.fullName(.en)) has not been yet. Give the month of the delivery with --month.")
    }

    private func tell(
        _ receipts: [Receipt], _ collections: [Definitions.Collection], answered: Set<String>,
        _ options: RegisterOptions
    ) throws {
        func collection(_ receipt: Receipt) -> Definitions.Collection? {
            collections.first { $0.id == receipt.collection }
        }
        guard receipts.count > Self.mostPrinted, format == .text else {
            try options.print(
                receipts.map { ReceiptRecord($0) },
                or: receipts.map { $0.text(language, of: collection($0), answered: answered) }.joined(separator: "\n\n")
            )
            return
        }
        for receipt in receipts {
            let rows = receipt.parts.map { part in
                "\(part.table) \(part.rows) \(collection(receipt)?.table(part.table)?.unit[language] ?? "")"
            }.joined(separator: ", ")
            print("\(receipt.number)  \(receipt.municipality.name)  \(rows)  \(receipt.checksum)")
        }
    }

    /// Receipts beyond this many are printed a line each.
    private static let mostPrinted = 10

    private static func byCollection(_ checked: [CheckedFile]) -> [(String, [Submission.File])] {
        let ids = Set(checked.flatMap(\.verdicts).map(\.collection)).sorted()
        return ids.map { id in
            (
                id,
                checked.compactMap { file in
                    let own = file.verdicts.filter { $0.collection == id }
                    return own.isEmpty ? nil : Submission.File(name: file.name, bytes: file.bytes, verdicts: own)
                }
            )
        }
    }

    static func confirmation(_ text: String) -> Submission.Confirmation {
        let parts = text.split(separator: ":", maxSplits: 1)
        return Submission.Confirmation(
            rule: String(parts.first ?? ""), reason: parts.count > 1 ? String(parts[1]) : "")
    }

    /// Refuses an answer to a rule that no warning comes from, most likely mistyped.
    private static func refuseUnknown(
        _ confirmations: [Submission.Confirmation], _ collections: [Definitions.Collection], _ verdicts: [Verdict],
        _ language: Language
    ) throws(Refusal) {
        var known = Set(verdicts.flatMap { $0.findings.of(.warning).map(\.rule) })
        for rule in collections.flatMap(\.tables).flatMap(\.rules) where rule.severity == .warning {
            known.insert(rule.id)
            // The same rule, when the text belongs to one of the codes.
            if case .freeText = rule.kind { known.insert("V06") }
        }
        guard let unknown = confirmations.first(where: { !known.contains($0.rule) })?.rule else { return }
        let rules = known.sorted().joined(separator: ", ")
        throw Refusal(
            64, language, sv: "Det finns ingen varning \(unknown) att bekräfta. Varningarna är \(rules).",
            en: "There is no warning \(unknown) to confirm. The warnings are \(rules).")
    }

    /// What stops the delivery.
    static func tell(notApproved text: String, _ language: Language) {
        print(text, terminator: "")
        print(
            language == .sv
                ? "\nInget är inlämnat. Rätta felen och lämna in hela filen igen."
                : "\nNothing is submitted. Mend the errors and submit the whole file again.")
    }

    /// What there is to answer first.
    static func tell(_ warnings: [(rule: String, message: String, remedy: String)], _ language: Language) {
        print(
            language == .sv
                ? "Inget är inlämnat än. Svara först på varningarna:"
                : "Nothing is submitted yet. Answer the warnings first:")
        for warning in warnings.prefix(20) {
            print("  \(warning.rule)  \(warning.message) \(warning.remedy)")
        }
        if warnings.count > 20 {
            print(language == .sv ? "  och \(warnings.count - 20) till" : "  and \(warnings.count - 20) more")
        }
        let rules = Set(warnings.map(\.rule)).sorted().map {
            "--confirm \($0):\(language == .sv ? "skäl" : "reason")"
        }
        print(
            language == .sv
                ? "Stämmer uppgifterna, lämna in igen med \(rules.joined(separator: " "))"
                : "If the figures are right, submit again with \(rules.joined(separator: " "))")
    }
}
