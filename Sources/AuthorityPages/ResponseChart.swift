import Collecting
import Frame
import Markup
import Vocabulary

extension Page {
    /// How answers came in, day by day, beside the month before.
    func response(_ series: ResponseSeries) -> HTML {
        let month = series.month.fullName(language)
        var lines = [
            LineChart.Series(month, series.days.map { Self.percent($0.answered, of: series.owing) })
        ]
        if let before = series.previousMonth, let owing = series.previousOwing {
            lines.append(
                LineChart.Series(before.fullName(language), series.days.map { Self.percent($0.previous, of: owing) }))
        }
        let chart = LineChart(
            Places(series.days.map { "\($0.day.dayOfMonth)/\($0.day.month.month)" }), lines, greatest: 100
        ) { "\(Int($0))\u{a0}%" }
        return self.chart(
            "svar-per-dag", message(series),
            subtitle: say(
                "Andel av kommunerna som har svarat, per dag från den dag insamlingen öppnade.",
                "Share of the municipalities that have answered, by day from the day the collection opened."),
            description: description(series), chart, table: table(series))
    }

    private static func percent(_ part: Int?, of whole: Int) -> Double? {
        part.map { whole > 0 ? 100 * Double($0) / Double(whole) : 0 }
    }

    /// What the lines say: how far it has come, and against the same day of the month before.
    private func message(_ series: ResponseSeries) -> String {
        guard let last = series.days.last(where: { $0.answered != nil }), let answered = last.answered else {
            return say("Insamlingen har inte öppnat", "The collection has not opened")
        }
        let rate = Rate(part: answered, whole: series.owing)
        let now = say("\(share(rate)) av kommunerna har svarat", "\(share(rate)) of the municipalities have answered")
        guard let before = series.previousMonth, let owing = series.previousOwing, let then = last.previous else {
            return now
        }
        let than = say(
            "mot \(share(Rate(part: then, whole: owing))) för \(before.name(.sv)) efter lika många dagar",
            "against \(share(Rate(part: then, whole: owing))) for \(before.name(.en)) after as many days")
        return "\(now), \(than)"
    }

    private func description(_ series: ResponseSeries) -> String {
        let kind =
            series.previousMonth.map {
                say(
                    "Linjediagram med en linje för \(series.month.fullName(.sv)) och en streckad för \($0.fullName(.sv)).",
                    "Line chart with one line for \(series.month.fullName(.en)) and a dashed one for \($0.fullName(.en))."
                )
            }
            ?? say(
                "Linjediagram för \(series.month.fullName(.sv)).", "Line chart for \(series.month.fullName(.en)).")
        return "\(kind) \(message(series)). "
            + say("Siffrorna står i tabellen under.", "The figures are in the table below.")
    }

    private func table(_ series: ResponseSeries) -> HTML {
        let number = { (value: Int?) -> HTML in "\(value.map { self.number($0) } ?? "–")" }
        var columns: [Column<ResponseDay>] = [
            Column(say("Dag", "Day"), .rowHeader) { "\(self.number($0.number))" },
            Column(say("Datum", "Date")) { "\(self.date($0.day))" },
            Column(series.month.fullName(language), .number) { number($0.answered) },
        ]
        if let before = series.previousMonth {
            columns.append(Column(before.fullName(language), .number) { number($0.previous) })
        }
        let owing = [
            say("Ska lämna för \(series.month.name(.sv)): ", "Owing for \(series.month.name(.en)): ")
                + self.number(series.owing),
            series.previousMonth.map { before in
                say("för \(before.name(.sv)): ", "for \(before.name(.en)): ") + self.number(series.previousOwing ?? 0)
            },
        ].compactMap { $0 }.joined(separator: ", ")
        return table(
            say("Kommuner som har svarat, per dag. \(owing).", "Municipalities that have answered, by day. \(owing)."),
            series.days, columns, narrow: .scroll, empty: say("Inga dagar än.", "No days yet."))
    }
}
