import Extraction
import Foundation
import Testing
import Vocabulary

/// From when what an extract says is known.
struct DeliveryDayTests {
    /// In the evening in Sweden it may be another day in UTC, and in the morning noon has not been.
    @Test(arguments: [
        ("2023-09-05", "2023-09-05T05:30:00Z", "2023-09-05T05:30:00Z"),
        ("2023-09-05", "2023-09-05T14:00:00Z", "2023-09-05T12:00:00Z"),
        ("2023-09-05", "2023-09-04T22:30:00Z", "2023-09-04T22:30:00Z"),
        ("2023-09-05", "2023-10-20T08:00:00Z", "2023-09-05T12:00:00Z"),
        (nil, "2023-08-31T22:30:00Z", "2023-08-31T22:30:00Z"),
    ]) func anExtractIsKnownFromItsDayButNotBeforeItCame(_ day: String?, _ came: String, _ known: String) throws {
        let delivery = ExtractionDelivery(
            municipality: try #require(Municipality(code: "0580")),
            extracted: try day.map { try #require(Day(iso: $0)) },
            sender: "controller", receivedAt: try Date(came, strategy: .iso8601))
        #expect(delivery.extractedAt == (try Date(known, strategy: .iso8601)))
        #expect(delivery.month.iso == "2023-09")
    }
}
