public import Foundation
public import Vocabulary

/// A municipality's comments on a collection (*synpunkter*); the newest counts.
public struct Comments: Sendable, Equatable {
    /// The collection's id.
    public var collection: String
    /// Whose comments they are.
    public var municipality: Municipality
    /// Text by its id in the form.
    public var texts: [String: String]
    /// Who answers: line by its id in the form.
    public var respondent: [String: String]
    /// Who sent them, as given.
    public var sender: String
    /// When they came, to the second.
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
