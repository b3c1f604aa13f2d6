import Frame
import Vocabulary

// The authority's collecting. Patterns are made of the same functions, of `.collecting.under(":month")`.
extension Path {
    /// The addresses of a month, by its page.
    static let monthPattern = collecting.under(":month")
    /// The addresses of a municipality and month, by its page.
    static let municipalityPattern = monthPattern.under(":municipality")

    /// The month's dates, and changing them (*period*).
    var period: Path { under("period") }
    /// The month's list as a file, "lista.xlsx".
    func list(_ ending: String) -> Path { under("lista.\(ending)") }
    /// Reminders about the month (*påminnelser*).
    var reminders: Path { under("paminnelser") }
    /// More time, for chosen municipalities or for one (*anstånd*).
    var moreTime: Path { under("anstand") }
    /// Noting something about a municipality (*anteckningar*).
    var notes: Path { under("anteckningar") }
    /// Who has a copy of the third reminder (*chef*).
    var manager: Path { under("chef") }

    /// Who owes figures (*uppgiftsskyldighet*).
    static let obligations = registry.under("uppgiftsskyldighet")
    /// One municipality's obligations.
    static func obligations(_ municipality: Municipality) -> Path { obligations.under(municipality.code) }
    /// Mail that did not reach anybody (*mejl*).
    static let failedMail = registry.under("mejl")
    /// A week's questions (*veckosammanställning*).
    static func questions(week: String) -> Path { questions.under("vecka", week) }
}

/// The ids on pages that links lead to, and the names of fields.
enum Place {
    /// The list of municipalities.
    static let list = "lista"
    /// The tick boxes of chosen municipalities.
    static let municipality = "kommun"
}
