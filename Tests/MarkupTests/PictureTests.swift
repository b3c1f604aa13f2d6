import Foundation
@testable import Markup
import TestSupport
import Testing

@Suite("Every chart")
struct PictureTests {
    @Test(
        "can be read in both widths: well-formed, no text outside the picture or on another",
        arguments: Gallery.all.map(\.name))
    func readable(name: String) throws {
        let chart = try #require(Gallery.all.first { $0.name == name }).chart
        for format in ChartFormat.allCases {
            let picture = try Picture(chart.drawing(format))
            #expect(picture.width == format.width)
            #expect(picture.unreadable.isEmpty)
            #expect(!picture.texts.isEmpty)
        }
    }

    @Test("says what the caller says when there is nothing to draw", arguments: ChartFormat.allCases)
    func nothing(format: ChartFormat) throws {
        for (name, chart) in Gallery.all where ["no columns", "no bars"].contains(name) {
            let picture = try Picture(chart.drawing(format))
            #expect(picture.texts.contains { $0.text == "Uppgift saknas" || $0.text == "Inga avslut under perioden." })
            #expect(!picture.texts.contains { $0.text == "0" })
        }
    }

    @Test("as a file says its size, its name and what is in it, and stands on white")
    func file() throws {
        let file = Gallery.bars.wide().file(title: "Orsaker <1>", description: "Stapeldiagram & \"tal\"")
        #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height="))
        #expect(!file.contains("style=") && !file.contains("class="))
        let picture = try Picture(file)
        #expect(picture.shapes.prefix(3).map(\.name) == ["title", "desc", "rect"])
        #expect(picture.shapes[0].text == "Orsaker <1>" && picture.shapes[1].text == "Stapeldiagram & \"tal\"")
        #expect(picture.shapes[2].fill == "#ffffff" && picture.shapes[2]["width"] == 720)
    }

    @Test("that leaves its page takes along what stood around it, above and below, and nothing overlaps")
    func framed() throws {
        let drawing = Gallery.bars.wide()
        let long =
            "Antalet hushåll med insats ekonomiskt bistånd vid integrationsenheten ligger 16,8 procent under nivån i "
            + "augusti 2022"
        let picture = try Picture(drawing.framed(over: [long, "Antal hushåll"], under: ["Källa: Lifecare.", ""]))
        #expect(picture.width == 752 && picture.height > drawing.height + 4 * Lettering.line)
        let texts = picture.texts.map(\.text)
        #expect(texts.prefix(3).joined(separator: " ") == long + " Antal hushåll" && texts.contains("Källa: Lifecare."))
    }

    @Test(
        "measures letters as the typeface has them", .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func letters() throws {
        let words = [
            "Etableringsersättning", "Ändrade familjeförhållanden (24\u{a0}%)", "2022–2023: −3,0 & [~]",
            "Öppet år é ü · ’",
        ]
        let script = """
            import sys
            from fontTools.ttLib import TTFont
            for face in sys.argv[1:3]:
                font = TTFont(face); names = font.getBestCmap(); widths = font['hmtx']
                for word in sys.argv[3:]:
                    print(sum(widths[names[ord(letter)]][0] for letter in word) * 14 / font['head'].unitsPerEm)
            """
        let assets = Dossier.repository.appending(path: "Assets")
        let faces = ["open-sans-regular.woff2", "open-sans-bold.woff2"].map { assets.appending(path: $0).path }
        let printed = try Python.run(script, faces[0], faces[1], words[0], words[1], words[2], words[3])
        let expected = printed.split(separator: "\n").compactMap { Double($0) }
        let measured = [false, true].flatMap { isBold in words.map { Lettering.width(of: $0, isBold: isBold) } }
        try #require(expected.count == measured.count)
        for (one, other) in zip(expected, measured) { #expect(one <= other + 0.01 && other < one + 6) }
    }

    @Test("breaks a long name between words, into lines of about one width, and cuts what has no room")
    func wrapping() {
        #expect(
            Lettering.wrap("2022 (nytt system från okt)", within: 130, lines: 3) == ["2022 (nytt", "system från okt)"])
        #expect(Lettering.wrap("Arbete", within: 130, lines: 3) == ["Arbete"])
        let cut = Lettering.wrap("Grundläggande vuxenutbildning på distans i hela länet", within: 120, lines: 2)
        #expect(cut.count == 2 && cut[1].hasSuffix("…") && cut.allSatisfy { Lettering.width(of: $0) <= 120 })
        #expect(Lettering.wrap("", within: 100, lines: 2) == [])
    }
}

/// Numbers that look like chance but are the same every time.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}

extension PictureTests {
    @Test("can be read whatever the figures are: lines that cross, end anywhere and have gaps", arguments: 1...100)
    func anyFigures(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let names = ["2023", "2022 (nytt system från okt)", "2021 (uppgift saknas)"]
        let series = names.map { name in
            let base = Double.random(in: 0...3000, using: &dice)
            let end = Int.random(in: 0...12, using: &dice)
            return LineChart.Series(
                name,
                (0..<end).map { _ in
                    Int.random(in: 0..<6, using: &dice) == 0 ? nil : base * .random(in: 0.6...1.4, using: &dice)
                }, breaks: [Int.random(in: 1..<12, using: &dice)])
        }
        let isWithBorder = Bool.random(using: &dice)
        let line = LineChart(
            Places(Gallery.months, spans: [Places.Span("2022", 4), .init("2023", 8)]), series,
            breaks: isWithBorder ? [.init(before: 4, "Nytt verksamhetssystem")] : [],
            startsAtZero: Bool.random(using: &dice), empty: "Uppgift saknas", label: Gallery.whole)
        let columns = ColumnChart(
            Places(Gallery.months),
            series.map { ColumnChart.Series($0.name, $0.values) },
            Bool.random(using: &dice) ? .stacked : .grouped, empty: "Uppgift saknas", label: Gallery.whole)
        for chart in [line, columns] as [any Chart] {
            for format in ChartFormat.allCases {
                #expect(try Picture(chart.drawing(format)).unreadable.isEmpty)
            }
        }
    }
}
