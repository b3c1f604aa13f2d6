import Foundation
import HTTPTypes
import Markup
import Testing
import Vocabulary

@testable import Frame

@Suite("The components")
struct ComponentTests {
    let page = Page(.sv, path: Path("arbete", "prov").with("visa", "alla").with("sida", "2"), now: SamplePage.now)
    let hostile = "\"><script>alert('x')</script>&"

    @Test("escape whatever text they are given")
    func escape() {
        let errors = FormErrors("namn", hostile)
        let pieces: [HTML] = [
            page.field("namn", hostile, value: hostile, hint: hostile, errors: errors),
            page.textArea("namn", hostile, value: hostile, errors: errors),
            page.select("namn", hostile, [Option(hostile, hostile)], hint: hostile, errors: errors),
            page.radios("namn", hostile, [Option(hostile, hostile, hint: hostile)], hint: hostile, errors: errors),
            page.checkboxes("namn", hostile, [Option(hostile, hostile)], errors: errors),
            page.fileField("namn", hostile, accept: hostile),
            page.button(hostile, name: "a", value: hostile, about: hostile),
            page.errorSummary(errors), page.notice(.info, hostile), page.details(hostile) { "" },
            page.progress(hostile),
            page.facts([(hostile, "")]), page.tasks([TaskItem(hostile, .start, hint: hostile)]),
            page.steps([hostile], current: 0),
            page.chips(hostile, [Chip(hostile, count: 1, .start, isCurrent: true)]), page.tiles([(hostile, "")]),
            page.table(hostile, [hostile], [Column(hostile) { "\($0)" }], narrow: .scroll, empty: hostile, id: { $0 }),
            page.panel(hostile) { "" }, page.confirmation(hostile) { "" },
            page.document(hostile, over: hostile) { "" }.html,
            LineChart([hostile], [LineChart.Series(hostile, [1])]) { "\($0)" }.wide()
                .svg(id: "a", title: hostile, description: hostile, style: "chart"),
        ]
        for piece in pieces { #expect(!piece.text.contains("<script>"), "\(piece.text)") }
    }

    @Test("say an error above the page and at its field, and lead from one to the other")
    func errors() {
        let errors = FormErrors("epost", "Skriv en e-postadress.")
        let html = page.document("Bjud in", errors: errors) {
            page.field("epost", "E-post", .email, hint: "Adress", errors: errors)
        }
        #expect(html.status == .unprocessableContent)
        #expect(html.html.text.contains("<title>Fel: Bjud in – Lämna statistik</title>"))
        #expect(html.html.text.contains("<a href=\"#epost\">Skriv en e-postadress.</a>"))
        #expect(html.html.text.contains("aria-describedby=\"epost-hint epost-error\" aria-invalid=\"true\""))
    }

    @Test("have passwords and codes filled in by the browser")
    func autocomplete() {
        #expect(page.field("a", "", .oneTimeCode).text.contains("autocomplete=\"one-time-code\""))
        #expect(page.field("a", "", .password).text.contains("autocomplete=\"current-password\""))
        #expect(page.field("a", "", .email, autocomplete: "username").text.contains("autocomplete=\"username\""))
    }

    @Test("sort a table the other way when its own column is chosen again, from the first page of it")
    func sorting() {
        let columns = [
            Column<Int>("Kommun", .rowHeader, sort: "kommun") { "\($0)" }, Column("Kod", sort: "kod") { "\($0)" },
        ]
        let html = page.table("T", [1], columns, sort: Sort("kommun"), empty: "").text
        #expect(html.contains("aria-sort=\"ascending\""))
        #expect(html.contains("/arbete/prov?visa=alla&amp;sortera=-kommun"))
        #expect(html.contains("/arbete/prov?visa=alla&amp;sortera=kod"))
        let read = Sort(page.path.with("sortera", "-kod"), among: ["kod"], usual: Sort("kommun"))
        #expect(read == Sort("kod", isDescending: true))
        #expect(Sort(page.path.with("sortera", "; DROP"), among: ["kod"], usual: Sort("kommun")) == Sort("kommun"))
    }

    @Test(
        "divide a long list in fifties, and never leave it",
        arguments: [("1", 0..<50), ("3", 100..<120), ("99", 100..<120), ("-1", 0..<50), ("x", 0..<50)])
    func pages(asked: String, range: Range<Int>) {
        #expect(PageOfList(of: 120, page.path.with("sida", asked)).range == range)
    }

    @Test("show nothing of an empty list but why it is empty")
    func empty() {
        #expect(PageOfList(of: 0, page.path).range.isEmpty)
        #expect(page.pager(PageOfList(of: 0, page.path), things: "fel") == "")
        let table = page.table("T", [Int](), [Column("A") { "\($0)" }], empty: "Inget är lämnat ännu.")
        #expect(table.text.contains("Inget är lämnat ännu.") && !table.text.contains("<table"))
    }

    @Test("count in the language of the page")
    func counts() {
        #expect(page.count(1, sv: ("rad", "rader"), en: ("row", "rows")) == "1\u{a0}rad")
        #expect(page.count(1234, sv: ("rad", "rader"), en: ("row", "rows")) == "1\u{a0}234\u{a0}rader")
        #expect(page.percent(214, of: 290) == "74\u{a0}procent")
        #expect(page.percent(0, of: 0) == "0\u{a0}procent")
    }

    @Test("mark where one is in the menu, also on the pages under it")
    func menu() {
        var page = Page(.sv, path: .deliveries.under("2013-03-0380-2"), now: SamplePage.now, viewer: SamplePage.viewer)
        #expect(page.header.text.contains("<a href=\"/arbete/leveranser\" aria-current=\"true\">"))
        #expect(!page.header.text.contains("<a href=\"/arbete\" aria-current"))
        page.path = .start
        #expect(page.header.text.contains("<a href=\"/arbete\" aria-current=\"page\">"))
        page.viewer = nil
        #expect(!page.header.text.contains("<nav"))
    }
}
