public import AccessLog
public import Accounts
public import Collecting
public import Definitions
public import Intake
public import Outbox
public import Register
public import Review
public import Web

/// The rooms that pages use, opened once for the whole portal.
public struct House: Sendable {
    /// What all pages share.
    public let site: Site
    /// The definitions in force.
    public let library: DefinitionLibrary
    /// The collections that run, newest first; the first is the one that pages open with.
    public let collections: [Definitions.Collection]
    /// Deliveries.
    public let register: Register
    /// Files on their way in.
    public let intake: Intake
    /// The authority's review.
    public let review: Review
    /// Periods, who is missing, reminders, questions.
    public let collecting: Collecting
    /// Who did what.
    public let log: AccessLog
    /// Mail on its way out.
    public let outbox: Outbox
    /// Where files are written while they come in, and exports while they are made.
    public let uploads: UploadFolder

    /// People, their sessions and keys.
    public var accounts: Accounts { site.accounts }

    /// A house of its rooms.
    public init(
        site: Site, library: DefinitionLibrary, collections: [Definitions.Collection], register: Register,
        intake: Intake, review: Review, collecting: Collecting, log: AccessLog, outbox: Outbox, uploads: UploadFolder
    ) {
        self.site = site
        self.library = library
        self.collections = collections
        self.register = register
        self.intake = intake
        self.review = review
        self.collecting = collecting
        self.log = log
        self.outbox = outbox
        self.uploads = uploads
    }
}
