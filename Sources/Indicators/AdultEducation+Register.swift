import Checking
public import Foundation
public import Register
public import Vocabulary

extension AdultEducation {
    /// The tables by school of all extractions of `municipality` that stand now; or, with `asKnownAt`, that stood then;
    /// with `arrivedBy`, only those delivered by then.
    public static func read(
        of municipality: Municipality, from register: Register, collection: String = "vux-elever",
        asKnownAt time: Date? = nil, arrivedBy: Date? = nil
    ) async throws(RegisterError) -> [SchoolTable] {
        var batches: [Batch] = []
        for (table, rows) in [("elever", SchoolRow.pupils), ("antagna", SchoolRow.admissions)] {
            batches = try await register.reduceIncrements(
                collection: collection, table: table, municipality: municipality, asKnownAt: time,
                arrivedBy: arrivedBy, into: batches
            ) { batches, part, bytes in
                batches.append(Batch(knownFrom: part.knownFrom, rows: rows(try EventCells(segment: bytes))))
            }
        }
        return AdultEducation(batches).tables
    }
}
