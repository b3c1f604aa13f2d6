@testable import Markup
import Testing

@Suite("A line chart")
struct LineChartTests {
    private static let blue = "#12436d"
    private static let orange = "#b5530c"

    private func line(
        _ values: [Double?], breaks: Set<Int> = [], borders: [LineChart.Break] = [], _ format: ChartFormat = .wide
    ) throws -> (picture: Picture, line: String) {
        let chart = LineChart(
            Places(Gallery.months), [LineChart.Series("2023", values, breaks: breaks)], breaks: borders,
            label: Gallery.whole)
        let picture = try Picture(chart.drawing(format))
        return (picture, try #require(picture.lines(Self.blue).last))
    }

    @Test("draws nothing where a value is missing: neither 0 nor a line over the gap", arguments: ChartFormat.allCases)
    func gaps(format: ChartFormat) throws {
        let (picture, line) = try line([10, nil, 30, 40], format)
        #expect(line.filter { $0 == "M" }.count == 2 && line.filter { $0 == "L" }.count == 1)
        #expect(Picture.points(line).count == 3)
        let foot = try #require(picture.text("0"))["y"] - 5
        #expect(Picture.points(line).allSatisfy { $0.y < foot - 1 })
    }

    @Test("draws a zero at the foot, and the other values as far up as they are great")
    func scale() throws {
        let points = Picture.points(try line([0, 10, 20, 40]).line)
        let heights = points.map { points[0].y - $0.y }
        #expect(abs(heights[1] * 4 - heights[3]) < 0.5 && abs(heights[2] * 2 - heights[3]) < 0.5)
        #expect(abs((points[1].x - points[0].x) - (points[3].x - points[2].x)) < 0.2)
    }

    @Test("sets a value on the line of the axis that has its number, also when the axis begins elsewhere than at 0")
    func onAxis() throws {
        let values: [Double?] = [22, 23, 24, 25, 26, 27]
        let chart = Gallery.years(values, [], [])
        let picture = try Picture(chart.wide())
        let line = try #require(picture.lines(Self.blue).first)
        #expect(chart.axisStart == 20)
        for (value, point) in zip([22, 24, 26], [0, 2, 4].map { Picture.points(line)[$0] }) {
            #expect(abs(try #require(picture.text("\(value)"))["y"] - 5 - point.y) < 0.11)
        }
    }

    @Test("breaks a line where what is counted changes, though there are values on both sides")
    func breaks() throws {
        let values = (0..<12).map { Double($0 + 10) }
        let one = try line(values, breaks: [9])
        #expect(one.line.filter { $0 == "M" }.count == 2 && Picture.points(one.line).count == 12)
        // Over twelve months there is no border that would cut other years as well.
        #expect(!one.picture.shapes.contains { $0.name == "line" && $0["x1"] == $0["x2"] })

        let all = try line(values, borders: [LineChart.Break(before: 9, "Nytt system")])
        #expect(all.line.filter { $0 == "M" }.count == 2)
        let border = try #require(all.picture.shapes.first { $0.name == "line" && $0["x1"] == $0["x2"] })
        let points = Picture.points(all.line)
        #expect(
            border["x1"] > points[8].x && border["x1"] < points[9].x && border.attributes["stroke-dasharray"] != nil)
        #expect(all.picture.text("Nytt system") != nil)
    }

    @Test("marks a value that no line leads to, also where there are no other marks")
    func alone() throws {
        let (picture, _) = try line([10, nil, 30, nil, 20, 25], .narrow)
        // And the sample before its name.
        #expect(picture.shapes.count { $0.name == "circle" } == 3)
    }

    @Test("marks joined months with hollow marks and says what they are", arguments: ChartFormat.allCases)
    func hollow(format: ChartFormat) throws {
        let picture = try Picture(Gallery.timeline.drawing(format))
        let hollow = picture.shapes.filter { $0.name == "circle" && $0.fill == "#ffffff" }
        #expect(hollow.count == 4 && picture.text("Manuellt sammanfört") != nil)
        #expect(["2021", "2022", "2023"].allSatisfy { picture.text($0) != nil })
    }

    @Test("tells where its axis begins when that is not 0")
    func start() {
        let paid = Gallery.years(Gallery.paid2023, Gallery.paid2022, Gallery.paid2021)
        #expect(paid.axisStart == 22)
        #expect(Gallery.years([1, 2], [], [], startsAtZero: false).axisStart == 0)
        #expect(Gallery.years([nil], [], []).axisStart == 0)
    }

    @Test("tells lines apart by stroke, mark and name as well as by colour")
    func apart() throws {
        let picture = try Picture(Gallery.years(Gallery.paid2023, Gallery.paid2022, Gallery.paid2021).wide())
        let strokes = picture.shapes.filter { $0.name == "path" && $0.fill == "none" }
        #expect(Set(strokes.map { $0.attributes["stroke-dasharray"] ?? "" }).count == 3)
        #expect(["2023", "2022", "2021"].allSatisfy { picture.text($0) != nil })
        #expect(picture.text("2023")?.attributes["font-weight"] == "700")
    }

    @Test("names a line that ends before the others beside its end, off every line", arguments: [2.0, 5, 8.5, 9.5])
    func nameWithin(end: Double) throws {
        let chart = LineChart(
            ["1", "2", "3", "4"],
            [LineChart.Series("april", [1, end, nil]), LineChart.Series("mars", [1, 5, 9, 10])],
            label: Gallery.whole)
        let picture = try Picture(chart.wide())
        let name = picture.box(of: try #require(picture.text("april")))
        for line in picture.lines(Self.blue) + picture.lines(Self.orange) {
            let points = Picture.points(line)
            for (start, end) in zip(points, points.dropFirst()) { #expect(!name.isCrossed(from: start, to: end)) }
        }
        let point = try #require(picture.lines(Self.blue).first.flatMap { Picture.points($0).last })
        #expect(abs((name.top + name.bottom) / 2 - point.y) < 40 && name.left < point.x + 40)
    }

    @Test("keeps the names of lines that end together apart, in the order of the lines")
    func names() throws {
        let chart = LineChart(
            ["1", "2"], ["a", "b", "c"].enumerated().map { LineChart.Series($1, [1, 9 - Double($0) * 0.01]) },
            label: Gallery.whole)
        let heights = try ["a", "b", "c"].map { try #require(try Picture(chart.wide()).text($0))["y"] }
        #expect(heights[1] - heights[0] >= 18 && heights[2] - heights[1] >= 18)
    }
}
