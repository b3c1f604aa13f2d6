import AccessLog
import Checking
import Foundation
import Register
import Review
import Secrets
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("Packages of what came in", .fewAtATime)
struct ExportTests {
    /// Reads a package as a stranger would: the manifest's sums, and the members by name.
    private static let reader = """
        import csv, hashlib, io, json, sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        m = json.loads(z.read('manifest.json'))
        listed = {f['path'] for f in m['files']}
        assert listed == set(z.namelist()) - {'manifest.json', 'manifest.sig'}, listed
        for f in m['files']:
            data = z.read(f['path'])
            assert len(data) == f['bytes'] and hashlib.sha256(data).hexdigest() == f['sha256'], f
        def table(name):
            data = z.read(name)
            assert data.startswith(b'\\xef\\xbb\\xbf')
            return list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'), newline=''), delimiter=';'))
        out = {'names': z.namelist(), 'manifest': m, 'raw': {n: z.read(n).decode('utf-8') for n in z.namelist() if n.startswith('raw/')}}
        out |= {n: table(n) for n in z.namelist() if n.endswith('.csv') and not n.startswith('raw/')}
        print(json.dumps(out))
        """

    private struct Read: Decodable {
        var names: [String]
        var manifest: Manifest
        var raw: [String: String]
        var measures: [[String: String]]
        var deliveries: [[String: String]]
        var confirmations: [[String: String]]
        var corrections: [[String: String]]
        var recodings: [[String: String]]
        struct Manifest: Decodable {
            var package: String
            var scope: String
            var previous: Previous?
            var deliveries: [Delivery]
            struct Previous: Decodable { var package: String }
            struct Delivery: Decodable {
                var number: String
                var checksum: String
                var files: [String]
            }
        }
        enum CodingKeys: String, CodingKey {
            case names, manifest, raw
            case measures = "checked/insatser.csv"
            case deliveries = "deliveries.csv"
            case confirmations = "confirmations.csv"
            case corrections = "corrections.csv"
            case recodings = "recodings.csv"
        }
        init(_ path: String) throws {
            self = try JSONDecoder().decode(Read.self, from: Data(try Python.run(ExportTests.reader, path).utf8))
        }
    }

