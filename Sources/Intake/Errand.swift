public import Register
import Secrets
public import Vocabulary

/// Something that a system asks for and that is to be done once, however often it asks (*ärende*).
///
/// The system names it with a key of its own, which it sends again when it did not hear the answer.
public struct Errand: Sendable, Hashable {
    /// Whose errand it is; another municipality may use the same key.
    public let municipality: Municipality
    /// The SHA-256 of the key: the key itself is free text and is not kept.
    let key: String
    /// The SHA-256 of what is asked for.
    let content: String

    /// The errand that a municipality's system calls `key`; `content` describes all that is asked for.
    public init(municipality: Municipality, key: String, content: String) {
        self.municipality = municipality
        self.key = Digest.hexadecimal(key)
        self.content = Digest.hexadecimal(content)
    }
}

/// How far an errand has come when somebody asks for it.
public enum ErrandState: Sendable, Equatable {
    /// It is new: whoever asked is to do it now.
    case yours
    /// Somebody else asked for it a moment ago, and is doing it.
    case busy
    /// Its files are in this draft.
    case begun(Draft.ID)
    /// It is done.
    case done([DeliveryNumber])
    /// The key has been used for something else.
    case otherContent
}
