/// What can be allowed (*behörighet*). `AccessPolicy` says to whom.
public enum Permission: String, CaseIterable, Sendable {
    // At a municipality, with its own data.
    /// Try a file without delivering it.
    case check
    /// Upload, correct and submit; say that there is nothing to report.
    case deliver
    /// Take a delivery back.
    case withdraw
    /// Say that the municipality does not take part, and why.
    case decline
    /// Answer the comments form.
    case comment
    /// Ask the authority a question.
    case ask
    // What has been delivered.
    /// See status, receipts, versions, differences and obligations: no rows.
    case seeDeliveries = "see-deliveries"
    /// See the rows with findings of a file that has not been submitted.
    case seeDrafts = "see-drafts"
    /// See the rows with findings and the free texts of a delivery.
    case seeRows = "see-rows"
    /// Fetch a file as it was delivered.
    case fetchFile = "fetch-file"
    // A municipality's reports to committees.
    /// See reports that have not been published.
    case seeReports = "see-reports"
    /// Choose, write, lock and send for review.
    case writeReport = "write-report"
    /// Approve what another has sent, or give it back.
    case approveReport = "approve-report"
    /// Publish what has been approved, and take it back.
    case publishReport = "publish-report"
    // The authority's work.
    /// See who has delivered, who is missing and what it costs those who deliver.
    case oversee
    /// Write to those who are missing.
    case remind
    /// Give a municipality more time.
    case extend
    /// Open, prolong and close periods; change who owes what.
    case plan
    /// Approve, return and recode.
    case review
    /// Take out rows, raw or checked.
    case export
    /// Answer questions.
    case answer
    /// Run changed rules on stored deliveries.
    case previewRules = "preview-rules"
    /// Publish tables.
    case publish
    // Organisations and people.
    /// See people, invite them, change their roles, deactivate them; choose contact persons and the registrar's address.
    case managePeople = "manage-people"
    /// Say which mail domains are an organisation's own.
    case changeDomains = "change-domains"
    /// Make API keys.
    case makeKeys = "make-keys"
    /// See and revoke API keys.
    case revokeKeys = "revoke-keys"
    /// Read the access log of an organisation.
    case seeLog = "see-log"
    /// Sign the periodic review of the access log.
    case reviewLog = "review-log"
}
