import Tabular
import Vocabulary

extension TemplateLayout {
    func writeCodes(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        try sheet.width(8, columns: 0...0)
        try sheet.width(60, columns: 1...1)
        try sheet.width(90, columns: 2...2)
        try sheet.printLandscape(headerRows: 0)
        let headers = [say("Kod", "Code"), say("Benämning", "Label"), say("Beskrivning", "Description")]
        for (list, row) in codeRows {
            try sheet.write(list.title[language], row: row, column: 0, style: Self.heading)
            for (column, header) in headers.enumerated() {
                try sheet.write(header, row: row + 1, column: column, style: CellStyle(bold: true, border: .below))
            }
            for (index, code) in list.codes.enumerated() {
                let line = row + 2 + index
                try sheet.write(code.value, row: line, column: 0, style: CellStyle(align: .left, top: true))
                try sheet.write(code.label[language], row: line, column: 1, style: Self.wrapped)
                try sheet.write(code.description[language], row: line, column: 2, style: Self.wrapped)
                let height = max(
                    Self.height(code.label[language], width: 60), Self.height(code.description[language], width: 90))
                try sheet.height(height, row: line)
            }
        }
    }

    func writeInstructions(_ sheet: WorkbookSheetWriter, month: Month?) throws(WorkbookError) {
        try sheet.width(100, columns: 0...0)
        try sheet.printLandscape(headerRows: 0)
        var row = 1
        func write(_ text: String, _ style: CellStyle) throws(WorkbookError) {
            try sheet.write(text, row: row, column: 0, style: style)
            if style.wrap { try sheet.height(Self.height(text, width: 100), row: row) }
            row += 1
        }
        try write("\(collection.title[language]): \(table.title[language])", Self.title)
        try write(table.description[language], Self.wrapped)
        row += 1
        try write(say("Så gör du", "What to do"), Self.heading)
        for (number, step) in steps(month: month).enumerated() { try write("\(number + 1). \(step)", Self.wrapped) }
        row += 1
        try write(say("Kolumnerna", "The columns"), Self.heading)
        for line in columns { try write(line, Self.wrapped) }
        row += 1
        try write(say("Det här kontrollerar vi", "What we check"), Self.heading)
        for line in checks { try write(line, Self.wrapped) }
        row += 1
        let periods = collection.calendar.periods.filter { month == nil || $0.month == month }
        if !periods.isEmpty {
            try write(say("Sista svarsdatum", "Due"), Self.heading)
            for period in periods { try write("\(period.month.fullName(language)): \(period.due)", Self.wrapped) }
        }
    }

    private func steps(month: Month?) -> [String] {
        let sheet = table.id.capitalised
        return language == .sv
            ? [
                "Fyll i bladet \(sheet), en rad för varje hushåll.",
                "Månad och kommunkod är ifyllda om du har hämtat mallen för din kommun. Rader utan löpnummer och "
                    + "uppgifter räknas inte.",
                "Ge varje hushåll ett eget löpnummer. Skriv inte personnummer, ärendenummer eller namn någonstans i filen.",
                "Kolumnerna kan inte ta emot annat än det som gäller. Klicka i en cell för att se vad den är till för.",
                "Du får lägga till egna kolumner till höger, till exempel för att hitta hushållet igen. De lämnas inte vidare.",
                "Spara som xlsx, kontrollera filen och lämna in den. Du får veta vad som behöver rättas och hur.",
            ]
            : [
                "Fill in the sheet \(sheet), a row for each household.",
                "Month and municipality are filled in if you fetched the template for your municipality. Rows without "
                    + "running number and data do not count.",
                "Give each household a running number. Write no identity numbers, case numbers or names in the file.",
                "The columns take nothing but what applies. Click a cell to see what it is for.",
                "You may add columns of your own to the right, for instance to find the household again. They go no further.",
                "Save as xlsx, check the file and deliver it. You will be told what to mend and how.",
            ]
    }

    /// The fields, those of a group with codes said as one.
    private var columns: [String] {
        var lines: [String] = []
        for field in table.fields {
            guard field.code != nil, let group = field.group.flatMap({ table.group($0) }) else {
                let meaning = field.description[language]
                let end = meaning.isEmpty || meaning.hasSuffix(".") ? meaning : meaning + "."
                lines.append("\(field.title[language]): \(field.allowed(language)). \(end)")
                continue
            }
            let codes = table.fields.filter { $0.group == group.id }.compactMap(\.code).map(String.init)
            let bounds = "\(codes.first ?? "")–\(codes.last ?? "")"
            let line = say(
                "\(group.title.sv) \(bounds): en kolumn för varje kod i kodlistan.",
                "\(group.title.en) \(bounds): a column for each code of the code list.")
            if lines.last != line { lines.append(line) }
        }
        return lines
    }

    private var checks: [String] {
        let catalogue = MessageCatalogue.load(language, rules: table.rules)
        var names: [String] = []
        for rule in table.rules where rule.severity != .info {
            let line = "\(catalogue.name(rule.id)) (\(rule.severity.title[language]))"
            if !names.contains(line) { names.append(line) }
        }
        return names
    }
}
