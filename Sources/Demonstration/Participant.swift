import Vocabulary

/// A municipality that took part, and with what.
struct Participant: Sendable {
    let municipality: Municipality
    /// Data (*datafil*) and comments (*synpunkter*) about measures, then about reasons.
    let measures: Bool
    let measureComments: Bool
    let reasons: Bool
    let reasonComments: Bool

    /// The 72 of Bilaga 3, by code.
    ///
    /// The report says how many of the four each took part with; where it is fewer than four, which of them is made up
    /// here, so that all its sums hold: 47, 40, 55, 31, and 54 in both parts. `D` = data, `s` = comments.
    static let all: [Participant] = table.split(whereSeparator: \.isWhitespace).compactMap { entry in
        let parts = entry.split(separator: ":")
        guard parts.count == 2, let municipality = Municipality(code: parts[0]) else { return nil }
        let marks = parts[1].map { $0 != "-" }
        guard marks.count == 4 else { return nil }
        return Participant(
            municipality: municipality, measures: marks[0], measureComments: marks[1], reasons: marks[2],
            reasonComments: marks[3])
    }

    private static let table = """
        0114:Ds-- 0117:-sD- 0123:DsDs 0126:D-D- 0136:DsDs 0138:DsDs 0163:DsD- 0180:DsDs
        0181:-s-s 0183:-s-- 0191:D--- 0380:-sDs 0382:-sD- 0483:--D- 0562:D-Ds 0582:DsDs
        0604:--Ds 0643:Ds-s 0665:--D- 0683:DsDs 0685:D-Ds 0687:DsDs 0763:-sD- 0767:--D-
        0781:--D- 0862:DsDs 1081:DsDs 1082:DsD- 1214:-sD- 1260:D-D- 1262:--D- 1270:-sD-
        1280:D--- 1287:-sD- 1380:DsD- 1381:-sD- 1383:-sD- 1384:D--s 1421:DsDs 1435:D-D-
        1440:DsD- 1462:D-D- 1466:D-Ds 1482:DsDs 1485:D--- 1487:DsDs 1489:D-D- 1491:DsDs
        1492:D--- 1496:D-Ds 1763:D--s 1766:-sD- 1883:DsDs 1904:D-D- 1980:DsD- 1982:D-D-
        1984:D--- 2023:-s-- 2061:D--s 2083:D-Ds 2180:DsDs 2182:-s-s 2184:---s 2282:DsDs
        2309:D-D- 2313:D-D- 2401:--D- 2403:-sD- 2521:---s 2560:D--- 2580:DsD- 2583:-sD-
        """
}