    @Test(
        "A package has the files as they came, the checked rows, the lists and true sums",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func everything() async throws {
        let fixture = try await ReviewFixture()
        var file = fixture.file([
            ["reg_8": "12", "med_0": "X", "ovrig_text": "=1+1 \"sfi\"; kväll"],
            ["lopnr": "7", "reg_1": "X", "reg_2": "5"],
        ])
        // Column G is registerledare 3.
        file.corrections = [CellCorrection(CellPlace(row: 3, column: 6), text: "4")]
        let first = try #require(try await fixture.deliver([fixture.file(fixture.quiet(2))]).first)
        let second = try #require(
            try await fixture.deliver([file], at: "2013-04-05T07:00:00Z", reason: "@Det stämmer").first)
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        try await fixture.review.return(second, message: "Titta igen.", by: "Bo Ek", at: time)
        try await fixture.review.recode(
            Wording("=1+1 \"sfi\"; kväll"), of: "insatser", in: fixture.collection, to: .outsideModel, by: "Bo Ek",
            at: time)
        let path = fixture.folder.file("paket.zip").path
        let package = try await fixture.review.export(
            fixture.collection, month: fixture.march, scope: .everything, to: path, by: "Bo Ek", at: time)
        #expect(package.deliveries == [first, second] && package.name == "testinsamling-2013_2013-03_1")
        let read = try Read(path)
        #expect(read.raw["raw/\(second)_1.csv"] == file.bytes.withBytes { String(decoding: $0, as: UTF8.self) })
        #expect(!read.names.contains { $0.contains("hemligt") })
        #expect(
            read.measures.map {
                [$0["leveransnummer"], $0["kommun"], $0["lopnr"], $0["reg_8"], $0["med_0"], $0["reg_3"]]
            }
                == [
                    [second.description, "0380", "0001", "12", "X", ""],
                    [second.description, "0380", "0007", "", "", "4"],
                ])
        // What a spreadsheet would take for a formula is text in every list.
        #expect(read.measures.first?["ovrig_text"] == "'=1+1 \"sfi\"; kväll")
        #expect(read.confirmations.map { $0["skal"] } == ["'@Det stämmer"])
        #expect(
            read.corrections.map { [$0["fil"], $0["rad"], $0["kolumn"], $0["fore"], $0["efter"]] } == [
                ["raw/\(second)_1.csv", "3", "G", "'=2", "4"]
            ])
        #expect(read.recodings.map { $0["beslut"] } == ["utanför modellen"])
        #expect(read.deliveries.map { $0["galler"] } == ["nej", "ja"])
        #expect(read.deliveries.map { $0["granskning"] } == ["väntar", "återlämnad"])
        #expect(read.manifest.deliveries.map(\.files) == [["raw/\(first)_1.csv"], ["raw/\(second)_1.csv"]])
        let receipt = try await fixture.register.receipt(second)
        #expect(read.manifest.deliveries.last?.checksum == receipt.checksum)
        let log = try await AccessLog(fixture.database).events(about: .municipality(fixture.uppsala))
        #expect(log.first?.act == .exported && log.first?.subject == package.name)
    }

    @Test(
        "The next package has what came late only, and knows the one before",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func late() async throws {
        let fixture = try await ReviewFixture()
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        let path = fixture.folder.file("paket.zip").path
        func export(_ scope: ExportPackage.Scope) async throws -> ExportPackage {
            try await fixture.review.export(
                fixture.collection, month: fixture.march, scope: scope, to: path, by: "Bo Ek", at: time)
        }
        await #expect(throws: ReviewError.self) { try await export(.everything) }
        try await fixture.deliver([fixture.file(fixture.quiet(2))])
        let first = try await export(.late)
        await #expect(throws: ReviewError.self) { try await export(.late) }
        #expect(try await fixture.review.unexported(in: fixture.collection, month: fixture.march).isEmpty)
        let late = try await fixture.deliver(
            [fixture.file(fixture.quiet(3), "insatser", fixture.knivsta)], at: "2013-06-05T07:00:00Z")
        #expect(try await fixture.review.unexported(in: fixture.collection, month: fixture.march) == late)
        let second = try await export(.late)
        #expect(second.deliveries == late && second.sequence == 2)
        let read = try Read(path)
        #expect(Set(read.measures.map { $0["kommun"] }) == ["0330"] && read.measures.count == 3)
        #expect(read.raw.count == 1 && read.manifest.previous?.package == first.name)
        #expect(read.deliveries.map { $0["i_paketet"] } == ["ja", "nej"])
        #expect(try await fixture.review.exports(collection: fixture.id) == [first, second])
        #expect(try await export(.everything).deliveries.count == 2)
    }

    @Test(
        "The next package tells of a withdrawal, and has what counts again because of it",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func withdrawal() async throws {
        let fixture = try await ReviewFixture()
        let path = fixture.folder.file("paket.zip").path
        func export(at time: String) async throws -> ExportPackage {
            try await fixture.review.export(
                fixture.collection, month: fixture.march, scope: .late, to: path, by: "Bo Ek",
                at: try ReviewFixture.time(time))
        }
        let older = try await fixture.deliver([fixture.file(fixture.quiet(2))])
        let newer = try await fixture.deliver([fixture.file(fixture.quiet(3))], at: "2013-04-05T07:00:00Z")
        let alone = try await fixture.deliver([fixture.file(fixture.quiet(4), "insatser", fixture.knivsta)])
        _ = try await export(at: "2013-05-05T08:00:00Z")
        for number in newer + alone {
            _ = try await fixture.register.withdraw(
                number, reason: "Fel", sender: "Anna", at: try ReviewFixture.time("2013-05-06T08:00:00Z"))
        }
        let second = try await export(at: "2013-05-07T08:00:00Z")
        #expect(Set(second.deliveries) == Set(older + newer + alone))
        let read = try Read(path)
        #expect(read.measures.map { $0["leveransnummer"] } == Array(repeating: older.first?.description, count: 2))
        #expect(read.deliveries.map { $0["aterkallad"] }.count { $0?.hasPrefix("2013-05-06") == true } == 2)
        await #expect(throws: ReviewError.self) { try await export(at: "2013-05-08T08:00:00Z") }
    }

    @Test("The same content gives the same bytes; the manifest is signed; nothing is kept of what fails")
    func bytes() async throws {
        let key = SigningKey.random()
        let time = try ReviewFixture.time("2013-05-05T08:00:00Z")
        var packages: [Data] = []
        for _ in 0..<2 {
            let fixture = try await ReviewFixture()
            try await fixture.deliver([
                fixture.file(fixture.quiet(2)), fixture.file(fixture.closures(2), "avslutsorsaker"),
            ])
            await #expect(throws: ReviewError.self) {
                try await fixture.review.export(
                    fixture.collection, month: fixture.march, scope: .everything, to: "/finns/inte/paket.zip",
                    by: "Bo Ek", at: time)
            }
            #expect(try await fixture.review.exports(collection: fixture.id).isEmpty)
            let path = fixture.folder.file("paket.zip").path
            let package = try await fixture.review.export(
                fixture.collection, month: fixture.march, scope: .everything, to: path, signedWith: key, by: "Bo Ek",
                at: time)
            packages.append(try Data(contentsOf: URL(filePath: path)))
            #expect(package.bytes == packages.last?.count)
            #expect(package.sha256 == Array(packages[0]).withUnsafeBufferPointer { Digest.hexadecimal($0) })
            guard Python.isPresent else { continue }
            let hex = try Python.run(
                """
                import sys, zipfile
                z = zipfile.ZipFile(sys.argv[1]); print(z.read('manifest.json').hex(), z.read('manifest.sig').hex())
                """, path
            ).split(whereSeparator: \.isWhitespace).map { Self.bytes(String($0)) }
            #expect(key.verifyingKey.verifies(hex[1], of: hex[0]))
            #expect(!key.verifyingKey.verifies(hex[1], of: hex[0] + [0]))
        }
        #expect(packages[0] == packages[1])
    }

    @Test(
        "One file from many municipalities is in the package once",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func sharedFile() async throws {
        let fixture = try await ReviewFixture()
        let numbers = try await fixture.deliverTogether([
            fixture.file(fixture.quiet(2)), fixture.file(fixture.quiet(2), "insatser", fixture.knivsta),
        ])
        let path = fixture.folder.file("paket.zip").path
        _ = try await fixture.review.export(
            fixture.collection, month: fixture.march, scope: .everything, to: path, by: "Bo Ek",
            at: try ReviewFixture.time("2013-05-05T08:00:00Z"))
        let read = try Read(path)
        #expect(numbers.count == 2 && read.raw.count == 1)
        #expect(Set(read.manifest.deliveries.flatMap(\.files)).count == 1)
        #expect(read.measures.map { $0["kommun"] } == ["0330", "0330", "0380", "0380"])
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).compactMap {
            UInt8(hex.dropFirst($0).prefix(2), radix: 16)
        }
    }
}
