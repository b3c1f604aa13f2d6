import Vocabulary

/// A realistic fault in a municipality's first file, that is found, mended and sent again.
struct Fault: Sendable {
    let municipality: String
    let table: String
    /// What went wrong, as told while the demonstration runs.
    let story: Localized
    /// Spoils the cells of a file (after month and municipality).
    let spoil: @Sendable (inout [[String]]) -> Void

    static let all: [Fault] = [
        Fault(
            municipality: "0582", table: "insatser",
            story: Localized(sv: "kod 0 tillsammans med en insats", en: "code 0 together with a measure")
        ) { rows in
            guard let row = rows.firstIndex(where: { $0[1].isEmpty && !$0[3].isEmpty }) else { return }
            rows[row][1] = "X"
        },
        Fault(
            municipality: "2180", table: "avslutsorsaker",
            story: Localized(sv: "en avslutsorsak som inte finns", en: "a closure reason that does not exist")
        ) { rows in
            guard let row = rows.indices.last, let place = rows[row].lastIndex(where: { !$0.isEmpty }) else { return }
            rows[row][place] = "13"
        },
        Fault(
            municipality: "1081", table: "insatser",
            story: Localized(sv: "samma löpnummer två gånger", en: "the same running number twice")
        ) { rows in
            guard rows.count > 4 else { return }
            rows[4][0] = rows[1][0]
        },
        Fault(
            municipality: "2580", table: "insatser",
            story: Localized(sv: "34 dagar i en månad", en: "34 days in a month")
        ) { rows in
            guard let row = rows.firstIndex(where: { !$0[3].isEmpty }) else { return }
            rows[row][3] = "34"
        },
        Fault(
            municipality: "0138", table: "insatser",
            story: Localized(sv: "kod 8 utan beskrivning", en: "code 8 without a description")
        ) { rows in
            guard let row = rows.firstIndex(where: { !($0.last ?? "").isEmpty }) else { return }
            rows[row][rows[row].count - 1] = ""
        },
        Fault(
            municipality: "0643", table: "insatser",
            story: Localized(
                sv: "ett personnummer i stället för löpnummer", en: "an identity number for a running number")
        ) { rows in
            // One of Skatteverket's test numbers, which nobody has.
            guard !rows.isEmpty else { return }
            rows[0][0] = "195510152167"
        },
    ]
}
