@testable import Markup
import Testing

@Suite("A bar chart")
struct BarChartTests {
    @Test("has bars as long as their values, from one foot", arguments: ChartFormat.allCases)
    func lengths(format: ChartFormat) throws {
        let picture = try Picture(Gallery.bars.drawing(format))
        let bars = picture.rectangles("#12436d")
        let values = Gallery.reasons.filter { $0.name != "Okänd" }.map(\.count)
        try #require(bars.count == values.count)
        #expect(Set(bars.map { $0["x"] }).count == 1)
        for (bar, value) in zip(bars, values) {
            // A tenth of a unit is as near as a drawing says.
            #expect(abs(bar["width"] - bars[0]["width"] * value / values[0]) < 0.11)
        }
    }

    @Test("draws the unknown grey, and last")
    func rest() throws {
        let picture = try Picture(Gallery.bars.wide())
        let rest = picture.rectangles("#6b7280")
        #expect(rest.count == 1 && picture.rectangles("#12436d").allSatisfy { $0["y"] < rest[0]["y"] })
    }

    @Test("draws no bar without a value, nor for 0, but says which it is")
    func missing() throws {
        let chart = BarChart([
            BarChart.Bar("A", 10, text: "10"), BarChart.Bar("B", 0, text: "0"),
            BarChart.Bar("C", nil, text: "uppgift saknas"),
        ])
        let picture = try Picture(chart.wide())
        #expect(picture.rectangles("#12436d").count == 1)
        #expect(picture.text("0") != nil && picture.text("uppgift saknas") != nil)
    }

    @Test("measures against a greatest value that none has")
    func share() throws {
        let widths = try [0.0, 100].map { greatest in
            let chart = BarChart([BarChart.Bar("A", 50, text: "50 %")], greatest: greatest)
            return try #require(try Picture(chart.wide()).rectangles("#12436d").first)["width"]
        }
        #expect(widths[1] < widths[0] * 0.6)
    }
}
