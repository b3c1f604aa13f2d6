import Definitions
import Markup
import Reporting
import Vocabulary

extension Diagram {
    /// The drawing of it.
    func chart(_ language: Language) -> any Chart {
        switch shape {
        case .years, .timeline: lines(language)
        case .grouped, .stacked: columns(language)
        case .bars: bars(language)
        }
    }

    /// What stands under the headline: "Utbetalt ekonomiskt bistånd. Kronor per månad, 2021–2023. Axeln börjar på 20."
    func underline(_ language: Language) -> String {
        var sentences = headline.text == title || headline.text.isEmpty ? [] : [title]
        if !subtitle.isEmpty { sentences.append(subtitle) }
        var text = sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
        if let start = axisStart(language), start != 0 {
            text += " " + ReportWords(language).axisStarts(at: axisLabel(language)(start))
        }
        return text
    }

    /// Where the axis of lines begins; `nil` where there is none, or other shapes, which begin at 0.
    func axisStart(_ language: Language) -> Double? {
        shape == .years || shape == .timeline ? lines(language).axisStart : nil
    }

    /// What it says, or is about where it says nothing: "Utbetalningarna ligger under 2022 års nivå".
    var message: String { headline.text.isEmpty ? title : headline.text }

    /// "Diagram 1. Utbetalningarna ligger under 2022 års nivå".
    func heading(_ language: Language) -> String {
        "\(ReportWords(language).diagram) \(number). \(message)"
    }

    private func lines(_ language: Language) -> LineChart {
        let words = ReportWords(language)
        let drawn = series.map { series in
            LineChart.Series(
                shape == .years ? series.name + (series.breakLabel.map { " (\($0))" } ?? "") : series.name,
                series.values.map(\.value),
                breaks: series.breaks, hollow: series.joined)
        }
        return LineChart(
            axisPlaces, drawn,
            breaks: shape == .timeline ? borders.map { LineChart.Break(before: $0.place, $0.label) } : [],
            startsAtZero: unit == .percent, hollow: series.contains { !$0.joined.isEmpty } ? words.joined : nil,
            empty: words.noValues, label: axisLabel(language))
    }

    private func columns(_ language: Language) -> ColumnChart {
        ColumnChart(
            axisPlaces, series.map { ColumnChart.Series($0.name, $0.values.map(\.value)) },
            shape == .grouped ? .grouped : .stacked, empty: ReportWords(language).noValues,
            label: axisLabel(language))
    }

    private func bars(_ language: Language) -> BarChart {
        let form = FigureForm(unit, language)
        let words = ReportWords(language)
        return BarChart(
            places.enumerated().map { index, name in
                let value = series.first?.observation(index).value
                let share = share(index).map { " (\($0)\u{a0}%)" } ?? ""
                return BarChart.Bar(
                    name, value, text: value.map { form.text($0) + share } ?? words.missing,
                    isRest: rest.contains(index))
            }, empty: words.noValues)
    }

    private var axisPlaces: Places {
        var spans: [Places.Span] = []
        var count = 0
        for (index, month) in months.enumerated() {
            count += 1
            guard index + 1 == months.count || months[index + 1].year != month.year else { continue }
            spans.append(Places.Span(String(month.year), count))
            count = 0
        }
        return Places(shortPlaces, spans: spans)
    }

    /// How the numbers along the axis are written: large sums in millions.
    private func axisLabel(_ language: Language) -> @Sendable (Double) -> String {
        let form = FigureForm(unit, language)
        let most = series.flatMap { $0.values.compactMap(\.value) }.max() ?? 0
        guard unit == .kronor, most >= 2_000_000 else { return { form.text($0) } }
        return { value in
            let tenths = Int((value / 100_000).rounded())
            let numbers = NumberForm(language)
            let millions = tenths.isMultiple(of: 10) ? numbers.text(tenths / 10) : numbers.text(tenths: tenths)
            return millions + "\u{a0}" + (language == .sv ? "mnkr" : "MSEK")
        }
    }
}
