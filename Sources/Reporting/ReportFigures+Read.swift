public import Definitions
public import Foundation
import Indicators
public import Register
import Vocabulary

extension ReportFigures {
    /// Reads what a report is counted from, once: what is known now, or was known at `knownUntil`; of a report that is
    /// locked only what had been delivered by `lockedAt`, so that nothing delivered later changes it.
    public static func read(
        _ identity: ReportIdentity, library: DefinitionLibrary, register: Register, knownUntil: Date? = nil,
        lockedAt: Date? = nil
    ) async throws(ReportingError) -> ReportFigures {
        let contents: (ReportDefinition, IndicatorCollection, [String: CodeList], [String: Localized])
        do throws(DefinitionError) {
            let events = try library.collection(eventCollection)
            contents = (
                try library.report(identity.kind), try library.indicators(identity.kind),
                Dictionary(uniqueKeysWithValues: events.codeLists.map { ($0.id, $0) }),
                Dictionary(uniqueKeysWithValues: events.tables.map { ($0.id, $0.title) })
            )
        } catch {
            throw .definitions(error)
        }
        do throws(RegisterError) {
            let history = try await EventHistory.read(
                of: identity.municipality, from: register, collection: eventCollection, asKnownAt: knownUntil,
                arrivedBy: lockedAt)
            let readyMade = try await ReadyMadeValues.read(
                of: identity.municipality, from: register, collection: contents.1, asKnownAt: knownUntil,
                arrivedBy: lockedAt)
            let heldOut = try await register.heldOut(
                of: identity.municipality, collection: eventCollection, asKnownAt: knownUntil, arrivedBy: lockedAt)
            return ReportFigures(
                identity, definition: contents.0, indicators: contents.1, lists: contents.2, history: history,
                readyMade: readyMade, schools: try await schools(of: identity, register, knownUntil, lockedAt),
                heldOut: heldOut, tables: contents.3)
        } catch {
            throw .register(error)
        }
    }

    static let eventCollection = "ekb-handelser"

    /// What was known of adult education a month after the report's; of a month nobody had delivered anything by then,
    /// what is known since.
    private static func schools(
        of identity: ReportIdentity, _ register: Register, _ knownUntil: Date?, _ lockedAt: Date?
    ) async throws(RegisterError) -> [SchoolTable] {
        let soon = Day(first: identity.month.next.next).start.addingTimeInterval(-1)
        let first = min(soon, knownUntil ?? soon)
        let then = try await AdultEducation.read(
            of: identity.municipality, from: register, asKnownAt: first, arrivedBy: lockedAt)
        if !then.isEmpty || first == knownUntil { return then }
        return try await AdultEducation.read(
            of: identity.municipality, from: register, asKnownAt: knownUntil, arrivedBy: lockedAt)
    }
}
