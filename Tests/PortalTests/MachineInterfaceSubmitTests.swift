import Accounts
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import MachineInterface
import Publication
import Register
import Review
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Web
import WebTestSupport

@Suite("underlag submit --server", .fewAtATime)
struct MachineInterfaceSubmitTests {
    /// A municipality's computer with a file, a key and a portal to deliver to.
    private struct Job: Sendable {
        let site: MachineInterfaceSite
        let address: String
        let secret: String
        let folder: TemporaryFolder

        func file(_ bytes: [UInt8], name: String = "insatser.csv") throws -> String {
            try write(bytes, name)
        }

        private func write(_ bytes: [UInt8], _ name: String) throws -> String {
            let url = folder.url.appending(path: name)
            try Data(bytes).write(to: url)
            return url.path
        }

        func submit(_ arguments: String...) async throws -> Program.Outcome {
            let key = try write(Array((secret + "\n").utf8), "nyckel.txt")
            return try await Program.result(
                BuiltProgram.url, ["submit"] + arguments + ["--server", address, "--key-file", key])
        }

        func deliveries() async throws -> [Receipt] { try await site.house.register.deliveries() }
    }

    private func withJob(
        _ site: MachineInterfaceSite? = nil, _ router: Router<PortalContext>? = nil,
        _ body: @escaping @Sendable (Job) async throws -> Void
    ) async throws {
        let site = if let site { site } else { try await MachineInterfaceSite() }
        let secret = try await site.key([.submit]).secret
        let folder = try TemporaryFolder()
        try await withRunningSite(router ?? site.router()) { address in
            try await body(Job(site: site, address: address, secret: secret, folder: folder))
        }
    }

