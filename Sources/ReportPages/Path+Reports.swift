import Frame
import Reporting
import Vocabulary

/// The addresses of a report in the workspace.
struct ReportPlace {
    /// The workspace.
    let path: Path

    /// The place of a report.
    init(_ identity: ReportIdentity) { path = .reports.under(identity.kind, identity.month.iso) }

    /// The places of all reports, as the router knows them.
    static let pattern = ReportPlace(path: .reports.under(":kind", ":month"))

    private init(path: Path) { self.path = path }

    /// Beginning it.
    var begin: Path { path.under("borja") }
    /// Which parts it has, in which order.
    var choices: Path { path.under("innehall") }
    /// What is written in it.
    var texts: Path { path.under("texter") }
    /// The memo.
    var memo: Path { path.under("tjansteskrivelse") }
    /// A form of it.
    func file(_ form: String) -> Path { path.under("fil", form) }
    /// A step of its life.
    func step(_ step: ReportStepWord) -> Path { path.under(step.rawValue) }

    /// Where a diagram stands on the page.
    static func anchor(_ diagram: String) -> String { "diagram-\(diagram)" }
}

/// The word of a step in an address.
enum ReportStepWord: String, CaseIterable {
    case lock = "las"
    case unlock = "las-upp"
    case send = "skicka"
    case approve = "godkann"
    case giveBack = "lamna-tillbaka"
    case publish = "publicera"
    case withdraw = "dra-tillbaka"
    case revise = "ny-utgava"
}

extension Path {
    /// What a municipality has published.
    static func published(_ municipality: Municipality) -> Path { publishedReports.under(municipality.code) }
    /// A published report, in the edition that counts.
    static func published(_ identity: ReportIdentity) -> Path {
        published(identity.municipality).under(identity.month.iso).with(
            "rapport", identity.kind == standardKind ? nil : identity.kind)
    }
    /// A published report in one of its editions.
    static func published(_ report: PublishedReport) -> Path {
        published(report.identity).with("utgava", report.standing == .current ? nil : String(report.edition))
    }
    /// A form of a published report.
    static func published(_ report: PublishedReport, file: String) -> Path {
        let path = published(report)
        var file = path.page.under(file)
        for item in path.items { file = file.with(item.name, item.value) }
        return file
    }

    /// The kind of report whose address does not name it.
    static let standardKind = "namndrapport-ekonomiskt-bistand"
}
