public import Tabular
public import Vocabulary

/// The workbook (*mallen*) that a municipality fills in: the table with its header as in the file description, a sheet
/// of instructions, the code lists and the example.
public enum Template {
    /// The names of the sheets that hold no data, in every language; to be passed over when a template is read.
    public static let ignoredSheetNames = Set(TemplateSheet.allCases.flatMap { [$0.name.sv, $0.name.en] })

    /// Rows that come with municipality and month filled in.
    static let preparedRows = 2_000
    /// Rows whose cells say what they take.
    static let guardedRows = 20_000

    /// The template of `table`, with `municipality` and `month` filled in where given; the same call gives the same
    /// bytes.
    ///
    /// A row in which only municipality and month are filled is a blank row to those who read it.
    public static func workbook(
        _ collection: Collection, _ table: Table, municipality: Municipality?, month: Month?, _ language: Language
    ) throws(WorkbookError) -> [UInt8] {
        let workbook = try WorkbookWriter(
            properties: WorkbookProperties(
                title: "\(collection.title[language]): \(table.title[language])", author: collection.authority))
        let layout = TemplateLayout(collection, table, language)
        let data = try workbook.addSheet(String(table.id.capitalised.prefix(31)))
        try layout.writeHeading(data, municipality: municipality, month: month)
        try layout.writeHeader(data)
        try layout.prepareRows(data, municipality: municipality, month: month)
        try layout.guardCells(data, month: month)
        try data.activate()
        try layout.writeInstructions(workbook.addSheet(TemplateSheet.instructions.name[language]), month: month)
        try layout.writeCodes(workbook.addSheet(TemplateSheet.codes.name[language]))
        if !table.examples.isEmpty {
            let example = try workbook.addSheet(TemplateSheet.example.name[language])
            try layout.writeHeader(example)
            try layout.writeExamples(example)
        }
        return try workbook.finish()
    }
}

/// The sheets of a template beside the data.
enum TemplateSheet: CaseIterable {
    case instructions, codes, example

    var name: Localized {
        switch self {
        case .instructions: Localized(sv: "Läs mig", en: "Read me")
        case .codes: Localized(sv: "Kodlista", en: "Code list")
        case .example: Localized(sv: "Exempel", en: "Example")
        }
    }
}
