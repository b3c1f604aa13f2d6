public import Markup

extension Page {
    /// A chart with its figures in a table under it. Two drawings are sent; the style sheet shows the one that fits.
    ///
    /// - Parameters:
    ///   - id: its own on the page: "svar-per-dag".
    ///   - message: what the chart says: "Tre av fyra kommuner har lämnat".
    ///   - subtitle: measure, unit, period and population.
    ///   - description: kind of chart, latest value, change, gaps: read instead of the drawing.
    ///   - table: the same figures.
    public func chart(
        _ id: String, _ message: String, subtitle: String, description: String, _ chart: some Chart, table: HTML
    ) -> HTML {
        """
        <figure role="group" aria-labelledby="\(id)"><figcaption id="\(id)"><strong>\(message)</strong>\
        <span>\(subtitle)</span></figcaption>
        \(chart.wide().svg(id: "\(id)-wide", title: message, description: description, style: "chart chart-wide"))
        \(chart.narrow().svg(id: "\(id)-narrow", title: message, description: description, style: "chart chart-narrow"))
        \(details(say("Visa siffrorna i tabell", "Show the figures in a table")) { table })</figure>

        """
    }
}
