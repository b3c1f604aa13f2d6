/// Who answers questions about delivering to a collection (*kontakt*): a function, not a person.
public struct CollectionContact: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// Its e-mail address.
    public let email: String
    /// Its telephone number, as written for people.
    public let telephone: String?

    /// A contact from its parts.
    public init(name: String, email: String, telephone: String?) {
        self.name = name
        self.email = email
        self.telephone = telephone
    }
}
