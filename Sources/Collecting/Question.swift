public import Foundation
public import Register
public import Vocabulary

/// A municipality's question to the authority, with all that has been said of it since (*fråga*).
public struct Question: Sendable, Equatable {
    /// Its number.
    public var id: Int
    /// The collection's id.
    public var collection: String
    /// Who asks.
    public var municipality: Municipality
    /// The month it is about, if it is about one.
    public var month: Month?
    /// The delivery it is about, if it is about one.
    public var delivery: DeliveryNumber?
    /// What it is about.
    public var topic: QuestionTopic
    /// Whose turn it is.
    public var status: Status
    /// When it was asked, to the second.
    public var askedAt: Date
    /// The question and what followed, oldest first.
    public var entries: [Entry]

    /// Whose turn it is to say something.
    public enum Status: String, CaseIterable, Sendable {
        /// *Väntar på svar*: the authority's.
        case waiting
        /// *Besvarad*: the municipality may ask on.
        case answered
        /// *Avslutad*: nobody's.
        case closed

        /// The word users read.
        public var title: Localized {
            switch self {
            case .waiting: Localized(sv: "Väntar på svar", en: "Waiting for an answer")
            case .answered: Localized(sv: "Besvarad", en: "Answered")
            case .closed: Localized(sv: "Avslutad", en: "Closed")
            }
        }
    }

    /// One thing said.
    public struct Entry: Sendable, Equatable {
        /// Whether the authority says it; else the municipality.
        public var isFromAuthority: Bool
        /// Who says it.
        public var author: String
        /// What is said.
        public var text: String
        /// When, to the second.
        public var at: Date
    }
}

/// A question to be asked.
public struct NewQuestion: Sendable {
    /// The collection's id.
    public var collection: String
    /// Who asks.
    public var municipality: Municipality
    /// The month it is about, if it is about one.
    public var month: Month?
    /// The delivery it is about, if it is about one.
    public var delivery: DeliveryNumber?
    /// What it is about.
    public var topic: QuestionTopic
    /// At most 2,000 characters.
    public var text: String
    /// The name of whoever asks.
    public var author: String
    /// Where an answer is announced; `nil` = to the municipality's contacts.
    public var email: String?
    /// The language of mails to whoever asks.
    public var language: Language

    /// A question from its parts.
    public init(
        collection: String, municipality: Municipality, month: Month? = nil, delivery: DeliveryNumber? = nil,
        topic: QuestionTopic, text: String, author: String, email: String?, language: Language = .sv
    ) {
        self.collection = collection
        self.municipality = municipality
        self.month = month
        self.delivery = delivery
        self.topic = topic
        self.text = text
        self.author = author
        self.email = email
        self.language = language
    }
}
