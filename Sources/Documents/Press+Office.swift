import Foundation
import Markup
import Reporting
import Tabular
import Vocabulary

extension Press {
    /// The cover memo.
    func memo(_ report: Report) async throws(DocumentError) -> [UInt8] {
        let folder = try WorkFolder()
        return try await pandoc(MemoPage(report).page, .docx, settings.documentReference, folder)
    }

    /// The slides.
    func slides(_ report: Report) async throws(DocumentError) -> [UInt8] {
        let folder = try WorkFolder()
        try await pictures(report, folder)
        let page = SlidesPage(report).page { folder.path(Self.picture($0)) }
        let bytes = try await pandoc(page, .pptx, settings.slideReference, folder)
        return try Slides.mended(bytes, pictures: folder.path(""), language: report.language)
    }

    private static func picture(_ diagram: Diagram) -> String { "diagram-\(diagram.number).png" }

    private func pictures(_ report: Report, _ folder: WorkFolder) async throws(DocumentError) {
        guard let program = settings.rsvgConvert else { throw .engineMissing(.rsvgConvert) }
        let (turns, limit, language) = (turns, settings.limit, report.language)
        let outcome = await withTaskGroup(of: DocumentError?.self) { group in
            for diagram in report.diagrams {
                group.addTask {
                    do throws(DocumentError) {
                        let drawing = diagram.chart(language).wide()
                        let name = "diagram-\(diagram.number).svg"
                        try folder.write(name, drawing.file(title: "", description: "").utf8)
                        try await turns.take { () async throws(DocumentError) in
                            try await EngineRun(
                                engine: .rsvgConvert, program: program,
                                arguments: [
                                    "--zoom=2", "--output", folder.path(Self.picture(diagram)), folder.path(name),
                                ],
                                limit: limit
                            ).finish()
                        }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.first { $0 != nil } ?? nil
        }
        if let outcome { throw outcome }
    }

    private func pandoc(
        _ page: OfficePage, _ form: DocumentForm, _ reference: URL?, _ folder: WorkFolder
    ) async throws(DocumentError) -> [UInt8] {
        guard let program = settings.pandoc else { throw .engineMissing(.pandoc) }
        try folder.write("page.html", page.html.text.utf8)
        let name = "reference.\(form.rawValue)"
        if reference == nil { try folder.write(name, DocumentAssets.bytes(name)) }
        let run = EngineRun(
            engine: .pandoc, program: program,
            arguments: [
                "--from=html", "--to=\(form.rawValue)", "--slide-level=1",
                "--reference-doc=\(reference?.path ?? folder.path(name))",
                "--output=\(folder.path("document"))", folder.path("page.html"),
            ], limit: settings.limit)
        try await turns.take { () async throws(DocumentError) in try await run.finish() }
        return try folder.read("document")
    }
}
