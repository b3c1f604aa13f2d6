import Demonstration
import Testing

/// The made-up exports through the real door.
struct CaseSystemTests {
    @Test func theDemonstrationSaysThatItIsMadeUp() {
        #expect(Demonstration.warning.sv.contains("PÅHITTADE"))
    }
}