    @Test("A file that is right gives the receipt, as text or JSON; the same file again gives the same one")
    func receipt() async throws {
        try await withJob { job in
            let file = try job.file(Measures.right(), name: "insatser \"april\" å.csv")
            let outcome = try await job.submit(file)
            #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome)")
            #expect(
                outcome.output.hasPrefix(
                    "Tack! Uppgifterna för april 2013 är inlämnade.\nLeveransnummer 2013-04-0380-1"))
            #expect(outcome.output.contains("insatser \"april\" å.csv"))
            let again = try await job.submit(file, "--format", "json", "--month", "2013-04")
            let record = try JSONDecoder().decode(ReceiptRecord.self, from: Data(again.output.utf8))
            #expect(record == ReceiptRecord(try #require(try await job.deliveries().first)))
            #expect(try await job.deliveries().count == 1)
        }
    }

    @Test(
        "By TLS the file is delivered to a portal whose certificate is trusted, and to no other",
        .enabled(if: Python.isPresent, "\(Python.absence)"))
    func encrypted() async throws {
        try await withJob { job in
            let certificate = try Certificate(in: job.folder)
            let port = try #require(URL(string: job.address)?.port)
            let proxy = try PythonServer(Self.proxy, [certificate.file.path, certificate.key.path, String(port)])
            let there = Job(
                site: job.site, address: "https://localhost:\(proxy.port)", secret: job.secret, folder: job.folder)
            let file = try there.file(Measures.right(2_000))
            let unknown = try await there.submit(file)
            #expect(unknown.status == 69 && unknown.messages.contains("--ca-file"))
            let other = try Certificate(in: job.folder, name: "other")
            #expect(try await there.submit(file, "--ca-file", other.file.path).status == 69)
            // What it is trusted for is its name.
            let numbered = Job(
                site: job.site, address: "https://127.0.0.1:\(proxy.port)", secret: job.secret, folder: job.folder)
            #expect(try await numbered.submit(file, "--ca-file", certificate.file.path).status == 69)
            #expect(try await job.deliveries().isEmpty)

            let outcome = try await there.submit(file, "--ca-file", certificate.file.path)
            #expect(outcome.status == 0 && outcome.output.contains("2013-04-0380-1"), "\(outcome)")
            #expect(try await there.submit(file, "--ca-file", certificate.file.path).output == outcome.output)
            #expect(try await job.deliveries().count == 1)
        }
    }

    /// Ends TLS and passes on what comes to a port of this machine, as the proxy of a portal does.
    private static let proxy = """
        import select, socket, ssl, sys, threading
        certificate, key, port = sys.argv[1:]

        def pass_on(client):
            try:
                inside = context.wrap_socket(client, server_side=True)
                portal = socket.create_connection(("127.0.0.1", int(port)))
                while True:
                    ready = [inside] if inside.pending() else select.select([inside, portal], [], [])[0]
                    for source in ready:
                        piece = source.recv(65536)
                        if not piece:
                            return inside.close(), portal.close()
                        (portal if source is inside else inside).sendall(piece)
            except OSError:
                pass

        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        while True:
            threading.Thread(target=pass_on, args=(listener.accept()[0],), daemon=True).start()
        """

    @Test("What is wrong is said as it is without a server, with the same status")
    func same() async throws {
        try await withJob { job in
            let register = job.folder.url.appending(path: "register").path
            for (bytes, status) in [(Measures.faulty, 2), (Measures.asking, 1), ([], 65)] as [([UInt8], Int32)] {
                let file = try job.file(bytes)
                for language in ["sv", "en"] {
                    let there = try await job.submit(file, "--month", "2013-04", "--language", language)
                    let here = try await Program.result(
                        BuiltProgram.url,
                        [
                            "submit", file, "--data", register, "--municipality", "0380", "--month", "2013-04",
                            "--language", language,
                        ])
                    #expect(there.output == here.output)
                    #expect(there.status == status && here.status == status)
                }
            }
            #expect(try await job.deliveries().isEmpty)
        }
    }

    @Test("Warnings are answered with reasons")
    func answers() async throws {
        try await withJob { job in
            let file = try job.file(Measures.asking)
            #expect(try await job.submit(file).status == 1)
            let outcome = try await job.submit(file, "--confirm", "V03:insatsen är kommunens")
            #expect(
                outcome.status == 0 && outcome.output.contains("Bekräftad varning V03 (SFI): insatsen är kommunens"))
        }
    }

    @Test("A file that somebody has replaced since is not delivered again, unless that is said")
    func replaced() async throws {
        try await withJob { job in
            let file = try job.file(Measures.right(5))
            #expect(try await job.submit(file).status == 0)
            #expect(try await job.submit(try job.file(Measures.right(6), name: "b.csv")).status == 0)
            let again = try await job.submit(file)
            #expect(again.status == 0 && again.output.contains("ersatt av 2013-04-0380-2"))
            #expect(
                again.messages.contains("2013-04-0380-1 och gäller inte längre") && again.messages.contains("--again"))
            #expect(try await job.deliveries().count == 2)
            #expect(try await job.submit(file, "--again").output.contains("2013-04-0380-3"))
        }
    }

    @Test("A file that the authority has returned is delivered again by the same command, once")
    func returned() async throws {
        try await withJob { job in
            let file = try job.file(Measures.right(5))
            #expect(try await job.submit(file).output.contains("2013-04-0380-1"))
            let first = try #require(try await job.deliveries().first)
            try await job.site.house.review.return(
                first.number, message: "Kod 0 saknas.", by: "Bo Ek", at: job.site.now)
            #expect(try await job.submit(file).output.contains("2013-04-0380-2"))
            #expect(try await job.submit(file).output.contains("ersatt av 2013-04-0380-2"))
            #expect(try await job.deliveries().count == 2)
        }
    }

    @Test("An answer that is lost on the way is asked for again, and the file is delivered once")
    func lost() async throws {
        let site = try await MachineInterfaceSite()
        let router = site.house.site.router()
        router.add(middleware: Losing(count: 2))
        MachineInterface(site.house, limits: .generous).add(to: router)
        try await withJob(site, router) { job in
            let outcome = try await job.submit(try job.file(Measures.right()))
            #expect(outcome.status == 0 && outcome.output.contains("2013-04-0380-1"))
            #expect(try await job.deliveries().count == 1)
            let drafts = try await job.site.database.read { try $0.all("SELECT id FROM draft") { $0.integer(0) } }
            #expect(drafts.count == 1)
        }
    }

    @Test("A check that takes long is waited for")
    func slow() async throws {
        try await withJob(try await MachineInterfaceSite(patience: .zero)) { job in
            let file = try job.file(Measures.asking)
            async let submitted = job.submit(file, "--confirm", "V03:ja", "--again")
            // The check begins when the server has answered that it will take time.
            _ = try await job.site.whileBusy {
                let drafts: @Sendable () async throws -> [Int] = {
                    try await job.site.database.read { try $0.all("SELECT id FROM draft") { $0.integer(0) } }
                }
                while try await drafts().isEmpty {
                    try await Task.sleep(for: .milliseconds(20))
                }
                try await Task.sleep(for: .milliseconds(500))
                return try await job.site.system(nil).get("openapi.json")
            }
            let outcome = try await submitted
            #expect(outcome.status == 0 && outcome.output.contains("2013-04-0380-1"))
        }
    }

    @Test("Keys, addresses and options that cannot be meant are refused, each with its status")
    func refused() async throws {
        try await withJob { job in
            let file = try job.file(Measures.right())
            let wrong = try job.file(Array("ul_nobody".utf8), name: "fel.txt")
            let server = ["submit", file, "--server", job.address]
            func status(_ arguments: [String]) async throws -> Int32 {
                let outcome = try await Program.result(BuiltProgram.url, arguments)
                #expect(outcome.output.isEmpty && !outcome.messages.isEmpty)
                #expect(!outcome.messages.contains("ul_nobody"))
                return outcome.status
            }
            #expect(try await status(server + ["--key-file", wrong]) == 77)
            #expect(try await status(server) == 64)
            #expect(try await status(server + ["--key-file", file + "x"]) == 66)
            #expect(try await status(server + ["--key-file", wrong, "--ca-file", file + "x"]) == 66)
            #expect(
                try await status(["submit", file, "--server", "http://underlag.example", "--key-file", wrong]) == 64)
            #expect(try await status(["submit", file, "--server", "underlag", "--key-file", wrong]) == 64)
            #expect(try await status(["submit", file, "--server", "http://127.0.0.1:9", "--key-file", wrong]) == 69)
            #expect(try await status(server + ["--key-file", wrong, "--data", job.folder.url.path]) == 64)
            #expect(try await status(server + ["--key-file", wrong, "--municipality", "0380"]) == 64)
            #expect(try await status(["submit", file]) == 64)
            #expect(try await job.submit(file + "x").status == 66)
            #expect(try await job.submit(file, "--month", "1999-01").status == 64)
            #expect(try await job.submit(file, "--month", "2013-4").status == 64)
            let reader = try await job.site.key([.read]).secret
            let environment = try await Program.result(
                URL(filePath: "/usr/bin/env"), ["UNDERLAG_API_KEY=\(reader)", BuiltProgram.url.path] + server)
            #expect(environment.status == 77 && environment.messages.contains("Nyckeln får inte göra det här"))
            #expect(try await job.deliveries().isEmpty)
        }
    }
}

/// Does what is asked and loses the first answers on the way back.
private final class Losing: RouterMiddleware {
    typealias Context = PortalContext
    private let left: Mutex<Int>

    init(count: Int) { left = Mutex(count) }

    func handle(
        _ request: Request, context: PortalContext, next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let isLost = left.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
        return isLost ? Response(status: .badGateway) : response
    }
}
