import Foundation
public import Markup
import Web

/// The address of a page on this site, which can be bookmarked and read aloud. Never a row, a name or a session in it.
///
/// Every address is built here: `Path.deliver(march)`, `Path.deliveries.with("sida", "2")`. `Route` has the patterns
/// that the router answers to.
public struct Path: Hashable, Sendable {
    private let segments: [String]
    private var query: [Item] = []
    private var anchor: String?

    private struct Item: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// The address of these segments, each written as an address needs it.
    public init(_ segments: String...) { self.segments = segments }

    private init(_ segments: [String]) { self.segments = segments }

    /// Reads what `text` writes; `nil` for anything but an address of this site, such as one with a host.
    public init?(returning text: String) {
        guard LocalPath(text) != nil else { return nil }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        segments = halves[0].split(separator: "/").compactMap { $0.removingPercentEncoding }
        guard segments.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
        for pair in (halves.count > 1 ? halves[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count > 1 ? sides[1].replacing("+", with: " ").removingPercentEncoding : ""
            guard let name = sides[0].removingPercentEncoding, let value else { return nil }
            query.append(Item(name: name, value: value))
        }
    }

    /// A page under this one.
    public func under(_ segments: String...) -> Path { Path(self.segments + segments) }

    /// The same page with `name` set to `value` after the question mark, or without it when `nil`.
    public func with(_ name: String, _ value: String?) -> Path {
        var path = self
        path.query.removeAll { $0.name == name }
        if let value { path.query.append(Item(name: name, value: value)) }
        return path
    }

    /// The same page, shown from the element whose id is `anchor`.
    public func at(_ anchor: String?) -> Path {
        var path = self
        path.anchor = anchor
        return path
    }

    /// Every value that stands after the question mark for `name`, as of tick boxes.
    public func values(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

    /// The same page with `name` after the question mark once for each of `values`.
    public func with(_ name: String, each values: [String]) -> Path {
        var path = with(name, nil)
        path.query += values.map { Item(name: name, value: $0) }
        return path
    }

    /// What stands after the question mark for `name`.
    public subscript(name: String) -> String? { query.first { $0.name == name }?.value }

    /// The names and values after the question mark, for the hidden fields of a form that filters.
    public var items: [(name: String, value: String)] { query.map { ($0.name, $0.value) } }

    /// The page without what stands after the question mark.
    public var page: Path { Path(segments) }

    /// Whether `other` is this page or stands under it.
    public func holds(_ other: Path) -> Bool { other.segments.starts(with: segments) }

    /// "/arbete/lamna/2013-03".
    public var text: String {
        let path = "/" + segments.map(Self.encoded).joined(separator: "/")
        let pairs = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
        return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")) + (anchor.map { "#" + $0 } ?? "")
    }

    private static func encoded(_ text: String) -> String {
        // Nearly all of it is our own words.
        guard !text.utf8.allSatisfy(isPlain) else { return text }
        var encoded = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = Array("0123456789ABCDEF")
                encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return encoded
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension HTML.StringInterpolation {
    /// The address, for `href` and `action`.
    public mutating func appendInterpolation(_ path: Path) { appendInterpolation(path.text) }
}

/// Words that lead to a page.
public struct Link: Sendable {
    /// What is read.
    public let title: String
    /// Where it leads.
    public let path: Path

    /// `title` leading to `path`.
    public init(_ title: String, _ path: Path) {
        self.title = title
        self.path = path
    }
}
