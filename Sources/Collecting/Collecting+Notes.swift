import AccessLog
public import Foundation
import Storage
public import Vocabulary

/// Something the authority has noted about a municipality (*anteckning*), for its own people: "Ringde, lovar fredag".
public struct MunicipalityNote: Sendable, Equatable {
    /// What is noted.
    public var text: String
    /// Who noted it.
    public var by: String
    /// When, to the second.
    public var at: Date
}

extension Collecting {
    /// What has been noted about a municipality, newest first.
    public func notes(about municipality: Municipality) async throws(CollectingError) -> [MunicipalityNote] {
        try await read { transaction in
            try transaction.all(
                """
                SELECT body, written_by, written_at FROM municipality_note
                WHERE municipality = \(Int(municipality.number)) ORDER BY id DESC
                """
            ) { MunicipalityNote(text: $0.text(0), by: $0.text(1), at: $0.time(2)) }
        }
    }

    /// Notes something about a municipality, for good. Throws when it says nothing, is longer than 2,000 characters or has
    /// an identity number.
    public func note(
        _ text: String, about municipality: Municipality, by: String, at time: Date
    ) async throws(CollectingError) {
        let text = try CollectingText.note.filled(text)
        try await write { transaction in
            try transaction.execute(
                """
                INSERT INTO municipality_note (municipality, body, written_by, written_at)
                VALUES (\(Int(municipality.number)), \(text), \(by), \(time))
                """)
            try transaction.log(
                Event(
                    at: time, actor: by, organisation: .municipality(municipality), act: .noted,
                    subject: municipality.code))
        }
    }
}
