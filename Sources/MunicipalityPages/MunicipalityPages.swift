public import Frame
public import Hummingbird

/// The pages of those who deliver: what to do and until when, delivering, correcting, receipts, history.
public struct MunicipalityPages: Sendable {
    let house: House

    /// The pages of `house`.
    public init(_ house: House) { self.house = house }

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
