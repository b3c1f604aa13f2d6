import Testing
import Vocabulary

@Suite("Observations")
struct ObservationTests {
    @Test("take zero as a value and no kind of nothing as zero")
    func zeroIsAValue() {
        #expect(Observation.value(0).value == 0)
        let nothings: [Observation<Int>] = [
            .missing(.notDelivered), .missing(.systemChange), .protected, .notApplicable,
        ]
        for (index, nothing) in nothings.enumerated() {
            #expect(nothing.value == nil)
            #expect(nothing != .value(0))
            #expect(!nothings[..<index].contains(nothing))
        }
    }

    @Test("keep their kind of nothing when their value is changed")
    func map() {
        #expect(Observation.value(2).map { $0 * 2 } == .value(4))
        #expect(Observation<Int>.protected.map { $0 * 2 } == .protected)
        #expect(Observation<Int>.missing(.systemChange).map { $0 * 2 } == .missing(.systemChange))
        #expect(Observation<Int>.notApplicable.map { $0 * 2 } == .notApplicable)
    }
}
