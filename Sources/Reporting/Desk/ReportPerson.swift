/// Somebody who works with reports.
public struct ReportPerson: Sendable, Equatable {
    /// What stays the same whatever the person comes to be called: the account's number, "kommandoraden".
    public var id: String
    /// As a report says it: "Maria Lind".
    public var name: String
    /// As the access log says it: "Maria Lind <maria.lind@linkoping.example>".
    public var actor: String

    /// Somebody, by id and names.
    public init(id: String, name: String, actor: String) {
        self.id = id
        self.name = name
        self.actor = actor
    }
}
