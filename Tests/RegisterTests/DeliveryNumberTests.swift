import Register
import Testing

@Suite("Delivery numbers")
struct DeliveryNumberTests {
    @Test("A number reads back as it is written", arguments: ["2013-03-0380-2", "2013-12-0114-117"])
    func reads(text: String) {
        #expect(DeliveryNumber(text)?.description == text)
    }

    @Test(
        "Anything else is no number",
        arguments: [
            "", "2013-03-0380", "2013-03-0380-0", "2013-03-0380-02", "2013-03-0380--1", "2013-13-0380-1",
            "2013-03-9999-1", "2013-03-0380-2 ", "2013-03-0380-2-1",
        ])
    func refuses(text: String) {
        #expect(DeliveryNumber(text) == nil)
    }
}
