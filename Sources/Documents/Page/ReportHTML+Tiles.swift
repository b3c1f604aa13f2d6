import Markup
import Reporting
import Vocabulary

extension ReportHTML {
    /// Key figures beside each other.
    func tiles(_ tiles: [Tile]) -> HTML {
        "<ul class=\"report-tiles\">\n\(tiles.map(tile))</ul>"
    }

    private func tile(_ tile: Tile) -> HTML {
        let text = TileText(tile, report.language)
        let isChanged = report.changes.contains { $0.indicator == tile.id }
        return """
            <li>
            \(heading(2, nil, text.title))
            <p class="tile-month">\(text.month)</p>
            <p class="tile-value\(tile.value.value == nil ? " is-missing" : "")">\(text.value)\
            \(text.unit.isEmpty ? .empty : " <span class=\"tile-unit\">\(text.unit)</span>")</p>
            <p class="tile-before">\(text.before)</p>
            \(text.change.map { "<p class=\"tile-change\">\($0)</p>" as HTML })
            \(tile.note.map { "<p class=\"tile-note\">\($0)</p>" as HTML })
            \(isChanged ? "<p class=\"tile-changed\"><a href=\"#\(Self.changesID)\">\(words.changed)</a></p>" : .empty)
            \(medium == .screen ? measure(tile) : "<p class=\"tile-definition\">\(tile.definition)</p>")
            </li>

            """
    }

    private func measure(_ tile: Tile) -> HTML {
        guard !tile.definition.isEmpty else { return .empty }
        return """
            <details><summary>\(words.howMeasured)<span class="is-hidden">: \(tile.title)</span></summary>\
            <p>\(tile.definition)</p></details>
            """
    }
}
