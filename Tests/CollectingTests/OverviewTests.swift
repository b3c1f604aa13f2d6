import Accounts
import Collecting
import Definitions
import Foundation
import Register
import Review
import Statistics
import TestSupport
import Testing
import Vocabulary

@Suite("The overview of a month", .fewAtATime)
struct OverviewTests {
    /// A country of a thousand, of which the inhabitants of three municipalities are known.
    static let population = """
        kod;namn;folkmängd;per;källa
        00;Riket;1000;2012-12-31;test
        0380;Uppsala;200;2012-11-01;test
        0330;Knivsta;15;2012-11-01;test
        1490;Borås;105;2012-11-01;test
        """

    private func municipality(_ code: String) throws -> Municipality { try #require(Municipality(code: code)) }

    @Test("counts answers and inhabitants as a hand does")
    func rates() async throws {
        let fixture = try await CollectingFixture(population: Self.population)
        let (collecting, review) = (fixture.collecting, fixture.review)
        try await collecting.decide(
            fixture.id, [fixture.boras], owes: false, reason: "Byter system", by: "Eva",
            at: CollectingFixture.time("2013-03-20 09:00"))
        try await fixture.deliver(fixture.uppsala)
        try await fixture.deliver(fixture.uppsala, nil, "avslutsorsaker", at: "2013-04-05 09:00")
        try await fixture.nothing(fixture.knivsta, at: "2013-04-22 23:59")
        try await fixture.deliver(municipality("0180"), warns: true)
        // Returned: not an answer that stands.
        let returned = try await fixture.deliver(municipality("2062"))
        try await review.return(
            returned, message: "Fel månad", by: "Eva", at: CollectingFixture.time("2013-04-08 09:00"))
        // Late by a minute, taken back, declined.
        try await fixture.deliver(municipality("0182"), at: "2013-04-23 00:00")
        let withdrawn = try await fixture.deliver(municipality("0184"))
        _ = try await fixture.register.withdraw(
            withdrawn, reason: "Fel fil", sender: "Bo", at: CollectingFixture.time("2013-04-09 09:00"))
        try await fixture.decline(municipality("0186"), at: "2013-04-09 09:00")
        // Owes nothing, and answers all the same.
        try await fixture.deliver(fixture.boras)

        let overview = try await collecting.overview(
            fixture.id, fixture.march, at: CollectingFixture.time("2013-04-23 10:00"))
        #expect(overview.rows.count == 290)
        #expect(
            overview.counts == [
                .approved: 2, .approvedWithWarnings: 1, .nothingToReport: 1, .returned: 1, .declined: 1,
                .notDelivered: 283,
            ])
        // Uppsala, Knivsta, Stockholm and Nacka of 290 less Borås.
        #expect(overview.answered == Rate(part: 4, whole: 289))
        #expect(overview.answered.share == Share(tenths: 14))
        // 200 + 15 of 1,000 less Borås; of Stockholm and Nacka it is not known.
        #expect(overview.coverage.inhabitants == Rate(part: 215, whole: 895))
        #expect(overview.coverage.unknown == 2)
        #expect(overview.coverage.inhabitants.share == Share(tenths: 240))
        let filters: [OverviewFilter: Int] = [
            .missing: 283, .notApproved: 1, .declined: 1, .all: 290,
            // Not the returned one: it has been decided on.
            .awaitingReview: 5,
            // All that have not delivered, and Nacka.
            .late: 284,
        ]
        for (filter, count) in filters { #expect(overview.count(filter) == count, "\(filter)") }
        let counties = Dictionary(uniqueKeysWithValues: overview.counties.map { ($0.county.code, $0.answered) })
        #expect(counties["01"] == Rate(part: 2, whole: 26))
        #expect(counties["03"] == Rate(part: 2, whole: 8))
        #expect(counties["14"] == Rate(part: 0, whole: 48))
        #expect(counties.values.reduce(0) { $0 + $1.whole } == 289)
    }

    @Test("covers 37,5 per cent of the country when the municipalities of the report have answered")
    func seed() async throws {
        let fixture = try await CollectingFixture()
        let population = try #require(fixture.population)
        for municipality in population.municipalities.keys { try await fixture.deliver(municipality) }
        let overview = try await fixture.collecting.overview(
            fixture.id, fixture.march, at: CollectingFixture.time("2013-04-23 10:00"))
        #expect(overview.answered == Rate(part: 72, whole: 290))
        #expect(overview.coverage.inhabitants == Rate(part: 3_578_840, whole: 9_555_893))
        #expect(overview.coverage.inhabitants.share == Share(tenths: 375))
        #expect(overview.coverage.unknown == 0)
    }

    @Test("tells of each municipality whom to write to, what it has delivered and what it usually does")
    func rows() async throws {
        let fixture = try await CollectingFixture()
        try await fixture.contact("bo@uppsala.se", .municipality(fixture.uppsala), .reporter)
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala), .coordinator)
        try await fixture.registrar("registrator@knivsta.se", fixture.knivsta)
        try await fixture.deliver(fixture.uppsala)
        try await fixture.deliver(fixture.uppsala, fixture.april, "avslutsorsaker", at: "2013-05-03 09:00")
        let uppsala = try await fixture.row(fixture.uppsala, at: "2013-05-04 10:00", fixture.april)
        // A coordinator is written to before a reporter.
        #expect(uppsala.contacts.map(\.email) == ["anna@uppsala.se"])
        #expect(uppsala.latest?.number.description == "2013-04-0380-1")
        #expect(uppsala.latest?.rows == 2)
        #expect(uppsala.tables == ["avslutsorsaker"])
        #expect(uppsala.history == Rate(part: 1, whole: 1))
        let knivsta = try await fixture.row(fixture.knivsta, at: "2013-05-04 10:00", fixture.april)
        #expect(knivsta.contacts.isEmpty && knivsta.registrar == "registrator@knivsta.se")
        #expect(knivsta.history == Rate(part: 0, whole: 1))
        // March is the first month: there is nothing before it.
        #expect(try await fixture.row(fixture.uppsala, at: "2013-05-04 10:00").history == Rate(part: 0, whole: 0))
    }

    @Test("is narrowed by county and search, and sorted as the Swedish alphabet goes")
    func narrowed() async throws {
        let fixture = try await CollectingFixture()
        try await fixture.deliver(fixture.knivsta)
        let overview = try await fixture.collecting.overview(
            fixture.id, fixture.march, at: CollectingFixture.time("2013-04-05 10:00"))
        let names = { (rows: [OverviewRow]) in rows.map(\.municipality.name) }
        let uppland = County.all.first { $0.code == "03" }
        #expect(
            names(overview.rows(.all, county: uppland, by: .name)) == [
                "Enköping", "Heby", "Håbo", "Knivsta", "Tierp", "Uppsala", "Älvkarleby", "Östhammar",
            ])
        #expect(!names(overview.rows(.missing, county: uppland)).contains("Knivsta"))
        #expect(names(overview.rows(search: " ÖST")) == ["Österåker", "Östhammar", "Östra Göinge", "Östersund"])
        #expect(names(overview.rows(search: "göinge")) == ["Östra Göinge"])
        #expect(names(overview.rows(search: "038")) == ["Uppsala", "Enköping", "Östhammar"])
        #expect(names(overview.rows(by: .latest, descending: true)).first == "Knivsta")
        #expect(names(overview.rows(by: .status)).last == "Knivsta")
    }

    @Test("follows who owes figures, and for which parts, month by month")
    func obligations() async throws {
        let fixture = try await CollectingFixture()
        let (collecting, time) = (fixture.collecting, try CollectingFixture.time("2013-03-20 09:00"))
        let gothenburg = try municipality("1480")
        try await collecting.decide(
            fixture.id, [fixture.uppsala, fixture.knivsta], owes: false, reason: "Byter system", by: "Eva", at: time)
        try await collecting.decide(
            fixture.id, [fixture.uppsala], owes: true, from: fixture.april, reason: "Har bytt system", by: "Eva",
            at: time)
        try await collecting.decide(
            fixture.id, [gothenburg], owes: true, units: ["Angered", "Östra Göteborg"], to: fixture.march,
            reason: "Lämnar per stadsdel", by: "Eva", at: time)
        let obligations = try await collecting.obligations(fixture.id)
        #expect(obligations.owing(fixture.march).count == 288)
        #expect(obligations.owing(fixture.april).count == 289)
        #expect(obligations.duty(of: fixture.uppsala, for: fixture.march) == nil)
        #expect(obligations.duty(of: fixture.uppsala, for: fixture.april)?.units == [])
        #expect(obligations.duty(of: gothenburg, for: fixture.march)?.units == ["Angered", "Östra Göteborg"])
        #expect(obligations.duty(of: gothenburg, for: fixture.april)?.units == [])
        #expect(obligations.decisions.count == 4)
        await #expect(throws: CollectingError.self) {
            try await collecting.decide(
                fixture.id, [gothenburg], owes: false, from: fixture.april, to: fixture.march, reason: "x", by: "Eva",
                at: time)
        }
    }

    @Test("gives one municipality more time, tells it, and does not call it late before that")
    func extended() async throws {
        let fixture = try await CollectingFixture()
        let (collecting, time) = (fixture.collecting, try CollectingFixture.time("2013-04-22 09:00"))
        try await fixture.contact("anna@uppsala.se", .municipality(fixture.uppsala))
        let until = try #require(Day(iso: "2013-04-29"))
        try await collecting.extend(
            fixture.id, fixture.march, fixture.uppsala, until: until, reason: "Sjukdom", by: "Eva", at: time)
        #expect(try await !fixture.row(fixture.uppsala, at: "2013-04-29 23:59").standing.isLate)
        #expect(try await fixture.row(fixture.uppsala, at: "2013-04-30 00:00").standing.isLate)
        #expect(try await fixture.row(fixture.knivsta, at: "2013-04-23 00:00").standing.isLate)
        let mail = try #require(try await fixture.mails().first)
        #expect(mail.to == "anna@uppsala.se" && mail.subject == "Anstånd: Testinsamling 2013, mars 2013, Uppsala")
        #expect(mail.text.contains("Er sista dag är måndag 29 april 2013."))
        #expect(mail.text.contains("https://statistik.example/arbete/lamna/2013-03"))
        // Why is between the municipality and the authority.
        #expect(!mail.text.contains("Sjukdom"))
        let standing = try #require(
            try await collecting.standings(fixture.id, of: fixture.uppsala, at: time).first)
        #expect(standing.state == .open(due: until))
        // Not before the last day, and not after the period's own end, 2 June.
        for (day, word) in [("2013-04-22", "efter 22 april"), ("2013-06-03", "till och med 2 juni 2013")] {
            do throws(CollectingError) {
                _ = try await collecting.extend(
                    fixture.id, fixture.march, fixture.uppsala, until: Day(iso: day) ?? until, reason: "x", by: "Eva",
                    at: time)
                Issue.record("accepted \(day)")
            } catch {
                #expect(error.words?.sv.contains(word) == true, "\(error)")
            }
        }
        let closing = try #require(Day(iso: "2013-06-02"))
        try await collecting.extend(
            fixture.id, fixture.march, fixture.uppsala, until: closing, reason: "x", by: "Eva", at: time)
    }
}
