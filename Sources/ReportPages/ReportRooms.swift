public import Documents
public import Foundation
import Register
public import Reporting
public import Vocabulary

/// The rooms that reports are made in, opened once for the whole portal.
public struct ReportRooms: Sendable {
    /// What was chosen and written, reviewed and published.
    public let desk: ReportDesk
    /// Makes the forms.
    public let press: Press
    /// What must be said with every figure; `nil` for real ones.
    public let warning: Localized?
    /// The clock of reports. The demonstration's reports are of another year than its collection.
    public let now: @Sendable () -> Date
    let shelf = FigureShelf()

    /// Rooms of their parts.
    public init(desk: ReportDesk, press: Press, warning: Localized? = nil, now: @escaping @Sendable () -> Date) {
        self.desk = desk
        self.press = press
        self.warning = warning
        self.now = now
    }

    /// The same rooms with another desk.
    public func with(_ desk: ReportDesk) -> ReportRooms {
        ReportRooms(desk: desk, press: press, warning: warning, now: now)
    }
}

/// Figures that have been counted, so that a page that is drawn again does not count again.
actor FigureShelf {
    struct Key: Hashable {
        let identity: ReportIdentity
        let knownUntil: Date?
        let stamp: Int
    }

    private var kept: [(key: Key, figures: Task<ReportFigures, any Error>)] = []

    /// The figures of `key`, counted by `count` unless they are kept. Who asks while they are counted waits for the same.
    func figures(
        _ key: Key, _ count: @escaping @Sendable () async throws -> ReportFigures
    ) async throws -> ReportFigures {
        if let place = kept.firstIndex(where: { $0.key == key }) {
            let found = kept.remove(at: place)
            kept.append(found)
            return try await found.figures.value
        }
        // Counting takes a thread for as long as it lasts: not one of those that answer others.
        let task = Task(executorPreference: AsideExecutor.shared) { try await count() }
        kept.append((key, task))
        if kept.count > Self.most { kept.removeFirst() }
        do {
            return try await task.value
        } catch {
            kept.removeAll { $0.key == key }
            throw error
        }
    }

    private static let most = 12
}
