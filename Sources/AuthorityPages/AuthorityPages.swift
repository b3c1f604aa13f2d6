public import Frame
public import Hummingbird
public import Secrets

/// The pages of the authority: who is missing, reminders, review, exports, what answering costs, rules tried out.
public struct AuthorityPages: Sendable {
    let house: House
    /// What exports are signed with.
    let signingKey: SigningKey?
    /// How collections stand, as drawn up a moment ago.
    let memory: OverviewMemory

    /// The pages of `house`.
    public init(_ house: House, signingKey: SigningKey?) {
        self.house = house
        self.signingKey = signingKey
        memory = OverviewMemory(house)
    }

    /// Adds the pages to `router`, in which `Visits` and `ErrorPages` already stand.
    public func add(to router: Router<PortalContext>) {
        let routes = router.group().add(middleware: AuthorityAnswers(memory: memory))
        addCollecting(to: routes)
        addReview(to: routes)
    }
}
