public import Frame
public import Hummingbird
public import Markup

/// The pages of those who deliver: what to do and until when, delivering, correcting, receipts, history.
public struct MunicipalityPages: Sendable {
    /// What another room says on the start page, to who reads it.
    public typealias StartPanel = @Sendable (PortalContext) async throws -> HTML?

    let house: House
    let panel: StartPanel

    /// The pages of `house`. What `panel` gives stands first on the start page.
    public init(_ house: House, beside panel: @escaping StartPanel = { _ in nil }) {
        self.house = house
        self.panel = panel
    }

    /// Adds the pages to `router`, in which `Visits` and `ErrorPages` already stand.
    public func add(to router: Router<PortalContext>) {
        addStart(to: router)
        addDeliver(to: router)
        addDraft(to: router)
        addCorrect(to: router)
        addSubmit(to: router)
        addWithoutFile(to: router)
        addComments(to: router)
        addTryFile(to: router)
        addDelivery(to: router)
        addHistory(to: router)
        addDeliveries(to: router)
        addQuestions(to: router)
        addHelp(to: router)
    }
}
