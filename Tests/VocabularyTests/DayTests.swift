import Testing
import Vocabulary

@Suite("Spans of days")
struct DayTests {
    @Test(
        "are named by no more than tells them apart",
        arguments: [
            ("2023-06-09", "2023-08-16", "9 juni–16 augusti 2023"), ("2023-08-09", "2023-08-16", "9–16 augusti 2023"),
            ("2022-12-19", "2023-01-08", "19 december 2022–8 januari 2023"),
            ("2023-08-31", "2023-08-31", "31 augusti 2023"),
        ])
    func names(first: String, last: String, name: String) throws {
        let span = try #require(Day(iso: first))...(try #require(Day(iso: last)))
        #expect(span.name(.sv) == name)
    }

    @Test("and lists are told with and before the last")
    func lists() {
        #expect(Language.sv.list([]) == "" && Language.sv.list(["a"]) == "a")
        #expect(Language.sv.list(["a", "b"]) == "a och b" && Language.en.list(["a", "b", "c"]) == "a, b and c")
    }
}
