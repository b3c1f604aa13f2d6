import Frame
import Hummingbird
import Markup
import Testing
import Vocabulary

@Suite("Addresses")
struct PathTests {
    @Test("are written so that they can be read")
    func texts() throws {
        let march = try #require(Month(iso: "2013-03"))
        #expect(Path.home.text == "/")
        #expect(Path.deliver(march).text == "/arbete/lamna/2013-03")
        #expect(Path.signIn(returning: .deliver(march)).text == "/logga-in?till=%2Farbete%2Flamna%2F2013-03")
        #expect(
            Path.collecting(march).with("visa", "ej lämnade").with("sida", "2").text
                == "/arbete/insamling/2013-03?visa=ej%20l%C3%A4mnade&sida=2")
        #expect(Path.deliveries.with("sida", "2").with("sida", nil) == .deliveries)
        #expect(Path.deliver.under(":month").route.description == "/arbete/lamna/{month}")
    }

    @Test(
        "that are read back are the same",
        arguments: ["/", "/arbete/lamna/2013-03", "/arbete?visa=ej%20l%C3%A4mnade&sida=2", "/a?b="])
    func reads(text: String) throws { #expect(try #require(Path(returning: text)).text == text) }

    @Test(
        "of other sites, and those that climb, are no addresses of ours",
        arguments: [
            "https://example.se/", "//example.se", "/\\example.se", "arbete", "", "/a b", "/a\nb", "/../x", "/%2e%2e/x",
            "/a?b=%zz", "javascript:alert(1)",
        ])
    func refuses(text: String) { #expect(Path(returning: text) == nil) }

    @Test("cannot break out of the attribute they stand in")
    func escapes() {
        let html: HTML = "<a href=\"\(Path("a\"><script>").with("q", "'&<"))\">"
        #expect(html.text == "<a href=\"/a%22%3E%3Cscript%3E?q=%27%26%3C\">")
    }

    @Test("hold the pages under them")
    func holds() {
        #expect(Path.deliveries.holds(.deliveries.under("2013-03-0380-2")))
        #expect(!Path.deliveries.holds(.deliver))
    }
}
