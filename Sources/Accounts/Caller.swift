/// Whoever asks for something to be done (*den som anropar*).
public enum Caller: Sendable {
    /// Somebody who is signed in.
    case person(Person)
    /// A municipality's case system.
    case key(APIKey)
    /// Somebody at the machine itself.
    case commandLine

    /// How the access log names the caller.
    public var actor: String {
        switch self {
        case .person(let person): person.actor
        case .key(let key): "API-nyckel \(key.name)"
        case .commandLine: "kommandoraden"
        }
    }
}
