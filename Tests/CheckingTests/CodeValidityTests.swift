import Checking
import Definitions
import Tabular
import Testing
import Vocabulary

@Suite("Codes of their own time")
struct CodeValidityTests {
    /// A collection whose code 2 ended with January 2013.
    private func collection() throws -> Definitions.Collection {
        let none = Localized(sv: "", en: "")
        let months = try ["2013-01", "2013-02"].map { try #require(Month(iso: $0)) }
        return Definitions.Collection(
            id: "prov", version: 1, title: none, description: none, authority: "", source: "",
            codeLists: [
                CodeList(
                    id: "orsak", title: none,
                    codes: [
                        Code(value: 1, label: none, description: none, validFrom: nil, validTo: nil),
                        Code(value: 2, label: none, description: none, validFrom: nil, validTo: months[0]),
                    ])
            ],
            tables: [
                Table(
                    id: "avslut", title: none, description: none, unit: none, groups: [],
                    fields: [
                        Field(name: "orsak", title: Localized(sv: "Orsak", en: ""), type: .code(list: "orsak")),
                        Field(name: "manad", title: Localized(sv: "Månad", en: ""), type: .month),
                        Field(name: "kommun", title: Localized(sv: "Kommun", en: ""), type: .municipality),
                        Field(
                            name: "lopnr", title: Localized(sv: "Löpnr", en: ""),
                            type: .runningNumber(width: 4, maxDigits: 6)),
                    ], rules: [], examples: [])
            ], form: nil,
            calendar: CollectionCalendar(
                periods: months.map { CollectionPeriod(month: $0, opens: "", due: "", reminders: []) }))
    }

    @Test(
        "A code is judged by the row's month, also when it stands before the month",
        arguments: [
            ("2;2013-01;0180;0001", []), ("2;2013-02;0180;0001", ["R01 A2"]), ("1;2013-02;0180;0001", []),
            ("0;2013-01;0180;0001", ["R01 A2"]),
        ] as [(String, [String])])
    func ended(row: String, expected: [String]) async throws {
        let bytes = FileBytes(Array("orsak;manad;kommun;lopnr\n\(row)\n".utf8))
        let checked = await Check.files(
            [InputFile(name: "a.csv", bytes: bytes)], as: CheckRequest(collections: [try collection()]))
        #expect(checked[0].verdicts[0].places == expected)
    }
}
