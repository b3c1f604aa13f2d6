import Checking
import Definitions
import Tabular
import Testing
import Vocabulary

@Suite("Rows of events: dates, amounts, keys, terms, and ends after beginnings")
struct EventRowTests {
    private static let key = "gljdggsyqvqptt"

    private static func check(
        _ text: String, _ collection: String = "ekb-handelser", place: Bool = true
    ) async throws -> Verdict {
        var request = CheckRequest(collections: [try DefinitionLibrary.embedded().collection(collection)])
        request.keepsColumns = true
        if place {
            request.municipality = Municipality(code: "0580")
            request.month = Month(iso: "2023-08")
        }
        let file = InputFile(name: "uttag.csv", bytes: FileBytes(Array(text.utf8)))
        return try #require(await Check.files([file], as: request).first?.verdicts.first)
    }

    private static func payment(date: String = "2023-08-25", amount: String = "1") async throws -> Verdict {
        try await check("nyckel;hushall;datum;belopp;avser\n\(key);\(key);\(date);\"\(amount)\";\n")
    }

    private static func rules(_ verdict: Verdict) -> [String] {
        (Array(verdict.findings) + Array(verdict.repairs)).map(\.rule)
    }

    @Test(
        "A date is a day that exists, 1900 to 2199",
        arguments: [
            ("1900-01-01", "1900-01-01", nil), ("2199-12-31", "2199-12-31", nil), ("2024-02-29", "2024-02-29", nil),
            ("2023-08-14 00:00:00", "2023-08-14", "A15"), ("2023-08-14T13:45:00.000Z", "2023-08-14", "A15"),
            ("20230814", "2023-08-14", "A15"), ("45152", "2023-08-14", "A15"), (" 2023-08-14 ", "2023-08-14", "A05"),
            ("2023-02-29", nil, "R25"), ("1899-12-31", nil, "R25"), ("2200-01-01", nil, "R25"),
            ("14/8/2023", nil, "R25"), ("2023-8-14", nil, "R25"), ("2023-08", nil, "R25"),
            ("2023-08-14 kl 9", nil, "R25"), ("0000-00-00", nil, "R25"),
        ] as [(String, String?, String?)])
    func dates(cell: String, day: String?, rule: String?) async throws {
        let verdict = try await Self.payment(date: cell)
        #expect(Self.rules(verdict) == [rule].compactMap(\.self))
        guard case .words(let words)? = verdict.columns?["datum"]?.values else {
            #expect(day == nil)
            return
        }
        #expect(words.map { Columns.day($0).iso } == [day])
    }

    @Test("The first day is 1, and words of days come back")
    func words() throws {
        #expect(Columns.word(try #require(Day(iso: "1900-01-01"))) == 1)
        for number in stride(from: -25_567, through: 84_005, by: 97) {
            #expect(Columns.day(Columns.word(Day(number: number))).number == number)
        }
    }

    @Test(
        "An amount is kronor from 0 with at most two decimals",
        arguments: [
            ("0", 0, nil), ("0,01", 1, nil), ("1234", 123_400, nil), ("1234,5", 123_450, nil),
            ("1234.50", 123_450, nil), ("42949672,94", 4_294_967_294, nil), ("1 234,50", 123_450, "A16"),
            ("1\u{A0}234\u{A0}567", 123_456_700, "A16"), ("1 234 kr", 123_400, "A16"), ("12,500", 1_250, "A16"),
            (" 7 ", 700, "A05"), ("42949672,95", nil, "R26"), ("-500", nil, "R26"), ("−500", nil, "R26"),
            ("1,234.50", nil, "R26"), ("1.234", nil, "R26"), ("12 34", nil, "R26"), (",50", nil, "R26"),
            ("5,", nil, "R26"), ("kr", nil, "R26"), ("1e3", nil, "R26"), ("99999999999999", nil, "R26"),
        ] as [(String, Int?, String?)])
    func amounts(cell: String, ore: Int?, rule: String?) async throws {
        let verdict = try await Self.payment(amount: cell)
        #expect(Self.rules(verdict) == [rule].compactMap(\.self))
        guard case .words(let words)? = verdict.columns?["belopp"]?.values else {
            #expect(ore == nil)
            return
        }
        #expect(words.map(Columns.ore) == [ore])
    }

    @Test("A key is kept as the bits of its pseudonym, blank as 0; what is none is refused")
    func keys() async throws {
        let header = "nyckel;hushall;person;datum;omrade\n"
        let good = try await Self.check(header + "\(Self.key);; \(Self.key) ;2023-03-06;2\n")
        let bits = try #require(Pseudonym(text: Self.key)).rawValue
        #expect(good.columns?["nyckel"]?.values == .longs([bits]))
        #expect(good.columns?["hushall"]?.values == .longs([0]))
        #expect(good.columns?["person"]?.values == .longs([bits]))
        #expect(Self.rules(good) == ["A05"])
        for cell in ["4711", "aaaaaaaaaaaaaa", "GLJDGGSYQVQPTT", "gljdggsyqvqpt"] {
            let verdict = try await Self.check(header + "\(Self.key);;\(cell);2023-03-06;2\n")
            #expect(Self.rules(verdict) == ["R27"], "\(cell)")
        }
    }

