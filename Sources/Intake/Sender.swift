/// Who puts a file in (*uppgiftslämnare*): a person, or a system with a key of its own.
public struct Sender: Sendable, Hashable {
    /// What the person or the key is called in the accounts; stable.
    public var id: String
    /// The name that stands on the receipt.
    public var name: String
    /// Where mail about the file goes; `nil` for a system.
    public var email: String?
    /// How the access log names the sender.
    public var actor: String

    /// A sender from its parts; `actor` is "Anna Ek <anna.ek@uppsala.se>" unless said otherwise.
    public init(id: String, name: String, email: String? = nil, actor: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
        self.actor = actor ?? email.map { "\(name) <\($0)>" } ?? name
    }
}
