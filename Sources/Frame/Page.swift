import Definitions
public import Foundation
public import Vocabulary

/// Everything a page is drawn with: the reader's language, who reads, where, when. Its components are functions of it.
///
/// A page room writes `page.document("Lämna uppgifter") { … }` with `page.field`, `page.table` and the like inside.
public struct Page: Sendable {
    /// The language of the page.
    public var language: Language
    /// The page's own address, with what stands after the question mark.
    public var path: Path
    /// When it is drawn. The demonstration's clock is shifted.
    public var now: Date
    /// Who reads it, when somebody has signed in.
    public var viewer: Viewer?
    /// Whether its figures are made up, which every page then says.
    public var isDemonstration: Bool
    /// The authority that runs the portal.
    public var host: Host
    /// Who answers for what the page shows, and where its pages begin: a municipality, for what it has published itself;
    /// `nil` when it is the host.
    public var owner: Link?
    /// Where the style sheets are that it needs beside the portal's own.
    public var styleSheets: [String] = []

    /// A page for nobody in particular, unless told otherwise.
    public init(
        _ language: Language, path: Path = .home, now: Date, viewer: Viewer? = nil, isDemonstration: Bool = false,
        host: Host = .unnamed
    ) {
        self.language = language
        self.path = path
        self.now = now
        self.viewer = viewer
        self.isDemonstration = isDemonstration
        self.host = host
    }

    /// What the portal calls itself.
    public static let serviceName = Localized(sv: "Lämna statistik", en: "Deliver statistics")
}

/// Who reads a page, as far as the page shows it.
public struct Viewer: Sendable {
    /// The person's name.
    public var name: String
    /// Where the person works.
    public var organisation: Organisation
    /// The person's menu: at most five.
    public var menu: [MenuItem]
    /// When the session ends whatever the person does, when that is near.
    public var sessionEnds: Date?

    /// A reader of the pages.
    public init(name: String, organisation: Organisation, menu: [MenuItem], sessionEnds: Date? = nil) {
        self.name = name
        self.organisation = organisation
        self.menu = menu
        self.sessionEnds = sessionEnds
    }
}

extension Page {
    /// The text in the page's language.
    public func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }

    /// The text in the page's language.
    public func say(_ text: Localized) -> String { text[language] }

    /// "7 852".
    public func number(_ number: Int) -> String { NumberForm(language).text(number) }

    /// "1 rad", "214 rader": a number and its word, kept on one line.
    public func count(_ number: Int, sv: (one: String, many: String), en: (one: String, many: String)) -> String {
        let words = language == .sv ? sv : en
        return "\(self.number(number))\u{a0}\(number == 1 ? words.one : words.many)"
    }

    /// "74 procent", "74 per cent": whole, for running text. "0 procent" of nothing.
    public func percent(_ part: Int, of whole: Int) -> String {
        let share = whole > 0 ? (200 * part + whole) / (2 * whole) : 0
        return "\(share)\u{a0}\(say("procent", "per cent"))"
    }

    /// "15 april 2013".
    public func date(_ day: Day) -> String { day.text(language) }

    /// "15 april 2013".
    public func date(_ time: Date) -> String { Day(time).text(language) }

    /// "4 april 2013 kl. 9.12".
    public func time(_ time: Date) -> String { SwedishTime(time).text(language) }

    /// "kl. 9.12".
    public func clock(_ time: Date) -> String { SwedishTime(time).clock(language) }

    /// "Uppsala kommun", or the name of the authority.
    public func organisationName(_ organisation: Organisation) -> String {
        organisation.municipality?.fullName ?? host.name
    }

    /// Today in Sweden.
    public var today: Day { Day(now) }
}
