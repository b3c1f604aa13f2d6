public import Reporting
import Markup

/// Makes the forms of a report. One press serves a whole program: the programs it has started are used again, and end
/// with it.
public struct Press: Sendable {
    let settings: PressSettings
    let turns: Turns
    private let printers: Printers

    /// A press with those programs; none is started before it is needed.
    public init(_ settings: PressSettings = PressSettings()) {
        self.settings = settings
        turns = Turns(settings.programs)
        printers = Printers(settings)
    }

    /// The bytes of `report` in a form. Several may be made at a time.
    public func make(_ form: DocumentForm, of report: Report) async throws(DocumentError) -> [UInt8] {
        switch form {
        case .html: Array(ReportHTML(report).page.text.utf8)
        case .pdf: try await pdf(report)
        case .xlsx: try workbook(report)
        case .docx: try await memo(report)
        case .pptx: try await slides(report)
        }
    }

    /// The program that this machine lacks for a form; `nil` when the form can be made. Asked again soon, it answers at once.
    public func missing(for form: DocumentForm) async -> DocumentEngine? {
        switch form {
        case .html, .xlsx: nil
        case .pdf: await printers.arePossible() ? nil : .weasyprint
        case .docx: settings.pandoc == nil ? .pandoc : nil
        case .pptx: settings.pandoc == nil ? .pandoc : settings.rsvgConvert == nil ? .rsvgConvert : nil
        }
    }

    private func workbook(_ report: Report) throws(DocumentError) -> [UInt8] {
        do {
            return try ReportWorkbook(report).bytes()
        } catch {
            throw .workbook
        }
    }

    private func pdf(_ report: Report) async throws(DocumentError) -> [UInt8] {
        let page = ReportHTML(report, medium: .paper).printed
        return try await turns.take { () async throws(DocumentError) in try await printers.pdf(of: page.text) }
    }
}
