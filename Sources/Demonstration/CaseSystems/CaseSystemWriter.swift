import Vocabulary

/// Writes lives as the records of case systems, with the names, accounts and officials that such files have and that the
/// door leaves outside.
struct CaseSystemWriter {
    let assistance: AssistanceHistory
    let labour: LabourHistory
    let people: [Person]
    let days = DayTexts(from: Month(index: 2011 * 12), to: Month(index: 2023 * 12 + 11))

    func name(_ person: Int) -> String { "Påhittad Person \(person)" }

    /// No bank has the clearing number 0000.
    func account(_ household: Int) -> String { "0000-\(household + 100_000)" }

    func official(_ household: Int) -> String { "Påhittad Handläggare \(household % 40)" }

    /// Kronor with a space between the thousands, as Treserva writes them.
    func spaced(_ amount: Int) -> String {
        amount < 1_000 ? "\(amount),00" : "\(amount / 1_000) " + String(amount % 1_000).zeroPadded(to: 3) + ",00"
    }

    func customer(_ person: Int) -> String { String(person + 10_000) }

    /// *Avslutsorsaker*, by code from 1.
    static let reasons = [
        "Arbete", "Studier", "Sjukförsäkring", "Ålderspension", "Arbetslöshetsförsäkring", "Annan ersättning",
        "Etableringsersättning", "Ändrade familjeförhållanden", "Flyttat", "Avlidit", "Annan orsak", "Okänd",
    ]
    /// *Verksamheter*, *insatser* and what enrolments end to, by code from 1.
    static let fields = [
        "Coachning och matchning", "Praktik och arbetsträning", "Arbetsmarknadsanställning",
        "Kompetenshöjande insatser",
    ]
    static let measures = [
        "Arbetsprövning/arbetsträning", "Jobbsökaraktivitet", "Kurs", "Matchning", "Arbetspraktik",
        "Studie- och yrkesvägledning", "Stöd på arbetsplats", "Övrig insats",
    ]
    static let ends = ["Arbete", "Studier", "Arbetsförmedlingen", "Annan myndighet", "Avbrott", "Flytt", "Annat"]
}

extension Household.Unit {
    var name: String { self == .integration ? "Integrationsenheten" : "Ekonomiskt bistånd" }
}

extension Array where Element == String {
    /// The text of a code from 1; blank for 0.
    func text(_ code: Int) -> String { indices.contains(code - 1) ? self[code - 1] : "" }
}
