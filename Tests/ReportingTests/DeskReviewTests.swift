import AccessLog
import Foundation
import Reporting
import Storage
import TestSupport
import Testing
import Vocabulary

struct DeskReviewTests {
    @Test func twoPeopleBringAReportToEverybody() async throws {
        let site = try await DeskSite()
        let locked = site.now.addingTimeInterval(-3_600)
        let approved = try await site.take(
            [(.lock(knownUntil: locked), site.maria), (.send(), site.maria), (.approve, site.per)], with: site.august)
        #expect(approved.knownUntil == locked && approved.sent?.step.by == "Maria Lind" && !approved.isEditable)
        try await site.take([(.publish(title: "Nämndrapport", forms: site.forms), site.maria)], with: site.august)
        let published = try #require(try await site.desk.published(of: site.august.municipality).first)
        #expect(published.standing == .current && published.edition == 1 && published.title == "Nämndrapport")
        #expect(published.approved == ReportStep(by: "Per Ahl", at: site.now) && published.published.by == "Maria Lind")
        #expect(published.forms.map(\.form) == ["html", "pdf"] && published.forms.map(\.size) == [10, 3])
        #expect(
            published.forms.last?.sha256 == "26a66b061e8f48f39927c312f25293959729eee95978e2892d49d3512a5cc092")
        #expect(try await site.desk.form("pdf", of: published.id).bytes == [0, 1, 255])
        #expect(
            try await site.desk.history(of: site.august).map(\.act) == ["begin", "lock", "send", "approve", "publish"])
        let events = try await AccessLog(site.database).events()
        #expect(Set(events.map(\.act)) == [.wroteReport, .lockedReport, .sentReport, .approved, .publishedReport])
        #expect(events.allSatisfy { $0.subject == "namndrapport-ekonomiskt-bistand 2023-08" })
    }

    @Test func nobodyApprovesTheirOwn() async throws {
        let site = try await DeskSite()
        // Whatever she comes to be called.
        var renamed = site.maria
        renamed.name = "Maria Berg"
        renamed.actor = "Maria Berg <maria.berg@linkoping.example>"
        let sent = try await site.take(
            [(.lock(knownUntil: site.now), site.per), (.send(), site.maria)], with: site.august)
        let refusal = try await site.refusal {
            try await site.desk.take(
                .approve, with: site.august, revision: sent.revision, by: renamed, at: site.now)
        }
        #expect(refusal == .ownReport)
    }

    /// Every act that is not possible where a report has come.
    @Test(arguments: ["draft", "locked", "review", "approved", "published", "withdrawn"])
    func whatDoesNotComeNextIsRefused(_ name: String) async throws {
        let site = try await DeskSite()
        let acts: [(name: String, act: ReportAct, from: Set<String>)] = [
            ("lock", .lock(knownUntil: site.now), ["draft"]), ("unlock", .unlock, ["locked"]),
            ("send", .send(), ["locked"]), ("approve", .approve, ["review"]),
            ("give back", .giveBack(reason: "Fel rubrik"), ["review", "approved"]),
            ("publish", .publish(title: "Nämndrapport", forms: site.forms), ["approved"]),
            ("revise", .revise, ["published", "withdrawn"]),
        ]
        let way: [(String, ReportAct, ReportPerson)] = [
            ("locked", .lock(knownUntil: site.now), site.maria), ("review", .send(), site.maria),
            ("approved", .approve, site.per),
            ("published", .publish(title: "Nämndrapport", forms: site.forms), site.maria),
            ("withdrawn", .withdraw(reason: "Fel siffra"), site.maria),
        ]
        let steps = name == "draft" ? [] : Array(way[...(try #require(way.firstIndex { $0.0 == name }))])
        let work = try await site.take(steps.map { ($0.1, $0.2) }, with: site.august)
        for each in acts where !each.from.contains(name) {
            let refusal = try await site.refusal {
                try await site.desk.take(
                    each.act, with: site.august, revision: work.revision, by: site.per, at: site.now)
            }
            #expect(refusal == .wrongState(work.state), "\(each.name)")
        }
        // Texts only until it is sent.
        let refusal = try await site.refusal {
            try await site.desk.save(
                site.choices, of: site.august, revision: work.revision, by: site.per, at: site.now)
        }
        #expect(refusal == (["draft", "locked"].contains(name) ? nil : .wrongState(work.state)))
    }

    @Test func aReportGivenBackSaysWhyAndIsSentAgain() async throws {
        let site = try await DeskSite()
        let back = try await site.take(
            [
                (.lock(knownUntil: site.now), site.maria), (.send(), site.maria),
                (.giveBack(reason: "Diagram 3 saknar kommentar."), site.per),
            ], with: site.august)
        #expect(back.givenBack?.reason == "Diagram 3 saknar kommentar." && back.isEditable && back.sent == nil)
        #expect(back.knownUntil == site.now)
        // Then Per sends it and Maria may approve.
        let sent = try await site.desk.take(
            .send(), with: site.august, revision: back.revision, by: site.per, at: site.now)
        #expect(sent.givenBack == nil)
        let approved = try await site.desk.take(
            .approve, with: site.august, revision: sent.revision, by: site.maria, at: site.now)
        #expect(approved.state == .approved(ReportStep(by: "Maria Lind", at: site.now)))
        let refusal = try await site.refusal {
            try await site.desk.take(
                .giveBack(reason: "  "), with: site.august, revision: approved.revision, by: site.per, at: site.now)
        }
        #expect(refusal == .blank(.reason))
    }

    @Test func aNewEditionTakesThePlaceOfTheOneBefore() async throws {
        let site = try await DeskSite()
        let way: [(ReportAct, ReportPerson)] = [
            (.lock(knownUntil: site.now), site.maria), (.send(), site.maria), (.approve, site.per),
            (.publish(title: "Nämndrapport", forms: site.forms), site.maria),
        ]
        let revised = try await site.take(way + [(.revise, site.maria)], with: site.august)
        #expect(revised.edition == 2 && revised.state == .draft && revised.knownUntil == nil)
        #expect(try await site.desk.published(site.august).map(\.standing) == [.current])
        var changed = site.forms
        changed[1].bytes = [9]
        try await site.take(
            Array(way.dropLast()) + [(.publish(title: "Nämndrapport", forms: changed), site.maria)], with: site.august)
        let editions = try await site.desk.published(site.august)
        #expect(editions.map(\.standing) == [.current, .replaced(by: 2)])
        // What was published stays what it was.
        #expect(try await site.desk.form("pdf", of: editions[1].id).bytes == [0, 1, 255])
        #expect(try await site.desk.form("pdf", of: editions[0].id).bytes == [9])
    }

    @Test func everyEditionIsTakenBackAlsoWhileTheNextIsMade() async throws {
        let site = try await DeskSite()
        let way: [(ReportAct, ReportPerson)] = [
            (.lock(knownUntil: site.now), site.maria), (.send(), site.maria), (.approve, site.per),
            (.publish(title: "Nämndrapport", forms: site.forms), site.maria), (.revise, site.maria),
        ]
        let work = try await site.take(way + way + [(.withdraw(reason: "Fel siffra"), site.maria)], with: site.august)
        #expect(work.edition == 3 && work.state == .draft)
        let editions = try await site.desk.published(site.august)
        #expect(editions.count == 2 && editions.allSatisfy { !$0.isOpen })
        // There is nothing more to take back.
        let refusal = try await site.refusal {
            try await site.desk.take(
                .withdraw(reason: "Igen"), with: site.august, revision: work.revision, by: site.maria, at: site.now)
        }
        #expect(refusal == .notPublished)
    }

    @Test func whatIsTakenBackIsNotRead() async throws {
        let site = try await DeskSite()
        try await site.take(
            [
                (.lock(knownUntil: site.now), site.maria), (.send(), site.maria), (.approve, site.per),
                (.publish(title: "Nämndrapport", forms: site.forms), site.maria),
                (.withdraw(reason: "Fel siffra för barn."), site.per),
            ], with: site.august)
        let report = try #require(try await site.desk.published(site.august).first)
        #expect(
            report.standing == .withdrawn(ReportStep(by: "Per Ahl", at: site.now), reason: "Fel siffra för barn."))
        #expect(try await site.refusal { _ = try await site.desk.form("pdf", of: report.id) } == .notPublished)
        // What was never begun, or never published, is not there.
        let july = try site.report(7)
        #expect(
            try await site.refusal {
                try await site.desk.take(.send(), with: july, revision: 1, by: site.maria, at: site.now)
            } == .notBegun)
        #expect(try await site.refusal { _ = try await site.desk.form("docx", of: report.id) } == .notPublished)
    }

    @Test func whoIsToldOfAnActIsToldOfItsTransaction() async throws {
        struct NoPost: Error {}
        let site = try await DeskSite()
        let telling = try await ReportDesk(
            site.database,
            telling: { taken, transaction in
                guard case .lock = taken.act else { throw NoPost() }
                try transaction.execute("UPDATE report_work SET changed_by = \(taken.person.name + " och posten")")
            })
        let begun = try await telling.begin(site.august, by: site.maria, at: site.now)
        let locked = try await telling.take(
            .lock(knownUntil: site.now), with: site.august, revision: begun.revision, by: site.maria, at: site.now)
        #expect(try await site.desk.work(site.august)?.changed.by == "Maria Lind och posten")
        // What cannot be told is not done.
        await #expect(throws: ReportingError.self) {
            try await telling.take(
                .send(), with: site.august, revision: locked.revision, by: site.maria, at: site.now)
        }
        #expect(try await site.desk.work(site.august)?.state == locked.state)
        #expect(try await site.desk.history(of: site.august).map(\.act) == ["begin", "lock"])
    }
}
