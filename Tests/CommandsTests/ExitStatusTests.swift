import Foundation
import TestSupport
import Testing

@Suite("Exit statuses")
struct ExitStatusTests {
    private let files: CheckFiles

    init() throws { files = try CheckFiles() }

    /// The status, having seen that what is refused is said on standard error and nothing is answered.
    private func refused(_ arguments: String..., saying word: String = "") throws -> Int32 {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.output.isEmpty, "\(arguments)")
        #expect(
            word.isEmpty ? !outcome.messages.isEmpty : outcome.messages.contains(word),
            "\(arguments): \(outcome.messages)")
        return outcome.status
    }

    @Test("What came of the files decides, the gravest of them")
    func outcomes() throws {
        let (approved, warned, faulty) = (try files.approved(), try files.warned(), try files.faulty())
        func status(_ paths: String...) throws -> Int32 { try BuiltProgram.run(["check"] + paths).status }
        #expect(try status(approved) == 0)
        #expect(try status(warned) == 1)
        #expect(try status(faulty) == 2)
        let april = try files.reasons("april.csv", month: "2013-04", ["0001;4;;4;Ä1", "0002;11;4;1;Ä2"])
        #expect(try status(approved, april) == 1)
        // The same municipality and month twice cannot both be meant.
        #expect(try status(approved, warned) == 2)
        #expect(try status(warned, faulty, approved) == 2)
        for format in ["json", "csv"] {
            #expect(try BuiltProgram.run("check", warned, "--format", format).status == 1)
        }
    }

    @Test("A file that cannot be read is 65, whatever the others are")
    func unreadable() throws {
        let empty = try files.write("tom.csv", Data())
        let picture = try files.write("bild.xlsx", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]))
        for path in [empty, picture] {
            let outcome = try BuiltProgram.run("check", path)
            #expect(outcome.status == 65)
            #expect(outcome.output.contains("F0"))
        }
        #expect(try BuiltProgram.run("check", try files.faulty(), picture).status == 65)
        #expect(try BuiltProgram.run("check", picture, "--format", "xlsx", "-o", files.path("svar.xlsx")).status == 65)
        #expect(!FileManager.default.fileExists(atPath: files.path("svar.xlsx")))
    }

    @Test("What is no table, though it can be read, is not approved")
    func noTable() throws {
        #expect(try BuiltProgram.run("check", try files.write("brev.txt", ["Hej", "på", "dig"])).status == 2)
        #expect(try BuiltProgram.run("check", try files.write("a.csv", ["Namn;Adress", "A;B"])).status == 2)
    }

    @Test("A file that is not there is 66, and so is a folder")
    func missing() throws {
        #expect(
            try refused(
                "serve", "--data", files.path("portal"), "--smtp-host", "localhost", "--smtp-ca-file",
                files.path("saknas.pem"), saying: "--smtp-ca-file") == 66)
        #expect(try refused("check", files.path("saknas.csv"), saying: "saknas.csv finns inte") == 66)
        #expect(try refused("check", files.folder.url.path, saying: "mapp") == 66)
        #expect(try refused("check", try files.approved(), files.path("saknas.csv"), saying: "saknas.csv") == 66)
        #expect(
            try refused("check", files.path("saknas.csv"), "--language", "en", saying: "There is no file") == 66)
        let data = files.path("register")
        #expect(try refused("submit", files.path("saknas.csv"), "--data", data, saying: "saknas.csv") == 66)
    }

    @Test("A call that cannot be meant is 64")
    func usage() throws {
        let path = try files.approved()
        #expect(try refused("check") == 64)
        #expect(try refused("check", path, "--nonsens") == 64)
        #expect(try refused("check", path, "--format", "pdf") == 64)
        #expect(try refused("check", path, "--language", "fi") == 64)
        #expect(try refused("check", path, "--municipality", "9999", saying: "9999 finns inte") == 64)
        #expect(try refused("check", path, "--municipality", "Uppsala", saying: "fyra siffror") == 64)
        #expect(try refused("check", path, "--month", "2013-05", saying: "2013-03, 2013-04") == 64)
        #expect(try refused("check", path, "--collection", "annan", saying: "testinsamling-2013") == 64)
        #expect(try refused("check", path, "--table", "annan", saying: "insatser") == 64)
        #expect(try refused("check", path, "--format", "xlsx", saying: "-o") == 64)
        #expect(try refused("submit", path) == 64)
        #expect(try refused("nonsens") == 64)
    }

    @Test("An answer is never written over a file it is about, whatever the path and the form")
    func overwriting() throws {
        let path = try files.approved()
        let other = try files.warned()
        let bytes = try Data(contentsOf: URL(filePath: path))
        let link = files.path("länk.csv")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let folder = files.folder.url.path
        for output in [path, link, "\(folder)/./godkänd.csv"] {
            for format in ["text", "json", "csv", "xlsx"] {
                #expect(
                    try refused("check", path, "--format", format, "-o", output, saying: "skriva över din fil") == 64)
            }
        }
        #expect(try refused("check", other, path, "-o", path, saying: "skriva över") == 64)
        // Several files' workbooks are called as the files are.
        let book = try files.write("bok.xlsx", Data("inte en arbetsbok".utf8))
        #expect(try refused("check", book, path, "--format", "xlsx", "-o", folder, saying: "bok.xlsx") == 64)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        #expect(try BuiltProgram.run("check", path, other, "--format", "xlsx", "-o", folder).status == 2)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test("A municipality that does not exist is answered alike by every command")
    func municipality() throws {
        let data = files.path("register")
        let answer = "Kommunkoden 9999 finns inte. Ange fyra siffror, till exempel 0180.\n"
        let reported = ["testinsamling-2013", "--municipality", "9999", "--data", data]
        for arguments in [
            ["check", try files.approved(), "--municipality", "9999"],
            ["submit", try files.approved(), "--municipality", "9999", "--data", data],
            ["template", "testinsamling-2013", "--table", "insatser", "--municipality", "9999"],
            ["nothing-to-report"] + reported + ["--month", "2013-03"], ["decline"] + reported + ["--reason", "tid"],
            ["comment"] + reported + ["--text", "insatser=Bra"],
            ["deliveries", "--municipality", "9999", "--data", data],
        ] {
            let outcome = try BuiltProgram.run(arguments)
            #expect(outcome.status == 64, "\(arguments)")
            #expect(outcome.messages == answer, "\(arguments)")
        }
    }

    @Test("The version is told")
    func version() throws {
        let outcome = try BuiltProgram.run("--version")
        #expect(outcome.status == 0 && outcome.output == "0.1.0\n")
    }

    @Test("An answer that cannot be written is 70", arguments: ["text", "json", "csv", "xlsx"])
    func unwritable(format: String) throws {
        let path = try files.approved()
        let nowhere = files.path("ingen/svar")
        #expect(try refused("check", path, "--format", format, "-o", nowhere, saying: "skriva till \(nowhere)") == 70)
        #expect(try refused("check", path, "--format", format, "-o", "/dev/full", saying: "/dev/full") == 70)
    }

    @Test("A folder that cannot be made for several workbooks is 70")
    func unwritableFolder() throws {
        let blocking = try files.write("svar", ["en fil"])
        #expect(
            try refused(
                "check", try files.approved(), try files.warned(), "--format", "xlsx", "-o", blocking,
                saying: blocking) == 70)
    }

    @Test("Standard output that takes no more is 70")
    func fullOutput() throws {
        let path = try files.faulty()
        let shell = URL(filePath: "/bin/sh")
        let full = try Program.outcome(
            shell, ["-c", "\"$0\" check \"$1\" --format json > /dev/full", BuiltProgram.url.path, path])
        #expect(full.status == 70)
        #expect(full.messages.contains("stdout"))
    }

    // The pieces and not the texts are the arguments: a test's log names them.
    @Test(
        "A hostile file is answered in bounded memory",
        arguments: [
            ("", "a;", 4_000_000), (CheckFiles.reasons + "\n2013-03;0380;0001;1;;1;\"", "\n", 8_000_000),
            (CheckFiles.reasons + "\n", "x;x;x;x;x;x\n", 600_000),
        ])
    func bounded(head: String, piece: String, count: Int) throws {
        let text = head + String(repeating: piece, count: count)
        let path = try files.write("stor.csv", Data(text.utf8))
        // In KiB: the program itself maps some hundred MiB.
        let outcome = try Program.outcome(
            URL(filePath: "/bin/sh"),
            ["-c", "ulimit -v 1200000; exec \"$0\" check \"$1\" -o /dev/null", BuiltProgram.url.path, path])
        #expect(outcome.status == 2 || outcome.status == 0, "\(outcome.messages.prefix(400))")
    }
}
