public import Foundation

/// LibreOffice without its window, for files as it writes them and for opening ours.
public enum LibreOffice {
    /// What to say when a test is skipped.
    public static let absence: String = "no LibreOffice: run scripts/bootstrap"

    /// The program, `nil` where it is not installed.
    public static let program: URL? = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
        .map { URL(filePath: $0) }

    /// Whether there is one.
    public static var isPresent: Bool { program != nil }

    /// Converts `file` to `format` ("xlsx", "csv", "pdf") and returns the new file, beside the old one.
    ///
    /// `input` names the filter to read with, where the extension does not tell enough.
    public static func convert(_ file: URL, to format: String, input: String? = nil) throws -> URL {
        guard let program else { throw CocoaError(.fileNoSuchFile) }
        // A profile of its own, so that tests may run beside one another.
        let profile = FileManager.default.temporaryDirectory.appending(path: "libreoffice-\(UUID())")
        defer { try? FileManager.default.removeItem(at: profile) }
        let folder = file.deletingLastPathComponent()
        try Program.run(
            program,
            ["-env:UserInstallation=file://\(profile.path)", "--headless", "--norestore"]
                + (input.map { ["--infilter=\($0)"] } ?? [])
                + ["--convert-to", format, "--outdir", folder.path, file.path])
        let extensionOnly = String(format.prefix { $0 != ":" })
        return file.deletingPathExtension().appendingPathExtension(extensionOnly)
    }
}
