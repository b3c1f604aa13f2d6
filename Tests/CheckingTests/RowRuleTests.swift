import Checking
import Testing

@Suite("What is wrong in a row")
struct RowRuleTests {
    /// A row as its filled cells, and what must be said of it: rule and cell, nothing more and nothing less.
    @Test(
        "A row of measures gives exactly these findings",
        arguments: [
            ("reg_0=X", []),
            ("reg_1=X", []),
            ("reg_2=15|reg_4=5", []),
            ("reg_2=31", []),
            ("reg_1=X|med_0=X", []),
            ("reg_8=X|ovrig_text=Validering", []),
            ("med_8=3|reg_0=X|ovrig_text=Validering", []),
            ("reg_0=X|reg_3=X", ["R04 D2"]),
            ("reg_1=X|med_0=X|med_5=X", ["R04 M2"]),
            ("med_1=X", ["R12 D2"]),
            ("reg_8=X", ["R05 V2"]),
            ("reg_1=X|ovrig_text=Validering", ["R11 V2"]),
            ("reg_2=34", ["R03 F2"]),
            ("reg_2=0", ["R09 F2"]),
            ("reg_2=Ja", ["R09 F2"]),
            ("reg_2=1.5", ["R09 F2"]),
            ("reg_2=-1", ["R09 F2"]),
            ("reg_0=5", ["R13 D2"]),
            ("reg_0=JA", ["R13 D2"]),
            ("reg_1=X|lopnr=", ["R06 C2"]),
            ("reg_1=X|lopnr=12A4", ["R17 C2"]),
            ("reg_1=X|lopnr=1234567", ["R17 C2"]),
            ("reg_1=X|lopnr=-0012", ["R17 C2"]),
            ("reg_1=X|kommun=9999", ["R14 B2"]),
            ("reg_1=X|kommun=", ["R14 B2"]),
            ("reg_1=X|manad=1995-03", ["R16 A2"]),
            ("reg_1=X|manad=", ["R15 A2"]),
            ("reg_1=X|manad=vår", ["R15 A2"]),
            ("reg_8=X|ovrig_text=SFI", ["V03 V2"]),
            ("reg_8=X|ovrig_text=Utredning på AF", ["V03 V2"]),
            ("reg_8=X|ovrig_text=Daglig verksamhet LSS", ["V03 V2"]),
            ("reg_8=X|ovrig_text=Motivationsarbete i grupp", ["V06 V2"]),
            // "af" and "sfi" are words of their own, not the beginning of others.
            ("reg_8=X|ovrig_text=Utredning av affärsidé", []),
            ("reg_8=X|ovrig_text=640823-3234", ["R08 V2"]),
            ("reg_8=X|ovrig_text=Samtal med 19640823-3234 om praktik", ["R08 V2"]),
            ("reg_1=640823-3234", ["R08 E2"]),
            ("reg_1=X|lopnr=196408233234", ["R08 C2"]),
        ] as [(String, [String])])
    func insatser(row: String, expected: [String]) async throws {
        // The second row says which municipality and month it is, whatever the first says.
        let verdict = try await Judging(municipality: "0180", month: "2013-03").insatser(row, "reg_0=X", "reg_0=X")
        #expect(verdict.places == expected)
    }

    @Test(
        "A row of closures gives exactly these findings",
        arguments: [
            ("avslut_reg=1|avslut_hushall=1", []),
            ("avslut_reg=12|avslut_med=4|avslut_hushall=4", []),
            ("avslut_hushall=11", []),
            ("avslut_reg=11|avslut_med=2|avslut_hushall=4", ["V04 F2"]),
            ("avslut_reg=13|avslut_hushall=1", ["R01 D2"]),
            ("avslut_reg=0|avslut_hushall=1", ["R01 D2"]),
            ("avslut_reg=1|avslut_hushall=X", ["R01 F2"]),
            ("avslut_reg=1", ["R07 F2"]),
        ] as [(String, [String])])
    func avslut(row: String, expected: [String]) async throws {
        let verdict = try await Judging(municipality: "0180", month: "2013-03").avslut(row, "avslut_hushall=1")
        #expect(verdict.places == expected)
    }

