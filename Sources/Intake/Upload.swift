public import Checking
public import Vocabulary

/// What somebody puts in: files for a municipality's month of a collection.
public struct Upload: Sendable {
    /// The collection's id.
    public var collection: String
    /// The municipality, given by the sender's organisation.
    public var municipality: Municipality
    /// The month chosen; may be left out in a test.
    public var month: Month?
    /// What it is put in for.
    public var purpose: Draft.Purpose
    /// How it comes.
    public var channel: Draft.Channel
    /// In the order chosen.
    public var files: [InputFile]

    /// An upload from its parts.
    public init(
        collection: String, municipality: Municipality, month: Month?, purpose: Draft.Purpose = .delivery,
        channel: Draft.Channel = .portal, files: [InputFile]
    ) {
        self.collection = collection
        self.municipality = municipality
        self.month = month
        self.purpose = purpose
        self.channel = channel
        self.files = files
    }
}
