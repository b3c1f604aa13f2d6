import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    /// Columns, codes and an example of the files of a collection, as they are in a month.
    func fileGuide(_ collection: Definitions.Collection, _ month: Month, _ desk: Desk, _ may: Rights) -> Document {
        let deliver = say("Lämna uppgifter för \(fullName(month))", "Deliver for \(fullName(month))")
        return document(
            say("Så ska filen se ut", "What the file should look like"), over: over(collection, desk.municipality),
            back: may.deliver ? Link(deliver, .deliver(month)) : Link(say("Hjälp", "Help"), .help)
        ) {
            """
            \(collection.tables.map { guide($0, month) })\
            <h2>\(say("Koder", "Codes"))</h2>
            \(collection.codeLists.map { codes($0, month) })
            """
        }
    }

    private func guide(_ table: Definitions.Table, _ month: Month) -> HTML {
        """
        <h2>\(say(table.title))</h2>
        <p>\(say(table.description))</p>
        <p>\(link(say("Hämta mallen", "Fetch the template"), .template(month, table.id), about: "\(say(table.title)), xlsx", icon: .download))</p>
        \(self.table(
            say("Kolumner: \(say(table.title).lowercased())", "Columns: \(say(table.title).lowercased())"), table.fields,
            [
                Column(say("Kolumn", "Column"), .rowHeader) { "\(say($0.title))" },
                Column(say("Vad den innehåller", "What it holds")) { "\(say($0.description))" },
                Column(say("Så fyller du i", "How to fill it in")) { field in
                    "\(field.allowed(language))\(field.required ? say(", måste fyllas i", ", must be filled in") : "")"
                },
            ], empty: ""))
        """
    }

    /// A code list as it is in a month.
    func codes(_ list: CodeList, _ month: Month) -> HTML {
        table(
            say(list.title), list.codes.filter { $0.isValid(in: month) },
            [
                Column(say("Kod", "Code"), .rowHeader) { "\($0.value)" },
                Column(say("Betyder", "Means")) { code in
                    let about = say(code.description)
                    return
                        "\(say(code.label))\(about.isEmpty ? nil : "<br><span class=\"secondary-text\">\(about)</span>" as HTML)"
                },
            ], empty: "", id: { "kod-\(list.id)-\($0.value)" })
    }
}
