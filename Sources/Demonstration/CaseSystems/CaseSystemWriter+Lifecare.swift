import Vocabulary

extension CaseSystemWriter {
    /// Lifecare: what began or ended in the months after `after` up to `through`, as it stood then.
    func lifecare(after: Month, through: Month) -> CaseSystemExport {
        let span = LifecareSpan(first: Day(first: after.next), last: through.lastDay)
        let tables =
            [services(span), payments(span), investigations(span), executions(span)] + [decisions(span), comings(span)]
        return CaseSystemExport(
            mapping: "lifecare-csv", extracted: SystemChange.extracted(through), files: tables.compactMap(\.file))
    }

    /// A case as Lifecare has it: what was open at the change begins with it.
    private func from(_ event: CaseEvent) -> Day? {
        if let to = event.to, to < SystemChange.day { return nil }
        let from = max(event.from, SystemChange.day)
        // In the move the integration unit's investigations were not registered before the new year.
        let registered = Day(first: SystemChange.firstExtracted.next)
        if !event.isService, event.unit == .integration, from >= SystemChange.enrolled, from < registered {
            return (event.to ?? registered) < registered ? nil : registered
        }
        return from
    }

    private func services(_ span: LifecareSpan) -> RawTable {
        var table = RawTable(
            "Services",
            [
                "Id", "CustomerNumber", "ServiceType", "Organization", "StartDate", "EndDate", "ApplicantPersonId",
                "PersonId", "Name", "Applicant", "CoApplicant", "Caseworker",
            ])
        for (place, event) in assistance.cases.enumerated() where event.isService {
            guard let from = from(event), span.tells(from, event.to) else { continue }
            let household = assistance.households[event.household]
            let children = household.children.filter { people[$0].birth <= from && people[$0].adulthood > from }
            for person in household.adults + children {
                let isApplicant = person == household.applicant
                table.row([
                    String(30_000 + place), customer(person), Self.kind("EK Ekonomiskt bistånd", event.group),
                    event.unit.name, days[from], days[span.seen(event.to)], people[household.applicant].number,
                    people[person].number, name(person), isApplicant ? "true" : "false",
                    person == household.partner ? "true" : "false", official(event.household),
                ])
            }
        }
        return table
    }

    private static func kind(_ name: String, _ group: Household.TargetGroup) -> String {
        switch group {
        case .others: name
        case .newlyArrived: name + " nyanländ"
        case .quota: name + " kvotflykting"
        }
    }

    private func payments(_ span: LifecareSpan) -> RawTable {
        var table = RawTable(
            "Payments",
            ["Id", "CustomerNumber", "PersonId", "Name", "Amount", "PayDate", "ConnectedApplication", "AccountNumber"])
        for (place, event) in assistance.payments.enumerated()
        where event.month >= SystemChange.month && span.has(event.date) {
            let applicant = assistance.households[event.household].applicant
            table.row([
                String(90_000 + place), customer(applicant), people[applicant].number, name(applicant),
                "\(event.amount).00", days[event.date], application(place), account(event.household),
            ])
        }
        return table
    }

    /// A payment says which application it is for, and the decision on that which month.
    private func application(_ payment: Int) -> String { String(800_000 + payment) }

    private static let recordHeader = [
        "Id", "CustomerNumber", "PersonId", "Name", "Type", "FromDate", "ToDate", "Organization", "DossierType",
        "EndReason", "Caseworker",
    ]

    private func investigations(_ span: LifecareSpan) -> RawTable {
        var table = RawTable("Investigations", Self.recordHeader)
        for (place, event) in assistance.cases.enumerated() where !event.isService {
            guard let from = from(event), span.tells(from, event.to) else { continue }
            let applicant = assistance.households[event.household].applicant
            table.row([
                String(30_000 + place), customer(applicant), people[applicant].number, name(applicant),
                Self.kind("EK Ekonomiutredning", event.group), days[from], days[span.seen(event.to)], event.unit.name,
                "EK Ekonomiskt bistånd", "", official(event.household),
            ])
        }
        return table
    }

    private func executions(_ span: LifecareSpan) -> RawTable {
        var table = RawTable("Executions", Self.recordHeader)
        for (place, event) in labour.enrolments.enumerated() {
            if let to = event.to, to < SystemChange.enrolled, event.from < SystemChange.day { continue }
            let from = event.from < SystemChange.day ? SystemChange.enrolled : event.from
            guard span.tells(from, event.to) else { continue }
            table.row([
                String(60_000 + place), customer(event.person), people[event.person].number, name(event.person),
                "AM " + Self.measures.text(event.measure), days[from], days[span.seen(event.to)],
                Self.fields.text(event.field), "AM Arbetsmarknad", "", official(event.person),
            ])
        }
        return table
    }

    private func decisions(_ span: LifecareSpan) -> RawTable {
        var table = RawTable(
            "Decisions",
            [
                "Id", "Date", "Type", "Reason", "FromDate", "ToDate", "ConnectedApplication", "ApplicantPersonId",
                "PersonId", "Name", "IsCoApplicant", "InvestigationExecutionId", "DecisionMaker",
            ])
        for (place, event) in assistance.payments.enumerated()
        where event.month >= SystemChange.month && span.has(event.date) {
            let applicant = assistance.households[event.household].applicant
            table.row([
                String(1_000_000 + place), days[event.date], "EK Bifall", "", days[Day(first: event.month)],
                days[event.month.lastDay], application(place), people[applicant].number, people[applicant].number,
                name(applicant), "false", "", official(event.household),
            ])
        }
        for (place, event) in assistance.closures.enumerated() where span.has(event.date) {
            let applicant = assistance.households[event.household].applicant
            table.row([
                String(200_000 + place), days[event.date], "EK Avslut", Self.reasons.text(event.reason), "", "",
                "", people[applicant].number, people[event.person].number, name(event.person),
                event.person == applicant ? "false" : "true", "", official(event.household),
            ])
        }
        for (place, event) in labour.enrolments.enumerated() {
            guard let to = event.to, span.has(to) else { continue }
            let number = people[event.person].number
            table.row([
                String(400_000 + place), days[to], "AM Avslut", Self.ends.text(event.endedTo), "", "", "", number,
                number, name(event.person), "false", String(60_000 + place), official(event.person),
            ])
        }
        return table
    }

    private func comings(_ span: LifecareSpan) -> RawTable {
        var table = RawTable(
            "Actualisations",
            ["Id", "CustomerNumber", "Aktualisering", "PersonId", "Name", "Date", "Regards", "FromWho"])
        func add(_ events: [ComingEvent], _ first: Int, _ area: String) {
            for (place, event) in events.enumerated() where span.has(event.date) {
                table.row([
                    String(first + place), customer(event.person), "Ansökan", people[event.person].number,
                    name(event.person), days[event.date], area, name(event.person),
                ])
            }
        }
        add(assistance.comings, 500_000, "EK Ekonomiskt bistånd")
        add(labour.comings, 700_000, "AM Arbetsmarknad")
        return table
    }
}

/// The days that an extract tells of, and how records then stood.
struct LifecareSpan {
    let first: Day
    let last: Day

    func has(_ day: Day) -> Bool { first <= day && day <= last }

    /// Whether a record is new or has changed.
    func tells(_ from: Day, _ to: Day?) -> Bool { has(from) || (to.map { has($0) } ?? false) }

    /// An end that had come.
    func seen(_ to: Day?) -> Day? { to.flatMap { $0 <= last ? $0 : nil } }
}
