import Checking
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("Files that mean harm, or are broken")
struct HostileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A sound workbook of two households.
    private func workbook() throws -> [UInt8] {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Mars")
        let lines = Judging.text(["reg_0=X", "reg_1=5"], header: Judging.insatser).split(separator: "\n")
        for (row, line) in lines.enumerated() {
            for (column, text) in line.split(separator: ";", omittingEmptySubsequences: false).enumerated()
            where !text.isEmpty {
                try sheet.write(String(text), row: row + 1, column: column)
            }
        }
        return try workbook.finish()
    }

    /// The one finding on a file that cannot be read, having seen that it says what to do.
    private func refusal(
        _ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits(), sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finding {
        var request = try Judging(keeps: true).request()
        request.limits = limits
        let file = await Check.files([InputFile(name: "fil", bytes: FileBytes(bytes))], as: request)[0]
        #expect(file.problem != nil, sourceLocation: sourceLocation)
        #expect(file.verdicts.count == 1, sourceLocation: sourceLocation)
        #expect(file.verdicts[0].outcome == .notApproved, sourceLocation: sourceLocation)
        #expect(file.verdicts[0].columns == nil, sourceLocation: sourceLocation)
        #expect(file.verdicts[0].findings.count == 1, sourceLocation: sourceLocation)
        let finding = try #require(file.verdicts[0].findings.first, sourceLocation: sourceLocation)
        #expect(finding.message.hasSuffix(".") && !finding.message.contains("{"), sourceLocation: sourceLocation)
        #expect(finding.remedy.hasSuffix(".") && !finding.remedy.contains("{"), sourceLocation: sourceLocation)
        return finding
    }

    @Test(
        "Other spreadsheets are named, and how to save them as xlsx",
        .enabled(if: LibreOffice.isPresent, Comment(rawValue: LibreOffice.absence)),
        arguments: [("ods", "OpenDocument (ods)"), ("xls", "Excels gamla format (xls)")])
    func otherFormats(format: String, name: String) async throws {
        let file = folder.file("a.xlsx")
        try Data(workbook()).write(to: file)
        let other = try LibreOffice.convert(file, to: format)
        let finding = try await refusal(Array(Data(contentsOf: other)))
        #expect(finding.rule == "F03")
        #expect(finding.message == "Filen är sparad i \(name).".replacing("i OpenDocument", with: "som OpenDocument"))
        #expect(finding.remedy.contains("xlsx"))
    }

    @Test("A workbook cut anywhere is damaged, empty or no table, never a verdict on half of it")
    func truncated() async throws {
        let whole = try workbook()
        #expect(try await Judging().file(whole).verdicts.map(\.places) == [[]])
        let cuts =
            [0, 4, 29, 30, 100] + stride(from: 200, to: whole.count, by: 311) + [
                whole.count - 22, whole.count - 1,
            ]
        for cut in cuts {
            let finding = try await refusal(Array(whole[..<cut]))
            #expect(["F02", "F03"].contains(finding.rule), "cut at \(cut)")
            if cut > 30 { #expect(finding.message == "Filen är skadad eller inte hel.", "cut at \(cut)") }
        }
    }

    @Test("A workbook with any byte changed is a verdict or a refusal, never a trap")
    func damaged() async throws {
        let whole = try workbook()
        var random = InvarianceTests.Sown(state: 7)
        for _ in 0..<300 {
            var bytes = whole
            bytes[Int(random.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: random.next())
            let file = try await Judging(keeps: true).file(bytes)
            #expect(file.verdicts.count == 1)
        }
    }

    @Test(
        "What unpacks to more than the limit is refused, and how to mend it said",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func bomb() async throws {
        let file = folder.file("bomb.xlsx")
        try Data(workbook()).write(to: file)
        // The sheet itself, so that only unpacking shows it; then its directory lies about the size.
        try Python.run(
            """
            import sys, zipfile, struct
            old = zipfile.ZipFile(sys.argv[1])
            parts = {i.filename: old.read(i) for i in old.infolist()}
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as new:
                for name, text in parts.items():
                    if name.endswith("sheet1.xml"): text = text.replace(b"</sheetData>", b" " * (40 << 20) + b"</sheetData>")
                    new.writestr(name, text)
            """, file.path)
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(bytes.count < 1 << 20)
        var limits = ReadingLimits()
        limits.unpackedBytes = 20 << 20
        let finding = try await refusal(bytes, limits)
        #expect(finding.rule == "F03")
        #expect(finding.message == "Filen blir orimligt stor när den packas upp.")
        // Blanks that the limit allows are only blanks.
        #expect(try await Judging().file(bytes).verdicts.map(\.rows) == [2])
    }

    @Test(
        "XML entities are refused in the sheet that is judged",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func entities() async throws {
        let file = folder.file("entities.xlsx")
        try Data(workbook()).write(to: file)
        try Python.run(
            """
            import sys, zipfile
            old = zipfile.ZipFile(sys.argv[1])
            parts = {i.filename: old.read(i) for i in old.infolist()}
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as new:
                for name, text in parts.items():
                    if name.endswith("sheet1.xml"):
                        head, rest = text.split(b"<worksheet", 1)
                        laughs = b'<!ENTITY a0 "ha">' + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
                        text = head + b"<!DOCTYPE worksheet [" + laughs + b"]><worksheet" + rest.replace(b"<sheetData>", b"<sheetData><!-- &a9; -->")
                    new.writestr(name, text)
            """, file.path)
        let finding = try await refusal(Array(Data(contentsOf: file)))
        #expect(finding.rule == "F03")
        #expect(finding.message.contains("XML-entiteter"))
    }

    @Test("Over the limit by a byte is too large, at the limit is not")
    func size() async throws {
        let text = Array(Judging.text(["reg_0=X"], header: Judging.insatser).utf8)
        var limits = ReadingLimits()
        limits.fileBytes = text.count - 1
        #expect(try await refusal(text, limits).rule == "F04")
        var request = try Judging().request()
        request.limits.fileBytes = text.count
        let file = await Check.files([InputFile(name: "fil", bytes: FileBytes(text))], as: request)[0]
        #expect(file.verdicts.map(\.rows) == [1])
    }

    @Test("A quote that is never closed is a letter of its cell, and the rows after it are read")
    func unclosedQuote() async throws {
        var rows = (1...4_000).map { _ in "reg_0=X" }
        rows[0] = "reg_8=X|ovrig_text=\"aldrig stängd"
        let verdict = try await Judging(keeps: true).verdicts(Judging.text(rows, header: Judging.insatser))[0]
        #expect(verdict.rows == 4_000)
        #expect(verdict.places == [])
        guard case .texts(let indices, let dictionary) = verdict.columns?["ovrig_text"]?.values else {
            Issue.record("no texts")
            return
        }
        #expect(dictionary == ["\"aldrig stängd"])
        #expect(indices.first == 1 && indices.dropFirst().allSatisfy { $0 == 0 })
    }

    @Test("A quoted cell of megabytes is one fault, with the text cut short")
    func hugeCell() async throws {
        for closed in [true, false] {
            let long = "\"" + String(repeating: "å", count: 1 << 20) + (closed ? "\"" : "")
            let rows = ["reg_0=X", "reg_8=X|ovrig_text=" + long, "reg_0=X"]
            let verdict = try await Judging().verdicts(Judging.text(rows, header: Judging.insatser))[0]
            #expect(verdict.rows == 3)
            #expect(verdict.places == ["R10 V3"])
            let finding = verdict.findings[0]
            #expect(finding.message.utf8.count < 1_000)
            #expect((finding.value?.utf8.count ?? 0) < 10_000)
        }
    }

    @Test("A million columns in a row are too many cells, and in the header no table")
    func columns() async throws {
        let text = Judging.text(["reg_0=X", "reg_0=X"], header: Judging.insatser)
        let wide = text + "2013-03;0180;0003;X" + String(repeating: ";a", count: 1_000_000) + "\n"
        let verdict = try await Judging().verdicts(wide)[0]
        #expect(verdict.rows == 3)
        #expect(verdict.places.first == "R18")
        #expect(verdict.findings.first?.message.contains("1000004 celler") == true)
        let header = try await Judging().verdicts(String(repeating: "a;", count: 1_000_000) + "\n1;2\n")
        #expect(header.map(\.places) == [["F11"]])
        let blank = try await Judging().verdicts(String(repeating: ";", count: 1_000_000) + "\n1;2\n")
        #expect(blank.map(\.outcome) == [.notApproved])
    }

    @Test("NUL bytes make a file no table, wherever they stand")
    func nulBytes() async throws {
        let text = Array(Judging.text(["reg_0=X", "reg_8=X|ovrig_text=Kurs"], header: Judging.insatser).utf8)
        for place in [0, 10, text.count / 2, text.count - 3] {
            var bytes = text
            bytes.insert(0, at: place)
            let file = try await Judging(keeps: true).file(bytes)
            #expect(file.verdicts.count == 1)
            // Either it is said not to be a table, or the cell it stands in is at fault.
            #expect(file.verdicts[0].outcome == .notApproved, "NUL at \(place)")
        }
        #expect(try await refusal([UInt8](repeating: 0, count: 1 << 20)).rule == "F03")
    }

    @Test("Any bytes are a verdict or a refusal, never a trap")
    func anyBytes() async throws {
        var random = InvarianceTests.Sown(state: 11)
        let pieces: [[UInt8]] = [
            Array(";".utf8), Array("\n".utf8), Array("\"".utf8), Array("\r".utf8), [0], [0xFF, 0xFE],
            [0xEF, 0xBB, 0xBF],
            Array("2013-03".utf8), Array("0180".utf8), Array("X".utf8), Array(Judging.insatser.utf8),
            Array("99999999999999999999".utf8), Array("-".utf8), [0xA0], [0xC3], Array("19121212-1212".utf8),
            Array("PK\u{3}\u{4}".utf8), Array("mars".utf8), Array("Summa".utf8), Array(",".utf8), Array("\t".utf8),
        ]
        for _ in 0..<600 {
            var bytes = random.next() % 2 == 0 ? [] : Array((Judging.insatser + "\n").utf8)
            for _ in 0..<random.next() % 60 { bytes += pieces[Int(random.next() % UInt64(pieces.count))] }
            let file = try await Judging(all: random.next() % 2 == 0, keeps: true).file(bytes)
            #expect(file.verdicts.allSatisfy { $0.outcome == .notApproved || $0.columns != nil })
            for finding in file.verdicts.flatMap({ Array($0.findings) + Array($0.repairs) }) {
                // Between other digits it is no identity number.
                let texts = [finding.message, finding.value ?? "", finding.column ?? ""] + finding.own.map(\.column)
                for text in texts + finding.own.map(\.value) {
                    #expect(!text.contains(/(?:^|[^0-9])19121212-1212(?![0-9])/), "\(finding.rule)")
                }
                #expect(!finding.message.contains("{"))
            }
        }
    }

    @Test("An identity number among the headers is not said back, nor what stands under it")
    func headers() async throws {
        let missing = try await Judging(table: "avslutsorsaker").verdicts(
            "Mätmånad;19121212-1212;Länkommunkod\n2013-03;1;0180\n")[0]
        #expect(missing.places == ["F07"])
        #expect(missing.findings[0].message.contains("Vi hittade i stället: …."))
        let own = try await Judging().verdicts(
            Judging.avslut + ";19121212-1212\n2013-03;0180;0001;13;;1;191212121212\n")[0]
        // The header's own row first, then the cells.
        #expect(own.places == ["R08", "R01 D2", "R08 G2"])
        #expect(own.findings[0].row == 1)
        #expect(own.findings[2].column == "…")
        #expect(own.findings.allSatisfy { $0.own.isEmpty && $0.value != "191212121212" })
    }

    @Test(
        "Marks alone are no month, no municipality and no number",
        arguments: ["-", "–", "?", "...", "/", "\u{200B}", "'"])
    func marksAlone(text: String) async throws {
        for field in ["manad", "kommun", "lopnr", "reg_0", "reg_1"] {
            let verdict = try await Judging(municipality: "0180", month: "2013-03").insatser(
                "reg_0=X", "reg_2=X|\(field)=\(text)")
            #expect(verdict.rows == 2)
            if text != "\u{200B}" { #expect(verdict.outcome == .notApproved, "\(field)") }
        }
    }
}
