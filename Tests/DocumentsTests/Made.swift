import Documents
import Foundation
import TestSupport

/// The sample report in its forms, each made once for all tests.
enum Made {
    /// With the Python of the tests, wherever they are run from.
    static let press = Press(PressSettings(pythons: [Python.interpreter].compactMap { $0 }))
    static let folder = try? TemporaryFolder()

    private static let forms: [DocumentForm: Task<URL, any Error>] = Dictionary(
        uniqueKeysWithValues: DocumentForm.allCases.map { form in
            (
                form,
                Task {
                    guard let folder else { throw CocoaError(.fileNoSuchFile) }
                    let file = folder.file(form.fileName(of: SampleReport.report))
                    try Data(try await press.make(form, of: SampleReport.report)).write(to: file)
                    return file
                }
            )
        })

    /// The file of a form.
    static func file(_ form: DocumentForm) async throws -> URL {
        guard let task = forms[form] else { throw CocoaError(.fileNoSuchFile) }
        return try await task.value
    }

    /// The page as text.
    static func page() async throws -> String { try String(contentsOf: await file(.html), encoding: .utf8) }

    /// Whether pandoc and rsvg-convert are here.
    static let hasOffice = PressSettings().pandoc != nil && PressSettings().rsvgConvert != nil

    /// Runs a script of Checks.
    static func check(_ script: String, _ arguments: [String]) throws -> String {
        guard let python = Python.interpreter else { throw CocoaError(.fileNoSuchFile) }
        let path = Dossier.repository.appending(path: "Tests/DocumentsTests/Checks/\(script).py").path
        return try Program.run(python, [path] + arguments)
    }

    /// What a script of Checks says of a form.
    static func facts<Facts: Decodable>(_ script: String, _ form: DocumentForm) async throws -> Facts {
        try JSONDecoder().decode(Facts.self, from: Data(try check(script, [await file(form).path]).utf8))
    }
}
