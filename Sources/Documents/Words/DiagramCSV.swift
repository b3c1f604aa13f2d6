import Definitions
import Publication
import Reporting
import Tabular
import Vocabulary

/// The figures of a diagram for other programs: a row a figure, the oldest month first.
///
/// Months are ISO 8601 and numbers whole and ungrouped. A figure that is missing is blank, with a remark; months to come
/// are not there. Made-up figures say so on every row.
struct DiagramCSV {
    private let diagram: Diagram
    private let report: Report

    init(_ diagram: Diagram, _ report: Report) {
        self.diagram = diagram
        self.report = report
    }

    var bytes: [UInt8] {
        let words = ReportWords(report.language)
        var writer = CSVWriter()
        let place = diagram.shape == .bars ? words.category : words.month
        writer.row(
            [place, words.series, words.value, words.unitHead, words.remark]
                + (report.warning == nil ? [] : [words.note]))
        for series in diagram.shape == .years ? diagram.series.reversed() : diagram.series {
            for index in diagram.places.indices where !diagram.isAhead(index, series) {
                let value = series.observation(index)
                writer.text(diagram.month(index, of: series)?.iso ?? diagram.places[index])
                writer.text(diagram.shape == .years ? diagram.title : series.name)
                if let number = value.value { writer.number(Int(number.rounded())) } else { writer.blank() }
                writer.text(words.unit(diagram.unit))
                let isBroken = series.breaks.contains(index)
                let remarks = [
                    words.remark(series, index),
                    isBroken ? words.border(diagram.label(of: series, before: index)) : nil,
                ]
                writer.text(remarks.compactMap(\.self).joined(separator: "; "))
                if let warning = report.warning { writer.text(warning) }
                writer.endRow()
            }
        }
        return writer.bytes
    }
}

extension Diagram {
    /// The month a value of a series is of; `nil` where places are no months.
    fileprivate func month(_ place: Int, of series: Series) -> Month? {
        guard shape == .years else { return months.indices.contains(place) ? months[place] : nil }
        return Int(series.name).flatMap { Month(year: $0, month: place + 1) }
    }

    /// Whether a place of a series is a month after the report's, which has nothing to tell yet.
    func isAhead(_ place: Int, _ series: Series) -> Bool {
        shape == .years && series.name == self.series.first?.name && series.observation(place) == .notApplicable
            && place > current ?? .max
    }
}

extension ReportWords {
    /// Why a figure is not there, or that it was put together by hand; `nil` where there is nothing to say.
    func remark(_ series: Diagram.Series, _ place: Int) -> String? {
        if series.joined.contains(place) { return joined }
        let value = series.observation(place)
        let change = value == .missing(.systemChange) ? " (\(systemChange))" : ""
        return Symbol(value).map { $0.meaning(language) + change }
    }
}
