import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite("Starting the programs that documents are made with", .fewAtATime)
struct EngineStartTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("is left when nobody wants the document any longer")
    func cancelled() async throws {
        let mark = folder.file("mark")
        let run = EngineRun(
            engine: .pandoc, program: URL(filePath: "/usr/bin/touch"), arguments: [mark.path], limit: .seconds(60))
        let outcome = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(DocumentError) {
                try await run.finish()
                return DocumentError?.none
            } catch {
                return error
            }
        }.value
        #expect(outcome == .cancelled)
        #expect(!FileManager.default.fileExists(atPath: mark.path))
    }

    @Test("is tried again though it failed once")
    func again() async throws {
        let mark = folder.file("mark")
        let script = """
            [ -e '\(mark.path)' ] || exit 3
            printf '\\001\\000\\000\\0001'; exec cat > /dev/null
            """
        let settings = PressSettings(pythons: [try folder.program("python", script)])
        let (hasty, patient) = (Printers(settings, patience: .zero), Printers(settings))
        #expect(await !hasty.arePossible())
        #expect(await !patient.arePossible())
        try Data().write(to: mark)
        #expect(await hasty.arePossible())
        // Not asked of a machine at every page that is drawn.
        #expect(await !patient.arePossible())
        try FileManager.default.removeItem(at: mark)
        #expect(await hasty.arePossible())
    }
}
