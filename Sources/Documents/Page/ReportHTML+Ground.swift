import Definitions
import Markup
import Reporting
import Vocabulary

extension ReportHTML {
    /// How months have grown since they were extracted.
    func lateRegistration(_ late: LateRegistration) -> HTML {
        """
        \(paragraphs(late.introduction))
        \(late.figures.map { grown($0, words.known(late.known)) })
        \(late.method.isEmpty ? .empty : "<div class=\"diagram-ground\">\(paragraphs(late.method))</div>")
        """
    }

    private func grown(_ figure: LateRegistration.Figure, _ known: String) -> HTML {
        let form = FigureForm(figure.unit, report.language)
        let heads = [words.firstExtracted, known, words.added, words.expected, words.interval]
        let table: HTML = """
            <table class="grown">
            <caption>\(words.caption(figure.title, figure.unit))</caption>
            <thead><tr>\(corner(words.month))\
            \(heads.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML })</tr></thead>
            <tbody>
            \(figure.months.map { grown($0, form) })</tbody>
            </table>
            """
        return scrolled(table, figure.title)
    }

    private func grown(_ row: LateRegistration.Row, _ form: FigureForm) -> HTML {
        let added = form.number(row.now - row.first)
        let expected: HTML =
            row.expected.map {
                """
                <td class="number">\(form.number($0.value))</td>\
                <td class="number">\(words.interval($0.interval, form))</td>
                """
            } ?? "<td class=\"number\" colspan=\"2\">\(words.tooLittle)</td>"
        return """
            <tr><th scope="row">\(row.month.fullName(report.language))</th>\
            <td class="number">\(form.number(row.first))</td><td class="number">\(form.number(row.now))</td>\
            <td class="number">\(row.now > row.first ? "+" : "")\(added)</td>\(expected)</tr>

            """
    }

    /// Figures that are counted in another way than last month.
    var changes: HTML {
        guard !report.changes.isEmpty else { return .empty }
        let list = report.changes.map { change -> HTML in
            let renamed: HTML =
                change.titles.before == change.titles.now
                ? .empty : "<p>\(words.before): <strong>\(change.titles.before)</strong></p>"
            return """
                <div class="report-change">
                \(heading(2, nil, change.titles.now))
                \(renamed)
                <p><strong>\(words.now):</strong> \(change.definitions.now)</p>
                <p><strong>\(words.before):</strong> \(change.definitions.before)</p>
                </div>

                """
        }
        return """
            <section class="report-part" id="\(Self.changesID)">
            \(heading(1, nil, words.changes))
            <p>\(words.changesIntroduction(from: report.identity.month))</p>
            \(list)</section>
            """
    }

    /// Where the figures come from and when.
    var about: HTML {
        """
        <section class="report-part report-about" id="\(Self.aboutID)">
        \(heading(1, nil, words.about))
        <p>\(words.responsible(report))</p>
        \(report.sources.map { "<p>\($0)</p>" as HTML })
        </section>
        """
    }
}
