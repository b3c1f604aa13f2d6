import Accounts
import Collecting
import Definitions
import Frame
import Intake
import Vocabulary

/// Who works, and for which municipality.
struct Desk: Sendable {
    let municipality: Municipality
    let person: Person

    /// The person as whoever puts something in.
    var sender: Sender { Sender(person) }
}

extension House {
    /// The own last day of a municipality that has been given more time for a month.
    func extended(_ collection: String, _ month: Month, _ municipality: Municipality) async throws -> Day? {
        try await collecting.extensions(collection, month).last { $0.municipality == municipality }?.until
    }
}

extension House {
    /// Throws, with a page that says why and whom to talk to, when a month does not receive deliveries now.
    func receives(
        _ collection: String, _ month: Month, _ municipality: Municipality, _ context: PortalContext
    ) async throws {
        let period = try await collecting.period(collection, month)
        let extended = try await extended(collection, month, municipality)
        let state = period.state(on: Day(context.now), extended: extended)
        guard state.receives else { throw context.page.closed(month, state) }
    }
}

extension Sender {
    /// The person, by the name that stands on receipts.
    init(_ person: Person) {
        self.init(id: String(person.id), name: person.displayName, email: person.email, actor: person.actor)
    }
}

extension PortalContext {
    /// Whoever has signed in at a municipality, if the person has `permission` over what is its own.
    func desk(_ permission: Permission) async throws -> Desk {
        let person = try await require(permission)
        guard let municipality = person.organisation.municipality else { throw PageError.notFound }
        return Desk(municipality: municipality, person: person)
    }
}
