public import Foundation
public import Vocabulary

/// A municipality's word that it does not take part in a collection (*avstår*); the newest counts.
public struct Decline: Sendable, Equatable {
    /// The collection's id.
    public var collection: String
    /// Who does not take part.
    public var municipality: Municipality
    /// Why not, in their words.
    public var reason: String
    /// Who said so, as given.
    public var sender: String
    /// When it came, to the second.
    public var receivedAt: Date

    /// A decline from its parts.
    public init(
        collection: String, municipality: Municipality, reason: String, sender: String, receivedAt: Date = Date()
    ) {
        self.collection = collection
        self.municipality = municipality
        self.reason = reason
        self.sender = sender
        self.receivedAt = receivedAt
    }
}
