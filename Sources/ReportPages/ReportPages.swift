import Accounts
public import Frame
public import Hummingbird

/// The pages of those who make reports to committees: what can be made, the workspace, review; and the published ones,
/// which everybody may read.
public struct ReportPages: Sendable {
    let house: House
    let rooms: ReportRooms

    /// The pages of `house` on `rooms`.
    public init(_ house: House, _ rooms: ReportRooms) {
        self.house = house
        self.rooms = rooms
    }

    /// Adds the pages to `router`, in which `Visits` and `ErrorPages` already stand.
    public func add(to router: Router<PortalContext>) {
        addList(to: router)
        addHelp(to: router)
        addWorkspace(to: router)
        addMemo(to: router)
        addSteps(to: router)
        addFiles(to: router)
        addPublished(to: router)
    }
}
