public import Checking
public import Definitions
public import Vocabulary

extension FindingGroup {
    /// What is wrong and how to mend it, said once for all of them: "180 rader har … Rad 9, 14, 22 m.fl."
    public func sentence(_ catalogue: MessageCatalogue, _ language: Language) -> String {
        guard count > 1, !rows.isEmpty else { return "\(first.message) \(first.remedy)" }
        let numbers =
            rows.map(String.init).joined(separator: ", ")
            + (count > rows.count ? (language == .sv ? " m.fl" : " and more") : "")
        return catalogue.many(
            textID, ["count": String(count), "rows": numbers, "field": first.column ?? ""])
    }
}
