public import Register
public import Storage
public import Vocabulary

/// Why collecting did not do what it was asked.
public enum CollectingError: Error, Sendable {
    /// The database failed.
    case storage(StorageError)
    /// A room below refused, or failed; what it said.
    case unavailable(String)
    /// There is no such collection.
    case noSuchCollection(String)
    /// The collection's calendar has no such month.
    case noSuchPeriod(Month)
    /// A last day must be later than the one there is.
    case dueNotLater(than: Day)
    /// More time for one municipality cannot last longer than late deliveries are received.
    case dueAfterClosing(Day)
    /// First and last month stand the wrong way round.
    case monthsOutOfOrder
    /// There is no such question.
    case noSuchQuestion(Int)
    /// The municipality has made no delivery with that number.
    case notTheirDelivery(DeliveryNumber)
    /// A text says nothing.
    case blank(CollectingText)
    /// A text is longer than `limit` characters.
    case textTooLong(CollectingText, length: Int, limit: Int)
    /// A text has what looks like an identity number, which is never kept nor repeated.
    case identityNumber(in: CollectingText)
    /// A reminder has a word in braces that stands for nothing; `known` are those that do.
    case unknownPlaceholder(String, known: [String])
    /// A text is not an e-mail address.
    case notAnAddress(CollectingText)
}

extension CollectingError {
    /// What a transaction threw: our own refusal, or the database's failure.
    init(_ error: any Error) {
        switch error {
        case let error as CollectingError: self = error
        case let error as StorageError: self = .storage(error)
        default: self = .unavailable(String(describing: error))
        }
    }
}
