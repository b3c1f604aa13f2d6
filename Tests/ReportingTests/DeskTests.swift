import AccessLog
import Foundation
import Reporting
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Vocabulary

/// Two who work with reports in a municipality, on a database of their own.
struct DeskSite {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let desk: ReportDesk
    let august: ReportIdentity
    let maria = ReportPerson(id: "person 1", name: "Maria Lind", actor: "Maria Lind <maria.lind@linkoping.example>")
    let per = ReportPerson(id: "person 2", name: "Per Ahl", actor: "Per Ahl <per.ahl@linkoping.example>")
    let now = Date(timeIntervalSince1970: 1_693_900_000)

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        desk = try await ReportDesk(database)
        august = ReportIdentity(
            kind: "namndrapport-ekonomiskt-bistand", municipality: try #require(Municipality(code: "0580")),
            month: try #require(Month(year: 2023, month: 8)))
    }

    func report(_ month: Int) throws -> ReportIdentity {
        ReportIdentity(
            kind: august.kind, municipality: august.municipality, month: try #require(Month(year: 2023, month: month)))
    }

    var choices: ReportChoices {
        var choices = ReportChoices(order: ["hushall", "nyckeltal"], left: ["vuxenutbildning"])
        choices.write(
            "Något högre i sommar.", at: .comment(diagram: "utbetalt-bistand"), instead: "", by: maria.name,
            in: august.month)
        return choices
    }

    let forms = [
        PublishedForm(form: "html", mediaType: "text/html", fileName: "a.html", bytes: Array("<p>Hej</p>".utf8)),
        PublishedForm(form: "pdf", mediaType: "application/pdf", fileName: "a.pdf", bytes: [0, 1, 255]),
    ]

    /// Takes steps one after another, each by whom it says.
    @discardableResult
    func take(_ steps: [(ReportAct, ReportPerson)], with identity: ReportIdentity) async throws -> ReportWork {
        var work = try await desk.begin(identity, by: maria, at: now)
        for (act, person) in steps {
            work = try await desk.take(act, with: identity, revision: work.revision, by: person, at: now)
        }
        return work
    }

    /// What the desk refused.
    func refusal(_ body: () async throws -> Void) async throws -> DeskRefusal? {
        do {
            try await body()
            return nil
        } catch ReportingError.refused(let refusal) {
            return refusal
        }
    }
}

struct DeskTests {
    @Test func whatIsChosenAndWrittenSurvivesARestart() async throws {
        let site = try await DeskSite()
        let begun = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        #expect(begun.state == .draft && begun.carriedFrom == nil && begun.choices == ReportChoices())
        let saved = try await site.desk.save(
            site.choices, of: site.august, revision: begun.revision, by: site.maria, at: site.now)
        let again = try await ReportDesk(try SQLiteDatabase(folder: site.folder.url.path))
        #expect(try await again.work(site.august) == saved)
        #expect(saved.choices == site.choices)
        // Begun once more it is as it was.
        #expect(try await again.begin(site.august, by: site.per, at: site.now) == saved)
    }

    @Test func twoWhoWriteAtOnceDoNotUndoEachOther() async throws {
        let site = try await DeskSite()
        let begun = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        try await site.desk.save(
            site.choices, of: site.august, revision: begun.revision, by: site.per, at: site.now)
        let refusal = try await site.refusal {
            try await site.desk.save(
                ReportChoices(left: ["hushall"]), of: site.august, revision: begun.revision, by: site.maria,
                at: site.now)
        }
        #expect(refusal == .changedMeanwhile(ReportStep(by: "Per Ahl", at: site.now)))
        #expect(try await site.desk.work(site.august)?.choices == site.choices)
        // Nor is an older reading of it locked or sent.
        #expect(
            try await site.refusal {
                try await site.desk.take(
                    .lock(knownUntil: site.now), with: site.august, revision: begun.revision, by: site.maria,
                    at: site.now)
            } != nil)
    }

    @Test func aReportBeginsWhereTheLatestEarlierOneWas() async throws {
        let site = try await DeskSite()
        for month in [6, 8] {
            let begun = try await site.desk.begin(try site.report(month), by: site.maria, at: site.now)
            try await site.desk.save(
                month == 8 ? site.choices : ReportChoices(left: ["nyckeltal"]), of: begun.identity,
                revision: begun.revision, by: site.maria, at: site.now)
        }
        let november = try await site.desk.begin(try site.report(11), by: site.per, at: site.now)
        #expect(november.carriedFrom == site.august.month && november.choices == site.choices)
        let kept = try #require(november.choices.texts[.comment(diagram: "utbetalt-bistand")])
        #expect(kept.isKept(in: november.identity.month) && kept.author == "Maria Lind")
        // A report of July made after August's takes June's.
        #expect(try await site.desk.begin(try site.report(7), by: site.per, at: site.now).choices.left == ["nyckeltal"])
    }

