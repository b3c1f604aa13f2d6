import Foundation
import TestSupport
import Testing

@testable import Transfer

@Suite("What a mail looks like", .fewAtATime)
struct MailMessageTests {
    private func message(subject: String, name: String? = nil, text: String = "Hej\n", id: String = "1") throws
        -> MailMessage
    {
        MailMessage(
            from: try #require(MailAddress("underlag@myndighet.example", name: name)),
            to: try #require(MailAddress("anna.berg@kommun.example")), subject: subject, text: text,
            date: Date(timeIntervalSince1970: 1_365_059_520), id: id)
    }

    private static let names = [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    ]

    @Test(
        "Whatever is put in a header stays in it",
        arguments: [
            "Hej\r\nBcc: alla@kommun.example", "Hej\nBcc: x", "Hej\r\n\r\nBrev", "\0\u{7F}\u{85}\u{2028}x",
            "=?utf-8?Q?=0A?=",
            String(repeating: "Å", count: 300), String(repeating: "a ", count: 300), "Påminnelse\u{1F600}\r\n", "",
        ])
    func injection(text: String) throws {
        let head = String(decoding: try message(subject: text, name: text, id: text).bytes(.wire), as: UTF8.self)
            .components(separatedBy: "\r\n\r\n")[0]
        let lines = head.components(separatedBy: "\r\n")
        #expect(lines.filter { $0.first != " " }.map { $0.prefix { $0 != ":" } } == Self.names.map { $0[...] })
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
    }

    @Test("A reader of mail has back what was written, on the wire and in a file", .enabled(if: Python.isPresent))
    func readBack() throws {
        let texts = [
            "Påminnelse: ekonomiskt bistånd mars 2013, Upplands Väsby och Åmål", "=?utf-8?Q?=41?= bokstavligt",
            String(repeating: "\u{1F600}å", count: 60), String(repeating: "lång rad = ", count: 40),
            "Anna \"A\" Berg, <x>",
        ]
        let folder = try TemporaryFolder()
        for form in [MailMessage.Form.wire, .file] {
            for text in texts {
                // One word: this reader puts a space between two, against RFC 2047, 6.2.
                let name = String(text.prefix(3))
                let body = "\(text)\n\n.\nFrom här\nslut med mellanslag \n\(text)\n"
                try Data(try message(subject: text, name: name, text: body).bytes(form)).write(
                    to: folder.file("mail"))
                let read = try Python.run(
                    """
                    import email, email.policy, sys
                    mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
                    text = mail.get_content().replace("\\r\\n", "\\n")
                    sys.stdout.buffer.write("|".join([mail["subject"], mail["from"].addresses[0].display_name, text]).encode())
                    """, folder.file("mail").path)
                #expect(read == [text, name, body].joined(separator: "|"))
            }
        }
    }

    @Test(
        "Addresses are those that mail servers take",
        arguments: [
            ("anna.berg@kommun.example", true), ("a+b_c'd@xn--upplands-vsby-ncb.se", true), ("x@localhost", true),
            ("", false), ("anna", false), ("@kommun.se", false), ("anna@", false), ("anna@kommun", false),
            ("a@b@kommun.se", false), ("anna berg@kommun.se", false), ("anna@kommun..se", false),
            (".a@kommun.se", false),
            ("anna@kommun.se\r\nRCPT TO:<x@y.se>", false), ("<anna@kommun.se>", false), ("anna@[127.0.0.1]", false),
            ("åsa@kommun.se", false), ("\"a b\"@kommun.se", false),
            (String(repeating: "a", count: 65) + "@kommun.se", false),
        ])
    func addresses(text: String, isOne: Bool) { #expect((MailAddress(text) != nil) == isOne) }

    @Test("A folder has a file a mail, in order of time, for its owner's eyes")
    func folder() async throws {
        let folder = try TemporaryFolder()
        let mailer = try FolderMailer(folder: folder.file("post"))
        var message = try message(
            subject: "Påminnelse", text: "Hej Åsa!\nhttps://underlag.example/inbjudan/abc_-=\n", id: "B-2")
        try await mailer.send(message)
        // The same mail again, and an earlier one.
        try await mailer.send(message)
        message.date -= 60
        message.id = "../A\n"
        try await mailer.send(message)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("post").path).sorted()
        #expect(names == ["20130404T071100Z-A.eml", "20130404T071200Z-B-2.eml"])
        let file = folder.file("post").appending(path: names[1])
        #expect(
            try String(contentsOf: file, encoding: .utf8).hasSuffix(
                "8bit\n\nHej Åsa!\nhttps://underlag.example/inbjudan/abc_-=\n"))
        for (path, mode) in [(folder.file("post").path, 0o700), (file.path, 0o600)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
        }
        #expect(throws: TransferError.cannotUseFile) { try FolderMailer(folder: file) }
    }
}
