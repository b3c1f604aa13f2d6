import Checking
import Testing
import Vocabulary

@Suite("How columns are found")
struct HeaderTests {
    static let plain = Judging.text(["reg_2=15|med_0=X", "reg_8=X|ovrig_text=Kurs"], header: Judging.insatser)

    /// The same two households under other headers.
    static func with(_ header: String) -> String {
        header + "\n" + plain.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    }

    private static func numbered(_ name: String) -> String {
        (0...8).map { name.isEmpty ? String($0) : "\(name) \($0)" }.joined(separator: ";")
    }

    static let usual: [String] = [
        ["Mätmånad;Länkommunkod;Löpnr", numbered("Registerledare"), numbered("Medsökande"), "Övrig insats"],
        ["MÅNAD;Kommunkod;Löpnummer (hushåll)", numbered("Sökande kod"), numbered("medsök."), "Klartext"],
        [
            ";;;Registerledare;;;;;;;;;Medsökande;;;;;;;;;\nMät- månad;Län/ kommun- kod;Löpnr (hushåll)", numbered(""),
            numbered(""), "Beskriv övrig insats",
        ],
        ["Uppgifter om insatser\nStockholms stad\n\n" + Judging.insatser],
        ["sep=;\n" + Judging.insatser],
    ].map { (parts: [String]) in parts.joined(separator: ";") }

    @Test("Usual headers mean the same", arguments: usual)
    func variants(header: String) async throws {
        let judging = Judging(keeps: true)
        let plain = try await judging.verdicts(Self.plain)[0]
        let verdict = try await judging.verdicts(Self.with(header))[0]
        #expect(verdict.columns == plain.columns)
        #expect(verdict.repairs.isEmpty)
        #expect(plain.rows == 2)
    }

    @Test("Separators are told from the file", arguments: [",", "\t", "|"])
    func separators(separator: String) async throws {
        let judging = Judging(keeps: true)
        let verdict = try await judging.verdicts(Self.plain.replacing(";", with: separator))[0]
        #expect(verdict.columns == (try await judging.verdicts(Self.plain)[0]).columns)
    }

    @Test("Without a header the template's order is taken, and said")
    func position() async throws {
        let judging = Judging(keeps: true)
        let rows = Self.plain.split(separator: "\n").dropFirst().joined(separator: "\n")
        let verdict = try await judging.verdicts(rows)[0]
        #expect(verdict.columns == (try await judging.verdicts(Self.plain)[0]).columns)
        #expect(verdict.repairPlaces == ["A11"])
    }

    @Test("The form's own layout, with a line between group and code and headers only in the first row")
    func threeRows() async throws {
        let blanks = String(repeating: ";", count: 8)
        let header = """
            Uppgifter om kommunens arbetsfrämjande insatser
            Mätmånad;Län/kommunkod;Löpnr (hushåll);Registerledare\(blanks);Medsökande\(blanks);Övrig insats
            ;;;Arbetsfrämjande insats (se kodlista)\(blanks);Arbetsfrämjande insats (se kodlista)\(blanks);
            ;;;\(Self.numbered(""));\(Self.numbered(""))
            """
        let judging = Judging(keeps: true)
        let verdict = try await judging.verdicts(Self.with(header))[0]
        #expect(verdict.columns == (try await judging.verdicts(Self.plain)[0]).columns)
        #expect(verdict.places == [])
    }

    @Test("Codes without their groups are taken by place where everything else stands as in the template")
    func withoutGroups() async throws {
        let judging = Judging(keeps: true)
        let header = "Månad;Kommun;Löpnummer;\(Self.numbered(""));\(Self.numbered(""));Text"
        let verdict = try await judging.verdicts(Self.with(header))[0]
        #expect(verdict.columns == (try await judging.verdicts(Self.plain)[0]).columns)
    }

    @Test("One column under words of its own is taken by place when all others stand as in the template")
    func ownWords() async throws {
        let judging = Judging(keeps: true)
        let words = "Kommunen kan själv ange valfritt antal övriga insatser (kod = 8). Beskriv kortfattat nedan."
        let header = Judging.insatser.replacing("ovrig_text", with: words)
        let verdict = try await judging.verdicts(Self.with(header))[0]
        #expect(verdict.columns == (try await judging.verdicts(Self.plain)[0]).columns)
        #expect(
            try await judging.verdicts(Self.with(Judging.insatser.replacing(";ovrig_text", with: "")))[0].places == [
                "F07"
            ])
    }

    @Test("A column that stands twice is asked about")
    func repeated() async throws {
        let text = Judging.avslut + ";Hushållets avslutsorsak;avslut_reg\n2013-03;0180;0001;1;;1;;2\n"
        let verdict = try await Judging().verdicts(text)[0]
        #expect(verdict.places.filter { $0 == "F16" }.count >= 1)
        #expect(verdict.outcome == .approvedWithWarnings)
    }

    @Test("Without a header, the table whose cells can be read is meant, however few are filled")
    func positionByContent() async throws {
        let rows = (1...3).map { "2013-03;0180;000\($0);X" + String(repeating: ";", count: 18) }.joined(separator: "\n")
        #expect(try await Judging().verdicts(rows)[0].table == "insatser")
    }

    @Test("A missing column is named, with what was found instead")
    func missing() async throws {
        let verdict = try await Judging(table: "avslutsorsaker").verdicts(
            "Mätmånad;Kod;Länkommunkod;Hushållet\n03;1;0180;1\n")[0]
        #expect(verdict.places == ["F07"])
        #expect(verdict.findings[0].message.contains("Löpnr"))
        #expect(verdict.findings[0].message.contains("Vi hittade i stället: Kod, Hushållet."))
    }

    @Test("One column, no table, and nothing under the headers are three different answers")
    func refusals() async throws {
        #expect(try await Judging().verdicts("Hej\npå\ndig\n")[0].places == ["F10"])
        #expect(try await Judging().verdicts("Namn;Adress\nA;B\n")[0].places == ["F11"])
        #expect(try await Judging().verdicts(Judging.insatser + "\n")[0].places == ["F12"])
    }

    @Test("Own columns are left alone by the rules and repeated in findings")
    func ownColumns() async throws {
        let text = "Ärende;" + Judging.avslut + ";Kommentar\nA-17;2013-03;0180;0001;13;;1;Se akt\n"
        let verdict = try await Judging().verdicts(text)[0]
        #expect(verdict.places == ["R01 E2"])
        #expect(verdict.findings[0].own.map { "\($0.column)=\($0.value)" } == ["Ärende=A-17", "Kommentar=Se akt"])
    }
}
