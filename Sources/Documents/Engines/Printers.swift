import Foundation

/// The printing programs at hand: started when needed, used for one page after another.
actor Printers {
    private let settings: PressSettings
    private var idle: [Printer] = []
    /// The first Python that could.
    private var python: URL?
    /// When none was found last.
    private var missed: ContinuousClock.Instant?
    private let patience: Duration

    /// - Parameter patience: How long none is looked for again when none was found: a start may have been slow only.
    init(_ settings: PressSettings, patience: Duration = .seconds(60)) {
        self.settings = settings
        self.patience = patience
    }

    /// Whether there is a Python that can. The one found waits for its first page.
    func arePossible() async -> Bool {
        if python != nil { return true }
        if let missed, missed.duration(to: .now) < patience { return false }
        let printer: Printer? = try? await started()
        if let printer { put(back: printer) } else if !Task.isCancelled { missed = .now }
        return printer != nil
    }

    /// `page` as PDF.
    nonisolated func pdf(of page: String) async throws(DocumentError) -> [UInt8] {
        // One that has waited for long may have ended itself.
        if let printer = await waiting(), let document = try await use(printer, page, isFresh: false) {
            return document
        }
        guard let document = try await use(try await started(), page, isFresh: true) else {
            throw .engineFailed(.weasyprint, code: 0)
        }
        return document
    }

    /// The document, or `nil` when a printer that had waited was no longer there.
    private nonisolated func use(
        _ printer: Printer, _ page: String, isFresh: Bool
    ) async throws(DocumentError) -> [UInt8]? {
        switch await printer.print(page) {
        case .document(let bytes):
            await put(back: printer)
            return bytes
        case .failed:
            await put(back: printer)
            throw .engineFailed(.weasyprint, code: 1)
        case .gone:
            if Task.isCancelled { throw .cancelled }
            if isFresh { throw .engineFailed(.weasyprint, code: 0) }
            return nil
        case .tooSlow: throw .tooSlow(.weasyprint)
        }
    }

    private func waiting() -> Printer? { idle.popLast() }

    private func put(back printer: Printer) { idle.append(printer) }

    private func started() async throws(DocumentError) -> Printer {
        for candidate in python.map({ [$0] }) ?? settings.pythons {
            guard let printer = Printer(candidate, limit: settings.limit) else { continue }
            if await printer.isReady() {
                python = candidate
                return printer
            }
            if Task.isCancelled { throw .cancelled }
        }
        // One that could before is there, and is only hindered.
        throw python == nil ? .engineMissing(.weasyprint) : .engineFailed(.weasyprint, code: 0)
    }
}
