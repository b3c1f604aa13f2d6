public import Vocabulary

/// What an organisation has said of itself (*organisationens uppgifter*).
public struct OrganisationSettings: Sendable, Equatable {
    /// Whose.
    public let organisation: Organisation
    /// The mail domains that its own people have, "uppsala.se"; what lies below them counts too.
    public var domains: [String]
    /// Where to write when there is no contact person, "registrator@uppsala.se".
    public var registrar: String?
    /// The language of invitations and of mail to the registrar.
    public var language: Language
}