    @Test("An identity number in a key, a date, an amount or a term is found and never said back")
    func identityNumbers() async throws {
        let number = "19900118-9811"
        for row in ["\(Self.key);\(number);2023-08-25;1;", "\(Self.key);\(Self.key);\(number);1;"] {
            let verdict = try await Self.check("nyckel;hushall;datum;belopp;avser\n\(row)\n")
            #expect(Self.rules(verdict) == ["R08"])
            #expect(verdict.findings.allSatisfy { !$0.message.contains("9811") && $0.value == nil })
        }
        let term = try await Self.check("skola;datum;person;antal\nKomvux \(number);2023-08-31;;5\n", "vux-elever")
        #expect(Self.rules(term) == ["R08"])
    }

    @Test("A row without its key, and one without what must be there, is said by field")
    func missing() async throws {
        let verdict = try await Self.check("nyckel;hushall;datum;belopp;avser\n;\(Self.key);;5;\n")
        #expect(Self.rules(verdict) == ["R20", "R20"])
        #expect(verdict.findings.map(\.message) == ["Rad 2: nyckeln saknas.", "Rad 2: datumet saknas."])
    }

    @Test(
        "An end before its beginning is a fault; the same day, and no end, is none",
        arguments: [
            ("2023-06-01", "2023-05-31", true), ("2023-06-01", "2023-06-01", false), ("2023-06-01", "", false),
            ("2023-06-01", "2023-13-01", false),
        ])
    func ordered(from: String, to: String, isBroken: Bool) async throws {
        let verdict = try await Self.check(
            "nyckel;hushall;slag;enhet;malgrupp;fran;till\n\(Self.key);\(Self.key);1;1;1;\(from);\(to)\n")
        let broken = verdict.findings.filter { $0.rule == "R24" }
        #expect(broken.count == (isBroken ? 1 : 0))
        if isBroken {
            #expect(broken[0].message == "Rad 2, kolumn G: slutet är 2023-05-31, före början 2023-06-01.")
            #expect(broken[0].cell == "G2")
        }
    }

    @Test("Terms have a dictionary a column, also with an old term for a period")
    func terms() async throws {
        let rows = ["Ånestad;1;period 4 2023;;;;5", "Ånestad;2;230609–230816;;;;7", "Berga;1;period 4 2023;;;;9"]
        let verdict = try await Self.check(
            "skola;utbildning;period;fran;till;person;antal\n" + rows.joined(separator: "\n") + "\n", "vux-elever")
        #expect(Self.rules(verdict) == [])
        #expect(verdict.columns?["skola"]?.values == .texts(indices: [1, 1, 2], dictionary: ["Ånestad", "Berga"]))
        #expect(
            verdict.columns?["period"]?.values
                == .texts(indices: [1, 2, 1], dictionary: ["period 4 2023", "230609–230816"]))
        #expect(verdict.columns?["antal"]?.values == .words([6, 8, 10]))
        let long = try await Self.check(
            "skola;datum;person;antal\n\(String(repeating: "a", count: 101));2023-08-31;;5\n", "vux-elever")
        #expect(Self.rules(long) == ["R10"])
    }

    @Test("A large file of events is judged the same in stretches as from the top")
    func stretches() async throws {
        var text = "skola;datum;person;antal\n"
        for row in 0..<120_000 {
            text += "Skola \(row % 7 == 0 ? row % 50 : row % 3);2023-08-\(10 + row % 20);;\(row)\n"
        }
        let verdict = try await Self.check(text, "vux-elever")
        guard case .texts(let indices, let dictionary)? = verdict.columns?["skola"]?.values else {
            Issue.record("no column")
            return
        }
        #expect(indices.count == 120_000)
        let wrong = indices.indices.filter { row in
            dictionary[Int(indices[row]) - 1] != "Skola \(row % 7 == 0 ? row % 50 : row % 3)"
        }
        #expect(wrong == [])
    }

    @Test("Municipality and month come from the request, and without them the file cannot be placed")
    func place() async throws {
        let row = "nyckel;hushall;datum;belopp;avser\n\(Self.key);\(Self.key);2023-08-25;1;\n"
        let placed = try await Self.check(row)
        #expect(placed.municipality?.code == "0580" && placed.month?.iso == "2023-08" && placed.outcome == .approved)
        #expect(Self.rules(try await Self.check(row, place: false)) == ["F13", "F14"])
    }
}
