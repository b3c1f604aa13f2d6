/// The authority that runs the portal, as its pages present it.
public struct Host: Sendable {
    /// Its name.
    public var name: String
    /// Where questions are answered.
    public var email: String
    /// By telephone; `nil` when there is none.
    public var telephone: String?

    /// An authority.
    public init(name: String, email: String, telephone: String? = nil) {
        self.name = name
        self.email = email
        self.telephone = telephone
    }

    /// Until the one that runs it says who it is.
    public static let unnamed = Host(name: "Den statistikansvariga myndigheten", email: "statistik@example.se")
}
