import Tabular
import Testing

@Suite("CSV as we write it")
struct CSVWriterTests {
    private func text(_ write: (inout CSVWriter) -> Void) -> String {
        var writer = CSVWriter(byteOrderMark: false)
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("Fields stand with semicolons between them and CRLF after the row")
    func fields() {
        let written = text {
            $0.row(["Löpnr", "Kommun"])
            $0.number(180)
            $0.blank()
            $0.number("-12,5")
            $0.endRow()
        }
        #expect(written == "Löpnr;Kommun\r\n180;;-12,5\r\n")
    }

    @Test("A byte order mark comes first, so that Excel sees that it is UTF-8")
    func byteOrderMark() {
        #expect(CSVWriter().bytes == [0xEF, 0xBB, 0xBF])
    }

    @Test("A field with a separator, a quote or a line break is quoted, and its quotes doubled")
    func quoting() {
        #expect(
            text { $0.row(["a;b", "sa \"nej\"", "rad\n2", "vanlig"]) }
                == "\"a;b\";\"sa \"\"nej\"\"\";\"rad\n2\";vanlig\r\n")
    }

    @Test(
        "A text that could be taken for a formula gets an apostrophe",
        arguments: ["=1+1", "+46", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])
    func formula(_ formula: String) {
        #expect(text { $0.text(formula) } == "'" + formula)
        #expect(CSVWriter.isFormulaLike(formula))
    }

    @Test("A number keeps its sign, and what is no number is text even when it is said to be one")
    func number() {
        #expect(text { $0.number("-12,5") } == "-12,5")
        #expect(text { $0.number("-1+cmd|x") } == "'-1+cmd|x")
        #expect(!CSVWriter.isFormulaLike("12"))
    }
}
