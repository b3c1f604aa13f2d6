@testable import Markup
import RegexBuilder
import Testing

@Suite("A column chart")
struct ColumnChartTests {
    private static let first = "#12436d"

    @Test("has columns as high as their values, from 0", arguments: ChartFormat.allCases)
    func heights(format: ChartFormat) throws {
        let values: [Double?] = [120, 60, nil, 0, 30]
        let chart = ColumnChart(
            ["1", "2", "3", "4", "5"], [ColumnChart.Series("Nya", values)], .grouped, label: Gallery.whole)
        let picture = try Picture(chart.drawing(format))
        // The first is the sample beside the name.
        let columns = picture.rectangles(Self.first).dropFirst().map { $0 }
        try #require(columns.count == 4)
        #expect(Set(columns.map { ($0["y"] + $0["height"]).rounded() }).count == 1)
        #expect(abs(columns[0]["height"] - 2 * columns[1]["height"]) < 0.3 && columns[2]["height"] == 0)
        #expect(abs(columns[0]["height"] - 4 * columns[3]["height"]) < 0.5)
        // What is missing is said to be; what is 0 is not.
        #expect(picture.texts.count { $0.text == ".." } == 1)
        #expect(picture.texts.count { $0.text == "0" } == 2)
    }

    @Test("stacks parts that together are the whole, each from where the one under it ends")
    func stacks() throws {
        let picture = try Picture(Gallery.stacks().narrow())
        let parts = ["#12436d", "#28a197", "#801650", "#6b7280"].map { picture.rectangles($0).dropFirst().map { $0 } }
        // April lacks one of its parts: a whole that is too small would be wrong.
        #expect(parts.allSatisfy { $0.count == 7 })
        for month in 0..<7 {
            for (under, over) in zip(parts, parts.dropFirst()) {
                #expect(abs(over[month]["y"] + over[month]["height"] - under[month]["y"]) < 0.21)
            }
        }
        let january = parts.map { $0[0]["height"] }
        #expect(abs(january.reduce(0, +) / january[0] - 610.0 / 410) < 0.01)
        #expect(picture.text("..") != nil && picture.text("610") != nil)
    }

    @Test("covers the highest stack")
    func axis() throws {
        let picture = try Picture(Gallery.stacks().wide())
        #expect(picture.text("800") != nil)
        #expect(picture.rectangles("#6b7280").allSatisfy { $0["y"] > 15 })
    }

    @Test("writes the name of each part once")
    func names() throws {
        for format in ChartFormat.allCases {
            let words = try Picture(Gallery.stacks().drawing(format)).texts.map(\.text).joined(separator: " ")
            for name in ["Coachning och matchning", "Praktik och arbetsträning", "Arbetsmarknadsanställning", "Okänd"] {
                #expect(words.matches(of: Regex { name }).count == 1)
            }
        }
    }
}
