public import Frame
public import Hummingbird

/// `/api/v1`: check, submit, status, receipts and obligations for case systems, by API key.
public struct MachineInterface: Sendable {
    let house: House

    /// The interface of `house`.
    public init(_ house: House) { self.house = house }

    /// Adds the addresses to `router`.
    public func add(to router: Router<PortalContext>) {
    }
}