    @Test func whatIsSentAlongUnreadStaysKept() async throws {
        let site = try await DeskSite()
        var choices = site.choices
        let place = TextPlace.comment(diagram: "utbetalt-bistand")
        let november = try site.report(11).month
        choices.write("Något högre i sommar. ", at: place, instead: "", by: "Per Ahl", in: november)
        #expect(choices == site.choices)
        choices.keep(place, in: november)
        let kept = try #require(choices.texts[place])
        #expect(!kept.isKept(in: november) && kept.author == "Maria Lind")
        choices.write("", at: place, instead: "", by: "Per Ahl", in: november)
        choices.write("Som föreslaget", at: .matter, instead: "Som föreslaget", by: "Per Ahl", in: november)
        #expect(choices.texts.isEmpty)
    }

    @Test func theHistorySaysWhoChangedWhichText() async throws {
        let site = try await DeskSite()
        let begun = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        let saved = try await site.desk.save(
            site.choices, of: site.august, revision: begun.revision, by: site.maria, at: site.now)
        var choices = site.choices
        let place = TextPlace.comment(diagram: "utbetalt-bistand")
        choices.write("Lägre.", at: place, instead: "", by: site.per.name, in: site.august.month)
        choices.left = ["hushall"]
        try await site.desk.save(choices, of: site.august, revision: saved.revision, by: site.per, at: site.now)
        let history = try await site.desk.history(of: site.august)
        #expect(history.map(\.act) == ["begin", "write", "write"] && history.map(\.step.by).last == "Per Ahl")
        #expect(history[0].changes == [])
        #expect(history[1].changes.map(\.subject) == [.text(place), .left("vuxenutbildning"), .order])
        #expect(history[1].changes[0].before == "" && history[1].changes[0].after == "Något högre i sommar.")
        #expect(history[2].changes.map(\.subject) == [.text(place), .shown("vuxenutbildning"), .left("hushall")])
        #expect(history[2].changes[0].before == "Något högre i sommar." && history[2].changes[0].after == "Lägre.")
    }

    @Test func theSenderSaysThatKeptTextsStillHold() async throws {
        let site = try await DeskSite()
        let august = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        try await site.desk.save(
            site.choices, of: site.august, revision: august.revision, by: site.maria, at: site.now)
        let place = TextPlace.comment(diagram: "utbetalt-bistand")
        let sent = try await site.take(
            [(.lock(knownUntil: site.now), site.per), (.send(stillHold: [place]), site.per)],
            with: try site.report(11))
        #expect(sent.choices.texts[place]?.isKept(in: sent.identity.month) == false)
        // Whose words they are stays so.
        #expect(sent.choices.texts[place]?.author == "Maria Lind")
        let change = try #require(try await site.desk.history(of: sent.identity).last?.changes.first)
        #expect(change.subject == .text(place) && change.before == change.after)
    }

    @Test func partsAreMovedAmongThoseThereAre() {
        var choices = ReportChoices(order: ["borttagen", "c"])
        #expect(choices.ordered(["a", "b", "c"]) == ["c", "a", "b"])
        choices.move("c", by: 1, among: ["a", "b", "c"])
        #expect(choices.order == ["a", "c", "b"])
        choices.move("a", by: -1, among: ["a", "b", "c"])
        #expect(choices.order == ["a", "c", "b"])
    }

    @Test func anIdentityNumberOrTooLongATextIsRefused() async throws {
        let site = try await DeskSite()
        let begun = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        let place = TextPlace.headline(diagram: "utbetalt-bistand")
        for (text, expected) in [
            ("Gäller 811218-9876", DeskRefusal.identityNumber(in: .place(place))),
            (String(repeating: "a", count: 201), .textTooLong(.place(place), length: 201, limit: 200)),
        ] {
            let own = OwnText(text: text, author: "Maria Lind", month: site.august.month)
            let refusal = try await site.refusal {
                try await site.desk.save(
                    ReportChoices(texts: [place: own]), of: site.august, revision: begun.revision, by: site.maria,
                    at: site.now)
            }
            #expect(refusal == expected)
        }
    }

    @Test func whatSlidesPasteIsKeptAsDocumentsCanHoldIt() async throws {
        let site = try await DeskSite()
        let begun = try await site.desk.begin(site.august, by: site.maria, at: site.now)
        let (heading, comment) = (
            TextPlace.headline(diagram: "utbetalt-bistand"), TextPlace.comment(diagram: "utbetalt-bistand")
        )
        let pasted = "Färre\u{b}hushåll\u{1}\r\ni augusti"
        let own = OwnText(text: pasted, author: "Maria Lind", month: site.august.month)
        let saved = try await site.desk.save(
            ReportChoices(texts: [heading: own, comment: own]), of: site.august, revision: begun.revision,
            by: site.maria, at: site.now)
        #expect(saved.choices.texts[heading]?.text == "Färre hushåll i augusti")
        #expect(saved.choices.texts[comment]?.text == "Färre\nhushåll\ni augusti")
    }
}
