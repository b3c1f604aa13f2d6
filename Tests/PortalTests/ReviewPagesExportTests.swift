import Definitions
import Foundation
import Frame
import HTTPTypes
import Register
import Review
import Secrets
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("Taking out packages on the pages", .fewAtATime)
struct ReviewPagesExportTests {
    @Test("What came in is counted first; the package is made, fetched whole and signed, and logged for those in it")
    func make() async throws {
        let site = try await ReviewPagesSite()
        let numbers = try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let first = try await lisa.get("/arbete/register/uttag?manad=2013-04")
        #expect(first.words.contains("2 leveranser har kommit in 2 av dem räknas 2 väntar på granskning"))
        #expect(
            first.words.contains("Inget uttag har gjorts.") && first.text.contains(site.signingKey.verifyingKey.text))
        let answer = try await lisa.post("/arbete/register/uttag", ["manad": "2013-04", "omfattning": "allt"])
        let name = "testinsamling-2013_2013-04_1"
        #expect(answer.location == "/arbete/register/uttag?manad=2013-04&klart=\(name)")
        let page = try await lisa.follow(answer)
        let package = try #require(
            try await site.house.review.exports(collection: site.collection.id, month: site.april).first)
        #expect(page.words.contains("Paketet är klart \(name) · Allt: 2 leveranser"))
        #expect(page.text.contains(package.sha256) && package.deliveries.map(\.sequence) == [1, 1])

        let file = try await lisa.get("/arbete/register/uttag/\(name).zip")
        #expect(file.status == .ok && file["Content-Type"] == "application/zip")
        #expect(file.bytes.withUnsafeBufferPointer { Digest.hexadecimal($0) } == package.sha256)
        #expect(file["Content-Disposition"]?.contains("\(name).zip") == true)
        for municipality in [site.uppsala, site.knivsta] {
            let log = try await site.log(.municipality(municipality))
            #expect(log.suffix(2) == ["Lisa export \(name)", "Lisa fetch-file \(name)"])
        }
        // Nothing half-made is left.
        let left = try FileManager.default.contentsOfDirectory(atPath: site.house.uploads.url.path)
        #expect(left == ["exports"])
        #expect(numbers.count == 4)
    }

    @Test("The commands of the page verify the signature, as they stand", .enabled(if: Self.hasTools))
    func verify() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        let page = try await lisa.follow(
            try await lisa.post("/arbete/register/uttag", ["manad": "2013-04", "omfattning": "allt"]))
        let file = try await lisa.get("/arbete/register/uttag/testinsamling-2013_2013-04_1.zip")
        try Data(file.bytes).write(to: site.folder.file("paket.zip"))
        let commands = page.text.matches(of: /<li><code>((?:unzip|printf|openssl) [^<]+)<\/code>/).map { $0.output.1 }
        #expect(commands.count == 3)
        let script = (["cd '\(site.folder.url.path)'"] + commands.map(String.init)).joined(separator: " && ")
        let said = try Program.run(URL(filePath: "/bin/sh"), ["-c", script])
        #expect(said.contains("Signature Verified Successfully"))
    }

    private static let hasTools = ["unzip", "xxd", "openssl"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    @Test("What came after the package is what the next one is offered for")
    func late() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        _ = try await lisa.post("/arbete/register/uttag", ["manad": "2013-04", "omfattning": "allt"])
        let none = try await lisa.get("/arbete/register/uttag?manad=2013-04")
        #expect(none.words.contains("Inget har kommit eller återkallats sedan det senaste uttaget."))
        let empty = try await lisa.post("/arbete/register/uttag", ["manad": "2013-04", "omfattning": "sent"])
        #expect(empty.status == .unprocessableContent && empty.words.contains("Det finns inget att ta ut"))
        let newer = try await site.deliver(site.quiet(13), site.knivsta, site.april, at: "2013-05-16T07:00:00Z")
        let page = try await lisa.get("/arbete/register/uttag?manad=2013-04")
        #expect(page.words.contains("1 har kommit eller återkallats sedan senaste uttaget"))
        #expect(page.words.contains("Knivsta \(newer) 16 maj 2013 kl. 9.10"))
        _ = try await lisa.post("/arbete/register/uttag", ["manad": "2013-04", "omfattning": "sent"])
        let packages = try await site.house.review.exports(collection: site.collection.id)
        #expect(packages.map(\.deliveries.count) == [2, 1] && packages.last?.deliveries == [newer])
    }

    @Test("A package that is no longer kept says so, and one that never was is not there")
    func gone() async throws {
        let site = try await ReviewPagesSite()
        try await site.fill()
        let lisa = try await site.signedIn("lisa")
        _ = try await lisa.post("/arbete/register/uttag", ["manad": "2013-03", "omfattning": "allt"])
        let name = "testinsamling-2013_2013-03_1.zip"
        let file = site.house.uploads.url.appending(path: "exports/\(name)")
        #expect(FileManager.default.fileExists(atPath: file.path))
        site.wait(30 * 86_400)
        let later = try await site.signedIn("lisa")
        #expect(try await later.get("/arbete/register/uttag/\(name)").status == .conflict)
        #expect(try await later.get("/arbete/register/uttag").words.contains("Finns inte kvar"))
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(try await later.get("/arbete/register/uttag/testinsamling-2013_2013-03_2.zip").status == .notFound)
        #expect(try await later.get("/arbete/register/uttag/..%2f..%2funderlag.sqlite").status == .notFound)
    }
}
