@testable import Markup
import Testing

@Suite("An axis")
struct AxisTests {
    @Test(
        "has few and round numbers that cover the values, from 0",
        arguments: [(290.0, 300.0), (100, 100), (7, 8), (0, 1), (1234, 1250), (0.9, 1), (0.05, 0.05), (12, 15), (3, 3)])
    func fromZero(greatest: Double, end: Double) {
        let axis = Axis(upTo: greatest)
        #expect(axis.end == end && axis.start == 0)
        #expect(axis.ticks.count <= 7)
    }

    @Test("has whole numbers when the values reach 1: half a household would be written as one", arguments: 1...200)
    func whole(greatest: Int) {
        let axis = Axis(upTo: Double(greatest))
        #expect(axis.ticks.allSatisfy { $0 == $0.rounded() } && axis.end >= Double(greatest))
    }

    @Test(
        "begins near the least value where that shows more, but makes no mountain of a small change",
        arguments: [
            (22.1, 27.0, 20.0...22), (2010, 2690, 1800...2000), (1000, 1001, 0...920), (10, 27, 0...0),
            (320, 320, 0...0),
        ])
    func near(least: Double, greatest: Double, start: ClosedRange<Double>) {
        let axis = Axis(near: least, upTo: greatest)
        #expect(start.contains(axis.start) && axis.start <= least && axis.end >= greatest)
        #expect(axis.ticks.count <= 7)
    }

    @Test("has room for values under 0")
    func negative() {
        let axis = Axis(upTo: 40, from: -12)
        #expect(axis.start <= -12 && axis.end >= 40 && axis.ticks.contains(0))
    }
}
