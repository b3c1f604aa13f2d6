import Reporting

extension Report {
    /// What must be said with every figure, in short, where there is little room: "PÅHITTADE UPPGIFTER"; empty for real
    /// ones.
    var mark: String { String((warning ?? "").prefix { $0 != "." && $0 != ":" }) }
}
