/// A change of what is chosen or written in a report (*ändring*).
public struct ReportChange: Sendable, Equatable {
    /// What is other than it was.
    public let subject: Subject
    /// Of a text what stood there before; empty where the proposal did.
    public let before: String
    /// What stands there now. The same as before where somebody said that a text from an earlier month still holds.
    public let after: String

    /// What a change is of.
    public enum Subject: Sendable, Equatable {
        /// Something written.
        case text(TextPlace)
        /// A part, diagram or tile that was left out is shown, by its name in `ReportChoices.left`.
        case shown(String)
        /// One that was shown is left out.
        case left(String)
        /// The order of the parts.
        case order
    }

    init(_ subject: Subject, before: String = "", after: String = "") {
        self.subject = subject
        self.before = before
        self.after = after
    }
}

extension ReportChoices {
    /// What is other here than in `before`.
    func changes(since before: ReportChoices) -> [ReportChange] {
        let written = Set(texts.keys).union(before.texts.keys).filter { texts[$0] != before.texts[$0] }
        return written.sorted { $0.name < $1.name }.map { place in
            ReportChange(
                .text(place), before: before.texts[place]?.text ?? "", after: texts[place]?.text ?? "")
        }
            + before.left.subtracting(left).sorted().map { ReportChange(.shown($0)) }
            + left.subtracting(before.left).sorted().map { ReportChange(.left($0)) }
            + (order == before.order ? [] : [ReportChange(.order)])
    }
}

extension ReportChange.Subject {
    /// As it is stored.
    var word: String {
        switch self {
        case .text(let place): place.name
        case .shown(let piece): "shown:\(piece)"
        case .left(let piece): "left:\(piece)"
        case .order: "order"
        }
    }

    init?(word: String) {
        if let place = TextPlace(name: word) {
            self = .text(place)
        } else if word == "order" {
            self = .order
        } else if word.hasPrefix("shown:") {
            self = .shown(String(word.dropFirst(6)))
        } else if word.hasPrefix("left:") {
            self = .left(String(word.dropFirst(5)))
        } else {
            return nil
        }
    }
}
