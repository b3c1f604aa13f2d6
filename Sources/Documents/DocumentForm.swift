public import Reporting
import Vocabulary

/// The forms a report is made in.
public enum DocumentForm: String, Sendable, CaseIterable {
    /// A page of its own, the primary form.
    case html
    /// A tagged document for reading and printing (PDF/UA-1).
    case pdf
    /// All figures with diagrams that can be changed.
    case xlsx
    /// The cover memo (*tjänsteskrivelse*).
    case docx
    /// Pictures for the meeting (*bildspel*).
    case pptx

    /// As in the header `Content-Type`.
    public var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        }
    }

    /// What a file of this form is called: "namndrapport-0580-2023-08.pdf".
    public func fileName(of report: Report) -> String { fileName(of: report.identity) }

    /// What a file of this form is called: "namndrapport-0580-2023-08.pdf", "tjansteskrivelse-0580-2023-08.docx".
    public func fileName(of identity: ReportIdentity) -> String {
        let name = self == .docx ? "tjansteskrivelse" : String(identity.kind.prefix { $0 != "-" })
        return "\(name)-\(identity.municipality.code)-\(identity.month.iso).\(rawValue)"
    }
}
