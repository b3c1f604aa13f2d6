import Accounts
import Frame
import Markup
import Vocabulary

/// All organisations with their people, narrowed as an address says.
struct Everybody {
    /// An organisation as a row.
    struct Row {
        let organisation: Organisation
        let people: [Person]

        func names(_ role: Role) -> [String] {
            people.filter { $0.status == .active && $0.roles.contains(role) }.map(\.displayName)
        }
        var active: Int { people.count { $0.status == .active } }
        var invited: Int { people.count { $0.status == .invited } }
        /// Whether nobody can invite others.
        var lacksCoordinator: Bool {
            organisation != .authority && names(.coordinator).isEmpty
        }
    }

    /// What is shown of them.
    enum View: String, CaseIterable {
        case all = "alla"
        case withoutCoordinator = "utan-samordnare"
        case waiting = "vantar"

        func holds(_ row: Row) -> Bool {
            switch self {
            case .all: true
            case .withoutCoordinator: row.lacksCoordinator
            case .waiting: row.invited > 0
            }
        }
    }

    let view: View
    let sought: String
    /// Those that what is sought leaves.
    private let found: [Row]
    /// Those that the view leaves of them.
    var rows: [Row] { found.filter(view.holds) }

    init(_ people: [Organisation: [Person]], _ path: Path) {
        view = path["visa"].flatMap(View.init(rawValue:)) ?? .all
        let sought = (path["sok"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.sought = sought
        let all = [Organisation.authority] + Municipality.all.sorted().map(Organisation.municipality)
        found = all.filter { $0.answers(to: sought) }.map { Row(organisation: $0, people: people[$0] ?? []) }
    }

    /// How many a view leaves.
    func count(_ view: View) -> Int { found.count(where: view.holds) }
}

extension Organisation {
    fileprivate func answers(to sought: String) -> Bool {
        guard !sought.isEmpty else { return true }
        let names = municipality.map { [$0.name, $0.code, $0.county.name] } ?? ["Myndigheten", "The authority"]
        return names.contains { $0.lowercased().contains(sought.lowercased()) }
    }
}

extension Page {
    /// All organisations, with who can invite others there.
    func everybody(_ everybody: Everybody) -> Document {
        let list = PageOfList(of: everybody.rows.count, path)
        return document(say("Användare", "Users")) {
            """
            \(filterForm(say("Sök organisation", "Search organisation"), keeping: ["visa"]) {
                """
                \(field("sok", say("Kommun, kommunkod eller län", "Municipality, code or county"), .search,
                    value: everybody.sought))\
                \(button(say("Sök", "Search"), .secondary))
                """
            })\
            \(chips(say("Visa", "Show"), Everybody.View.allCases.map { view in
                Chip(
                    say(view.title), count: everybody.count(view),
                    path.with("visa", view == .all ? nil : view.rawValue).with("sida", nil),
                    isCurrent: view == everybody.view)
            }))\
            \(table(
                say("Organisationer", "Organisations"), Array(everybody.rows[list.range]),
                [
                    Column(say("Kod", "Code")) { "\($0.organisation.municipality?.code ?? "–")" },
                    Column(say("Organisation", "Organisation"), .rowHeader) { row in
                        self.link(
                            row.organisation.municipality?.name ?? self.say("Myndigheten", "The authority"),
                            .people.under(row.organisation.code))
                    },
                    Column(say("Kan bjuda in", "Can invite")) { row in
                        guard row.organisation != .authority else {
                            return "\(row.names(.administrator).joined(separator: ", "))"
                        }
                        return row.lacksCoordinator
                            ? self.tag(Tag(Localized(sv: "Ingen", en: "None"), .warning, .warning))
                            : "\(row.names(.coordinator).joined(separator: ", "))"
                    },
                    Column(say("Aktiva", "Active"), .number) { "\(self.number($0.active))" },
                    Column(say("Inbjudna", "Invited"), .number) { "\(self.number($0.invited))" },
                ], empty: say("Ingen organisation stämmer med sökningen.", "No organisation matches the search.")))\
            \(pager(list, things: say("organisationer", "organisations")))
            """
        }
    }
}

extension Everybody.View {
    fileprivate var title: Localized {
        switch self {
        case .all: Localized(sv: "Alla", en: "All")
        case .withoutCoordinator: Localized(sv: "Utan samordnare", en: "Without coordinator")
        case .waiting: Localized(sv: "Inbjudan väntar", en: "Invitation waiting")
        }
    }
}
