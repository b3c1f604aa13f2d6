import Testing
import Vocabulary

@Suite struct MunicipalityNameTests {
    @Test(arguments: [
        ("0380", "Uppsala kommun"), ("0117", "Österåkers kommun"), ("1080", "Karlskrona kommun"),
        ("1490", "Borås kommun"),
        ("2080", "Falu kommun"), ("0160", "Täby kommun"), ("0180", "Stockholms kommun"), ("1280", "Malmö kommun"),
        ("1462", "Lilla Edets kommun"),
    ]) func isCalledAsItCallsItself(code: String, name: String) {
        #expect(Municipality(code: code)?.fullName == name)
    }
}
