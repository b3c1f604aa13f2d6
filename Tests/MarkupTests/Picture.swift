import Foundation
@testable import Markup

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A drawing read as any program reads it: what is in it, and where.
struct Picture {
    struct Shape {
        let name: String
        let attributes: [String: String]
        var text = ""

        subscript(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        var fill: String { attributes["fill"] ?? "" }
    }

    let width, height: Double
    let shapes: [Shape]

    /// Fails when it is not well-formed.
    init(_ drawing: Drawing, title: String = "Rubrik", description: String = "Beskrivning") throws {
        try self.init(drawing.file(title: title, description: description))
    }

    init(_ file: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(file.utf8))
        parser.delegate = reader
        guard parser.parse(), let picture = reader.shapes.first else {
            throw parser.parserError ?? CocoaError(.fileReadCorruptFile)
        }
        (width, height) = (picture["width"], picture["height"])
        shapes = Array(reader.shapes.dropFirst())
    }

    var texts: [Shape] { shapes.filter { $0.name == "text" } }

    /// Filled rectangles of a colour, from the left and from the top.
    func rectangles(_ color: String) -> [Shape] {
        shapes.filter { $0.name == "rect" && $0.fill == color && $0.attributes["stroke"] == nil }
    }

    func text(_ words: String) -> Shape? { texts.first { $0.text == words } }

    /// How many pieces each line is drawn in, and how many steps it takes, by its colour.
    func lines(_ color: String) -> [String] {
        shapes.filter { $0.name == "path" && $0.attributes["stroke"] == color && $0.fill == "none" }
            .compactMap { $0.attributes["d"] }
    }

    /// The points of a line.
    static func points(_ line: String) -> [(x: Double, y: Double)] {
        line.matches(of: /[ML]([-0-9.]+) ([-0-9.]+)/).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
        }
    }

    func box(of text: Shape) -> Box {
        Box(
            [text.text], at: (text["x"], text["y"]),
            anchor: text.attributes["text-anchor"].flatMap(Drawing.Anchor.init) ?? .start,
            isBold: text.attributes["font-weight"] == "700")
    }

    /// Texts that leave the picture, or stand on each other: none, in a picture that can be read.
    var unreadable: [String] {
        let boxes = texts.map { ($0.text, box(of: $0)) }
        let outside = boxes.filter {
            $0.1.left < -0.5 || $0.1.right > width + 0.5 || $0.1.top < 0 || $0.1.bottom > height
        }
        let onEachOther = boxes.enumerated().flatMap { index, one in
            boxes.dropFirst(index + 1).filter { $0.1.overlaps(one.1) }.map { "\(one.0) / \($0.0)" }
        }
        return outside.map { "outside: \($0.0)" } + onEachOther
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var shapes: [Shape] = []

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            shapes.append(Shape(name: name, attributes: attributes))
        }

        func parser(_: XMLParser, foundCharacters text: String) {
            guard !shapes.isEmpty else { return }
            shapes[shapes.count - 1].text += text
        }
    }
}
