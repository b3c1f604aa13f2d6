public import Foundation
public import Vocabulary

/// What a demonstration (*demonstration*) does otherwise than a portal in earnest.
public struct DemonstrationSettings: Sendable {
    /// How far its clock is from the real one, in seconds.
    public var clockShift: TimeInterval
    /// How far the clock of reports is from the real one: they are of another year than the collection.
    public var reportClockShift: TimeInterval
    /// What must be said with every figure of a report.
    public var warning: Localized
    /// Where its mail is written, and read on a page.
    public var mailbox: DemonstrationMailbox
    /// The people one can sign in as.
    public var people: [DemonstrationPerson]
    /// The files to practise with, by name.
    public var files: [String: [UInt8]]
    /// What the files are for: a municipality and a month.
    public var filesAbout: Localized

    /// A demonstration of its parts.
    public init(
        clockShift: TimeInterval, reportClockShift: TimeInterval, warning: Localized, mailbox: DemonstrationMailbox,
        people: [DemonstrationPerson], files: [String: [UInt8]], filesAbout: Localized
    ) {
        self.clockShift = clockShift
        self.reportClockShift = reportClockShift
        self.warning = warning
        self.mailbox = mailbox
        self.people = people
        self.files = files
        self.filesAbout = filesAbout
    }
}

/// Somebody made up, whom anybody may sign in as.
public struct DemonstrationPerson: Sendable {
    /// The name.
    public let name: String
    /// What the person works with.
    public let task: Localized
    /// The address to sign in with.
    public let email: String
    /// The password to sign in with; nothing real is behind it.
    public let password: String

    /// Somebody made up.
    public init(name: String, task: Localized, email: String, password: String) {
        self.name = name
        self.task = task
        self.email = email
        self.password = password
    }
}
