/// Where somebody asks from, as far as the server can tell (*klient*).
public struct Client: Sendable, Equatable {
    /// The network address, "192.0.2.7" or "2001:db8::7"; the proxy's word for it when there is one.
    public var address: String
    /// What to call it among a person's sessions, "Firefox, Windows".
    public var description: String

    /// What failures are counted for: the address, or the network that a household has all of.
    var network: String

    /// A client from its parts; a description is cut at 100 characters. `network` is the address unless said.
    public init(address: String, description: String, network: String? = nil) {
        self.address = address
        self.description = String(description.prefix(100))
        self.network = network ?? address
    }
}