    @Test("April has 30 days and March 31, whichever column comes first")
    func days() async throws {
        let judging = Judging(municipality: "0180")
        #expect(try await judging.insatser("reg_1=31|manad=2013-03").places == [])
        #expect(try await judging.insatser("reg_1=31|manad=2013-04").places == ["R03 E2"])
        let turned =
            "reg_1;reg_0;lopnr;kommun;manad;"
            + Judging.insatser.split(separator: ";").dropFirst(5).joined(separator: ";")
        let text = turned + "\n31;;0001;0180;2013-04" + String(repeating: ";", count: 17) + "\n"
        #expect(try await judging.verdicts(text)[0].places == ["R03 A2"])
    }

    @Test("A running number that stands twice is said at the second row, with the first")
    func duplicates() async throws {
        let verdict = try await Judging().insatser(
            "reg_0=X|lopnr=0031", "reg_0=X", "reg_0=X|lopnr=0031", "reg_0=X|lopnr=31")
        #expect(verdict.places == ["R02 C4", "R02 C5"])
        #expect(verdict.findings[0].message == "Rad 4: löpnummer 0031 finns även på rad 2.")
        #expect(verdict.findings[0].remedy == "Varje hushåll ska ha en egen rad.")
    }

    @Test("Free text may be 200 characters, counted as characters and not bytes")
    func textLength() async throws {
        let fits = String(repeating: "å", count: 200)
        #expect(try await Judging().insatser("reg_8=X|ovrig_text=\(fits)").places == [])
        let verdict = try await Judging().insatser("reg_8=X|ovrig_text=\(fits)ä")
        #expect(verdict.places == ["R10 V2"])
        #expect(verdict.findings[0].message.contains("201 tecken"))
    }

    @Test("Messages say where, what and how in the words of the message bank")
    func words() async throws {
        let judging = Judging(municipality: "0180", month: "2013-03")
        let closure = try await judging.avslut("avslut_reg=13|avslut_hushall=1")
        #expect(closure.findings[0].message == "Rad 2, kolumn D: avslutsorsaken är 13.")
        #expect(closure.findings[0].remedy == "Ange en kod 1–12.")
        let days = try await judging.insatser("reg_2=34")
        #expect(days.findings[0].message == "Rad 2: 34 dagar med kod 2. Mars har 31 dagar.")
        #expect(days.findings[0].remedy == "Ange 1–31 dagar eller X.")
        let zero = try await judging.insatser("reg_0=X|reg_3=X")
        #expect(zero.findings[0].message == "Rad 2: kod 0 (ingen insats) är markerad tillsammans med kod 3.")
        let other = try await judging.avslut("avslut_reg=11|avslut_med=2|avslut_hushall=4")
        #expect(
            other.findings[0].message
                == "Rad 2: hushållets orsak (4) är inte samma som registerledarens (11) eller medsökandes (2).")
    }

    @Test("An identity number is never repeated: not in values, messages, own columns or repairs")
    func secrecy() async throws {
        let header = Judging.insatser + ";Handläggare;Personnr"
        let row = "2013-03;0180;0001;;X;;;;;;;;;;;;;;;;; 640823-3234 ;Anna;19640823-3234"
        let verdict = try await Judging().verdicts(header + "\n" + row + "\n")[0]
        #expect(verdict.places.filter { $0.hasPrefix("R08") } == ["R08 V2", "R08 X2"])
        for finding in Array(verdict.findings) + Array(verdict.repairs) {
            let all =
                [finding.message, finding.remedy, finding.value ?? "", finding.corrected ?? ""]
                + finding.own.map(\.value)
            #expect(!all.contains { $0.contains("3234") })
            #expect(finding.own.map(\.value) == ["Anna"])
        }
    }

    @Test("Days for one measure and X for another is allowed, and counted")
    func mixedVolume() async throws {
        let verdict = try await Judging().insatser("reg_1=X|reg_2=5", "reg_1=X", "reg_1=4|med_1=X")
        #expect(verdict.places == ["V05"])
        #expect(verdict.findings[0].message == "2 rader har både dagar och X för olika insatser.")
        #expect(verdict.outcome == .approved)
    }
}
