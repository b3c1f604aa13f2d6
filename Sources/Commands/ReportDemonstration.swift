import Accounts
import Definitions
import Extraction
import Foundation
import Register
import ReportPages
import Reporting
import Vocabulary

/// The demonstration's reports: what a made-up municipality's case systems wrote out, taken in as any other; the report
/// for August 2023 published, and that for November begun.
struct ReportDemonstration {
    let library: DefinitionLibrary
    let register: Register
    let rooms: ReportRooms
    let maker: ReportPerson
    let reviewer: ReportPerson

    /// When it begins: 6 December 2023, 9.40 in Sweden, the day after November was extracted.
    static let beginning = Date(timeIntervalSince1970: 1_701_852_000)

    private static let kind = "namndrapport-ekonomiskt-bistand"

    /// A demonstration in which `maker` writes and `reviewer` approves.
    init(library: DefinitionLibrary, register: Register, rooms: ReportRooms, maker: Person?, reviewer: Person?) {
        self.library = library
        self.register = register
        self.rooms = rooms
        self.maker = ReportPerson(maker, "Maria Lind")
        self.reviewer = ReportPerson(reviewer, "Per Ahl")
    }

    /// Makes it all up.
    func prepare() async throws {
        guard let municipality = CaseSystemRun.municipality, let august = Month(year: 2023, month: 8),
            let november = Month(year: 2023, month: 11)
        else { return }
        try await CaseSystemRun(municipality: municipality, library: library, key: .random()).deliver(
            to: register, into: nil, language: .sv, tell: { _ in })
        try await publish(ReportIdentity(kind: Self.kind, municipality: municipality, month: august))
        try await rooms.desk.begin(
            ReportIdentity(kind: Self.kind, municipality: municipality, month: november), by: maker,
            at: Self.beginning.addingTimeInterval(-1_800))
    }

    /// Written, locked, sent, approved by the other and published, on the days it would have been.
    private func publish(_ identity: ReportIdentity) async throws {
        let wednesday = Date(timeIntervalSince1970: 1_693_984_200)
        var work = try await rooms.desk.begin(identity, by: maker, at: wednesday)
        var choices = work.choices
        for (place, text) in Self.texts {
            choices.write(text, at: place, instead: "", by: maker.name, in: identity.month)
        }
        work = try await rooms.desk.save(
            choices, of: identity, revision: work.revision, by: maker, at: wednesday.addingTimeInterval(1_500))
        for (act, person, minutes) in [
            (ReportAct.lock(knownUntil: wednesday.addingTimeInterval(1_800)), maker, 30.0), (.send(), maker, 34),
            (.approve, reviewer, 26 * 60),
        ] {
            work = try await rooms.desk.take(
                act, with: identity, revision: work.revision, by: person,
                at: wednesday.addingTimeInterval(minutes * 60))
        }
        let time = wednesday.addingTimeInterval(26 * 3_600 + 420)
        let figures = try await ReportFigures.read(
            identity, library: library, register: register, lockedAt: work.knownUntil)
        let publishing = try await rooms.publishing(work, figures, by: maker, at: time)
        try await rooms.desk.take(publishing, with: identity, revision: work.revision, by: maker, at: time)
    }

    /// What the controller wrote, as controllers do: what the figures cannot tell.
    private static let texts: [(TextPlace, String)] = [
        (
            .comment(diagram: "utbetalt-bistand"),
            "Utbetalningarna är något högre under sommaren. Det beror på att studerande söker bistånd under ferien."
        ),
        (
            .comment(diagram: "integrationsenheten"),
            "Hushållen vid integrationsenheten redovisas för sig sedan systembytet. Jämför inte med åren före."
        ),
    ]
}

extension ReportPerson {
    fileprivate init(_ person: Person?, _ name: String) {
        if let person { self.init(person) } else { self.init(id: "person 0", name: name, actor: name) }
    }
}
