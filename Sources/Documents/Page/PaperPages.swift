/// Reckons how full a printed page is, so that a diagram stands whole on one page.
struct PaperPages {
    /// Millimetres taken of the page.
    private var taken = 14.0

    /// The room within the margins.
    private static let page = 255.0

    /// Whether the next diagram begins a page. `chart` is the height of its drawing in parts of its width.
    mutating func beginsPage(chart: Double, rows: Int) -> Bool {
        let height = 22 + 174 * chart + max(60, 16 + 5.6 * Double(rows)) + 12
        if taken + height > Self.page, taken > 14 {
            taken = height
            return true
        }
        taken += height
        return false
    }
}
