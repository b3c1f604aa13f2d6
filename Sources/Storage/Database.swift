/// A database with transactions: all that the rooms above know of storage.
public protocol Database: Sendable {
}
