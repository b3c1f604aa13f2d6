import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Secrets
import Web

struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }
}

/// A small site that stands on everything Web has.
enum Site {
    static let origin = Origin("https://portal.test")

    static func router(folder: UploadFolder? = nil) throws -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        guard let origin else { throw WebError.setting(name: "origin") }
        router.add(middleware: RequestNumbers())
        router.add(middleware: AccessLines())
        router.add(middleware: SecurityHeaders(origin: origin))
        router.add(
            middleware: Failures { failure, _, _ in
                .page("<h1>\(failure.status.code)</h1><p>\(failure.number)</p>", status: failure.status)
            })
        router.add(middleware: CrossSiteRefusal(isExempt: { $0.uri.path.hasPrefix("/api/") }))
        router.get("/") { _, _ in Response.page("<p>\("<å>")</p>") }
        router.get("/fault") { _, _ -> Response in throw Fault.inside(secret: "19121212-1212") }
        router.get("/link/{token}") { _, _ in Response.text("ok") }
        router.post("/form") { request, _ in
            let form = try await Form.read(request)
            return Response.text(form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
        }
        router.post("/api/form") { _, _ in Response.text("machine") }
        guard let folder else { return router }
        router.post("/upload") { request, _ in
            let upload = try await UploadedForm.read(request, into: folder, limits: Site.limits)
            let files = try upload.files.map { "\($0.field):\($0.name):\($0.size):\(try $0.use(sum(of:)))" }
            let fields = upload.form.fields.map { "\($0.name)=\($0.value)" }
            return Response.text((fields + files).joined(separator: "|"))
        }
        router.post("/keep") { request, _ in
            let upload = try await UploadedForm.read(request, into: folder)
            return Response.text(try upload.files.map { try $0.keep().lastPathComponent }.joined(separator: "|"))
        }
        router.post("/raw") { request, _ in
            let file = try await UploadedFile.read(request, into: folder)
            return Response.text("\(file.size):\(try file.use(sum(of:)))")
        }
        return router
    }

    static let limits = UploadLimits(bytesPerFile: 20 << 20, files: 2, bytesPerField: 1000, fields: 3)

    static func sum(of url: URL) throws -> String { sum(of: Array(try Data(contentsOf: url))) }

    static func sum(of bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { Digest.hexadecimal($0) } }
}

enum Fault: Error {
    case inside(secret: String)
}

func filesLeft(in folder: URL) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
