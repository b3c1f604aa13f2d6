import Documents
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("The programs that documents are made with", .fewAtATime)
struct EngineTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(_ form: DocumentForm, _ settings: PressSettings) async -> DocumentError? {
        do throws(DocumentError) {
            _ = try await Press(settings).make(form, of: SampleReport.report)
            return nil
        } catch {
            return error
        }
    }

    @Test("are missed by name")
    func missing() async throws {
        let none = folder.file("none")
        #expect(await error(.pdf, PressSettings(pythons: [none])) == .engineMissing(.weasyprint))
        #expect(await error(.pdf, PressSettings(pythons: [])) == .engineMissing(.weasyprint))
        let old = try folder.program("old", "exit 3")
        #expect(await error(.pdf, PressSettings(pythons: [none, old])) == .engineMissing(.weasyprint))
        #expect(await error(.docx, PressSettings(pandoc: none)) == .engineMissing(.pandoc))
        #expect(await error(.pptx, PressSettings(rsvgConvert: none)) == .engineMissing(.rsvgConvert))
        #expect(await Press(PressSettings(pythons: [none])).missing(for: .pdf) == .weasyprint)
        #expect(await Press(PressSettings(pythons: [none])).missing(for: .html) == nil)
    }

    @Test("are ended when they take too long")
    func slow() async throws {
        let slow = try folder.program("slow", "printf '\\001\\000\\000\\0001'; exec sleep 60")
        #expect(await error(.pdf, PressSettings(pythons: [slow], limit: .seconds(1))) == .tooSlow(.weasyprint))
        let stuck = try folder.program("stuck", "exec sleep 60")
        #expect(await error(.docx, PressSettings(pandoc: stuck, limit: .seconds(1))) == .tooSlow(.pandoc))
    }

    @Test("may fail, and it is told without a word of the report")
    func failing() async throws {
        let failing = try folder.program("failing", "exit 7")
        #expect(await error(.docx, PressSettings(pandoc: failing)) == .engineFailed(.pandoc, code: 7))
        let mute = try folder.program(
            "mute", "printf '\\001\\000\\000\\0001\\000\\000\\000\\000'; exec cat > /dev/null")
        #expect(await error(.pdf, PressSettings(pythons: [mute])) == .engineFailed(.weasyprint, code: 1))
        let dying = try folder.program("dying", "printf '\\001\\000\\000\\0001'")
        #expect(await error(.pdf, PressSettings(pythons: [dying])) == .engineFailed(.weasyprint, code: 0))
    }

    @Test("are ended when nobody wants the document")
    func cancelled() async throws {
        let stuck = try folder.program("stuck", "exec sleep 60")
        for settings in [PressSettings(pythons: [stuck]), PressSettings(pandoc: stuck)] {
            let task = Task { await error(settings.pandoc == stuck ? .docx : .pdf, settings) }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            #expect(await task.value == .cancelled)
        }
    }

    @Test("are tried in order until one can", .enabled(if: Python.isPresent, "\(Python.absence)"))
    func inOrder() async throws {
        let old = try folder.program("old", "exit 3")
        let settings = PressSettings(pythons: [old, Python.interpreter].compactMap { $0 })
        #expect(await error(.pdf, settings) == nil)
    }

    @Test("take every character that can be pasted", .enabled(if: Python.isPresent && Made.hasOffice))
    func characters() async throws {
        var report = SampleReport.report
        report.title = "=1+1 \u{1}\u{B}\u{FFFE}\u{FFFF} \u{202E}🧾 ]]> <!-- &#0;"
        report.memo.title = report.title
        report.parts =
            Array(report.parts.prefix(1)) + [ReportPart(id: "a", heading: report.title, content: .diagrams([]))]
        for form in DocumentForm.allCases {
            let bytes = try await Press(PressSettings(pythons: [Python.interpreter].compactMap { $0 })).make(
                form, of: report)
            #expect(bytes.count > 2_000, "\(form)")
        }
    }
}
