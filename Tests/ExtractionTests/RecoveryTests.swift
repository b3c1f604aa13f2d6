import Checking
import Definitions
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Extraction

@Suite("Negative amounts")
struct RecoveryTests {
    @Test(arguments: [
        ("-500", true), ("\u{2212}1 200,50", true), ("500-", true), ("500", false), ("-", false), ("-x", false),
    ])
    func areToldFromOtherTexts(_ text: String, _ isOne: Bool) {
        #expect(ValueReading.isNegativeAmount(Array(text.utf8)[...]) == isOne)
    }

    @Test("are kept out as recoveries only where the mapping says that they are")
    func asMapped() throws {
        let rows =
            "Utbetnr;Ärendenr;Personnr;Datum;Belopp\n1;1;19900101-2385;2022-08-25;-500\n2;1;19900101-2385;2022-08-25;x\n"
        let text = try String(
            contentsOf: Dossier.repository.appending(path: "Definitions/mappings/treserva.yaml"), encoding: .utf8)
        for (yaml, reasons) in [
            (text, [ExtractionReport.Reason.recovery, .notAnAmount]),
            (text.replacing(", negative: recovery", with: ""), [.notAnAmount]),
        ] {
            let mapping = try MappingLibrary.mapping(yaml, file: "treserva.yaml")
            let extracted = try Extraction(mapping, key: #require(Doors.key)).map(
                [InputFile(name: "fil", bytes: FileBytes(Array(rows.utf8)))], today: #require(Day(iso: "2022-09-05")))
            #expect(extracted.report.files[0].keptOut.map(\.reason) == reasons)
            #expect(extracted.report.isComplete && extracted.files.isEmpty)
        }
        #expect(throws: ExtractionError.self) {
            try MappingLibrary.mapping(text.replacing("negative: recovery", with: "negative: minus"), file: "t.yaml")
        }
    }
}
