import Foundation
import TestSupport
import Testing

@Suite("The colours of the style sheet")
struct ContrastTests {
    /// The custom properties of `portal.css` that are colours.
    static let colors: [String: [Double]] = {
        let sheet =
            (try? String(contentsOf: Dossier.repository.appending(path: "Assets/portal.css"), encoding: .utf8)) ?? ""
        var colors: [String: [Double]] = ["white": [255, 255, 255]]
        for match in sheet.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) {
            let number = Int(match.2, radix: 16) ?? 0
            colors[String(match.1)] = [Double(number >> 16), Double(number >> 8 & 255), Double(number & 255)]
        }
        return colors
    }()

    static func luminance(_ name: String) throws -> Double {
        let parts = try #require(colors[name], "no colour --\(name)").map { part in
            let share = part / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    static func contrast(_ one: String, _ other: String) throws -> Double {
        let (one, other) = (try luminance(one), try luminance(other))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    @Test(
        "are read against what is behind them: 4.5 to 1",
        arguments: [
            ("text", "white"), ("text", "paper"), ("grey", "white"), ("grey", "paper"), ("link", "white"),
            ("link", "paper"), ("link", "blue-pale"), ("visited", "white"), ("visited", "blue-pale"), ("white", "blue"),
            ("white", "blue-dark"), ("blue", "blue-pale"), ("error", "white"), ("error", "error-pale"),
            ("warning", "warning-pale"), ("ok", "ok-pale"), ("link", "ok-pale"), ("link", "warning-pale"),
            ("link", "error-pale"),
        ])
    func text(color: String, behind: String) throws { #expect(try Self.contrast(color, behind) >= 4.5) }

    @Test(
        "are seen as edges: 3 to 1",
        arguments: [("border", "white"), ("border", "paper"), ("focus-ink", "focus"), ("focus", "blue")])
    func edges(color: String, behind: String) throws { #expect(try Self.contrast(color, behind) >= 3) }
}
