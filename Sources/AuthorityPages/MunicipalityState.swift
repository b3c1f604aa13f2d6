import Accounts
import Collecting
import Definitions
import Frame
import Register
import Vocabulary

/// All that the page of a municipality shows.
struct MunicipalityState {
    /// What may be done; what it leads to asks again.
    struct Rights {
        let remind, extend, seeDeliveries, managePeople, plan: Bool

        init(_ context: PortalContext, _ municipality: Municipality) {
            let may = { context.may($0, of: .municipality(municipality)) }
            remind = may(.remind)
            extend = may(.extend)
            seeDeliveries = may(.seeDeliveries)
            managePeople = may(.managePeople)
            plan = may(.plan)
        }
    }

    let collection: Definitions.Collection
    let month: Month
    let municipality: Municipality
    let standing: MonthStanding
    let population: Int?
    /// The last twelve months, newest first, of all collections.
    let standings: [MonthStanding]
    /// Of the collection, newest first.
    let deliveries: [Receipt]
    let contacts: [Contact]
    let registrar: String?
    let managerAddress: String?
    let rounds: [ReminderRound]
    let questions: [Question]
    let decline: Decline?
    let notes: [MunicipalityNote]
    let may: Rights
    var errors = FormErrors()
    /// What was filled in and is to be mended, by field.
    var typed: [String: String] = [:]

    init(
        collection: Definitions.Collection, month: Month, municipality: Municipality, standing: MonthStanding,
        population: Int?, standings: [MonthStanding], deliveries: [Receipt], contacts: [Contact], registrar: String?,
        managerAddress: String?, rounds: [ReminderRound], questions: [Question], decline: Decline?,
        notes: [MunicipalityNote], may: Rights
    ) {
        self.collection = collection
        self.month = month
        self.municipality = municipality
        self.standing = standing
        self.population = population
        self.standings = standings
        self.deliveries = deliveries.sorted { $0.receivedAt > $1.receivedAt }
        self.contacts = contacts
        self.registrar = registrar
        self.managerAddress = managerAddress
        self.rounds = rounds
        self.questions = questions
        self.decline = decline
        self.notes = notes
        self.may = may
    }

    static let note = "anteckning-text"
    static let manager = "chef-epost"

    /// The twelve months up to `month`, and those after it that have opened; newest first.
    static func latest(_ standings: [MonthStanding], until month: Month, today: Day) -> [MonthStanding] {
        standings.filter { $0.period.opens <= today && $0.period.month.index > month.index - 12 }
            .sorted { ($0.period.month, $0.period.collection) > ($1.period.month, $1.period.collection) }
    }
}
