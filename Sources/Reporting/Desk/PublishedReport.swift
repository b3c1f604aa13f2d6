/// A form of a report, as it is published: "pdf".
public struct PublishedForm: Sendable {
    /// Which form: "pdf". One of each.
    public var form: String
    /// What it is to a browser: "application/pdf".
    public var mediaType: String
    /// What it is called when fetched: "namndrapport-0580-2023-08.pdf".
    public var fileName: String
    /// All of it.
    public var bytes: [UInt8]

    /// A form from its parts.
    public init(form: String, mediaType: String, fileName: String, bytes: [UInt8]) {
        self.form = form
        self.mediaType = mediaType
        self.fileName = fileName
        self.bytes = bytes
    }
}

/// A report that was published (*publicerad rapport*), without the bytes of its forms.
public struct PublishedReport: Sendable, Equatable, Identifiable {
    /// Its number, never used again.
    public let id: Int
    /// Which report.
    public let identity: ReportIdentity
    /// Which of the month's editions.
    public let edition: Int
    /// "Nämndrapport augusti 2023".
    public let title: String
    /// Who approved it and when.
    public let approved: ReportStep
    /// Who published it and when.
    public let published: ReportStep
    /// Its forms.
    public let forms: [Form]
    /// Whether it counts.
    public let standing: Standing

    /// Whether it can be read by everybody: until it is taken back.
    public var isOpen: Bool {
        if case .withdrawn = standing { false } else { true }
    }

    /// A form, but for its bytes.
    public struct Form: Sendable, Equatable {
        /// Which form: "pdf".
        public let form: String
        /// What it is to a browser.
        public let mediaType: String
        /// What it is called when fetched.
        public let fileName: String
        /// How many bytes.
        public let size: Int
        /// SHA-256 of the bytes, in lower-case hexadecimal.
        public let sha256: String
    }

    /// Whether a published report counts.
    public enum Standing: Sendable, Equatable {
        /// It does.
        case current
        /// A later edition has taken its place (*ersatt*); it can still be read.
        case replaced(by: Int)
        /// It was taken back (*tillbakadragen*), and why; it can no longer be read.
        case withdrawn(ReportStep, reason: String)
    }
}
