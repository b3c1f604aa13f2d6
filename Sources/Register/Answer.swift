public import Foundation
public import Vocabulary

/// A municipality's comments on a collection (*synpunkter*); the newest counts.
public struct Comment: Sendable, Equatable {
    public var collection: String
    public var municipality: Municipality
    /// Text by its id in the form.
    public var texts: [String: String]
    /// Who answers: line by its id in the form.
    public var respondent: [String: String]
    public var sender: String
    public var receivedAt: Date

    /// Comments from their parts.
    public init(
        collection: String, municipality: Municipality, texts: [String: String], respondent: [String: String] = [:],
        sender: String, receivedAt: Date = Date()
    ) {
        self.collection = collection
        self.municipality = municipality
        self.texts = texts
        self.respondent = respondent
        self.sender = sender
        self.receivedAt = receivedAt
    }
}

/// A municipality's word that it does not take part in a collection (*avstår*); the newest counts.
public struct Decline: Sendable, Equatable {
    public var collection: String
    public var municipality: Municipality
    public var reason: String
    public var sender: String
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
