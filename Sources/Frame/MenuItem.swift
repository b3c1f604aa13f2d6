public import Vocabulary

/// A word of the menu (*meny*): at most five, which are what the person's roles have use for.
public struct MenuItem: Sendable {
    /// The word.
    public let title: Localized
    /// Where it leads.
    public let path: Path

    /// For who delivers: Start, Lämna uppgifter, Leveranser, Vår kommun, Hjälp.
    public static let municipality: [MenuItem] = [start, deliver, deliveries, ourMunicipality, help]
    /// For who delivers and makes reports to committees.
    public static let municipalityBoth: [MenuItem] = [start, deliver, reports, deliveries, ourMunicipality]
    /// For who makes reports to committees but does not deliver.
    public static let controller: [MenuItem] = [start, reports, ourMunicipality, reportHelp]
    /// For who reads a municipality's figures.
    public static let municipalityReader: [MenuItem] = [start, deliveries, reports, ourMunicipality, help]
    /// For who collects and reviews: Start, Insamling, Granska, Frågor, Register.
    public static let authority: [MenuItem] = [start, collecting, review, questions, registry]

    /// For who keeps people and logs at the authority: Start, Register, Användare, Händelser.
    public static let administrator: [MenuItem] = [start, registry, people, log]

    static let start = MenuItem(title: Localized(sv: "Start", en: "Start"), path: .start)
    static let deliver = MenuItem(title: Localized(sv: "Lämna uppgifter", en: "Deliver"), path: .deliver)
    static let deliveries = MenuItem(title: Localized(sv: "Leveranser", en: "Deliveries"), path: .deliveries)
    static let reports = MenuItem(title: Localized(sv: "Rapporter", en: "Reports"), path: .reports)
    static let ourMunicipality = MenuItem(
        title: Localized(sv: "Vår kommun", en: "Our municipality"), path: .ourMunicipality)
    static let help = MenuItem(title: Localized(sv: "Hjälp", en: "Help"), path: .help)
    static let reportHelp = MenuItem(title: help.title, path: .reportHelp)
    static let collecting = MenuItem(title: Localized(sv: "Insamling", en: "Collecting"), path: .collecting)
    static let review = MenuItem(title: Localized(sv: "Granska", en: "Review"), path: .review)
    static let questions = MenuItem(title: Localized(sv: "Frågor", en: "Questions"), path: .questions)
    static let registry = MenuItem(title: Localized(sv: "Register", en: "Register"), path: .registry)

    static let people = MenuItem(title: Localized(sv: "Användare", en: "Users"), path: .people)
    static let log = MenuItem(title: Localized(sv: "Händelser", en: "Events"), path: .log)

    /// Whether `path` belongs under this word.
    func isCurrent(at path: Path) -> Bool { self.path == .start ? path.page == .start : self.path.holds(path) }
}
