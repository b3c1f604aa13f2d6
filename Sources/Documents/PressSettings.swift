public import Foundation

/// What documents are made with. What is not given is looked for where it usually is.
public struct PressSettings: Sendable {
    /// Pythons to try, in order: the first that has WeasyPrint 70 or later prints PDF.
    public var pythons: [URL]
    /// Pandoc, for DOCX and PPTX; `nil` where it is not installed.
    public var pandoc: URL?
    /// rsvg-convert, for the pictures of a PPTX; `nil` where it is not installed.
    public var rsvgConvert: URL?
    /// The municipality's own document for the look of a DOCX; `nil` = ours.
    public var documentReference: URL?
    /// The municipality's own slides for the look of a PPTX; `nil` = ours.
    public var slideReference: URL?
    /// How many programs run at a time.
    public var programs: Int
    /// How long a program may take for one document.
    public var limit: Duration

    /// The programs of this machine: Python as `UNDERLAG_PYTHON` says, or that of `.venv` in the working folder, or
    /// that on `PATH`; the documents that `UNDERLAG_REFERENCE_DOCX` and `UNDERLAG_REFERENCE_PPTX` name, if they do.
    public init(
        pythons: [URL]? = nil, pandoc: URL? = nil, rsvgConvert: URL? = nil, documentReference: URL? = nil,
        slideReference: URL? = nil, programs: Int? = nil, limit: Duration = .seconds(60)
    ) {
        let environment = ProcessInfo.processInfo.environment
        let given = environment["UNDERLAG_PYTHON"].map { URL(filePath: $0) }
        self.pythons = pythons ?? [given, URL(filePath: ".venv/bin/python"), Self.onPath("python3")].compactMap { $0 }
        self.pandoc = pandoc ?? Self.onPath("pandoc")
        self.rsvgConvert = rsvgConvert ?? Self.onPath("rsvg-convert")
        self.documentReference = documentReference ?? environment["UNDERLAG_REFERENCE_DOCX"].map { URL(filePath: $0) }
        self.slideReference = slideReference ?? environment["UNDERLAG_REFERENCE_PPTX"].map { URL(filePath: $0) }
        self.programs = programs ?? max(2, min(ProcessInfo.processInfo.activeProcessorCount, 8))
        self.limit = limit
    }

    /// The program called `name` among the folders of `PATH`.
    private static func onPath(_ name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
            .split(separator: ":")
            .map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
