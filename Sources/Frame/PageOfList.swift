public import Markup

/// A part of a long list: fifty at a time, `?sida=2`.
public struct PageOfList: Sendable, Equatable {
    /// How many there are in all.
    public let count: Int
    /// Which part this is, from 1.
    public let number: Int
    /// How many a part has.
    public let size: Int

    /// The part that `path` asks for of a list of `count`; the nearest there is.
    public init(of count: Int, _ path: Path, size: Int = 50) {
        self.count = count
        self.size = size
        number = min(max(path[Self.name].flatMap { Int($0) } ?? 1, 1), max((count + size - 1) / size, 1))
    }

    /// How many parts there are.
    public var pages: Int { max((count + size - 1) / size, 1) }
    /// The places in the list that this part has.
    public var range: Range<Int> { min((number - 1) * size, count)..<min(number * size, count) }

    static let name = "sida"
}

extension Page {
    /// Links to the parts of a long list; nothing when all is shown.
    ///
    /// - Parameter things: what the list has, in the plural: "fel".
    public func pager(_ list: PageOfList, things: String) -> HTML {
        guard list.pages > 1 else { return .empty }
        var shown: [Int?] = []
        for number in 1...list.pages where number == 1 || number == list.pages || abs(number - list.number) <= 1 {
            if let last = shown.last ?? nil, number - last > 1 { shown.append(nil) }
            shown.append(number)
        }
        let items = shown.map { number in
            guard let number else { return "<li><span>…</span></li>" as HTML }
            return number == list.number
                ? "<li><span aria-current=\"page\">\(number)</span></li>"
                : """
                <li><a href="\(path.with(PageOfList.name, String(number)))">\
                <span class="hidden">\(say("Sida", "Page")) </span>\(number)</a></li>
                """
        }
        let (first, last) = (self.number(list.range.lowerBound + 1), self.number(list.range.upperBound))
        return """
            <nav aria-label="\(say("Sidor i listan", "Pages of the list"))"><p>\(say(
                "Visar \(first)–\(last) av \(self.number(list.count)) \(things).",
                "Showing \(first)–\(last) of \(self.number(list.count)) \(things)."))</p><ul class="pager">\(items)</ul></nav>

            """
    }
}
