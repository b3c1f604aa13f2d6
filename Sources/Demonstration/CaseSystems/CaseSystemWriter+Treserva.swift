import Vocabulary

extension CaseSystemWriter {
    /// Treserva: assistance before the change. What was open then ended with it.
    func treserva() -> CaseSystemExport {
        let tables = [treservaCases(), treservaPayments(), treservaMembers(), treservaClosures(), treservaComings()]
        return CaseSystemExport(
            mapping: "treserva", extracted: SystemChange.extracted(SystemChange.firstExtracted),
            files: tables.compactMap(\.file))
    }

    private var lastDay: Day { SystemChange.day.advanced(by: -1) }

    private func caseNumber(_ place: Int) -> String { String(100_000 + place) }

    private func end(_ event: CaseEvent) -> String { days[min(event.to ?? lastDay, lastDay)] }

    private func treservaCases() -> RawTable {
        var table = RawTable(
            "Ärenden",
            [
                "Ärendenr", "Personnr registerledare", "Namn registerledare", "Personnr medsökande", "Ärendetyp",
                "Enhet", "Målgrupp", "Startdatum", "Slutdatum", "Handläggare",
            ])
        for (place, event) in assistance.cases.enumerated() where event.from <= lastDay {
            let household = assistance.households[event.household]
            table.row([
                caseNumber(place), people[household.applicant].dashed, name(household.applicant),
                household.partner.map { people[$0].dashed } ?? "",
                // Treserva has one kind of case whether there is a right to assistance or not.
                event.isService ? "Öppet ärende" : "Ekonomiutredning", event.unit.name, Self.group(event.group),
                days[event.from], end(event), official(event.household),
            ])
        }
        return table
    }

    private static func group(_ group: Household.TargetGroup) -> String {
        switch group {
        case .others: "Övriga"
        case .newlyArrived: "Nyanländ"
        case .quota: "Kvotflykting"
        }
    }

    private func treservaPayments() -> RawTable {
        var table = RawTable(
            "Utbetalningar", ["Utbetnr", "Ärendenr", "Personnr", "Namn", "Kontonr", "Datum", "Belopp", "Avser månad"])
        for (place, event) in assistance.payments.enumerated() where event.month < SystemChange.month {
            let applicant = assistance.households[event.household].applicant
            table.row([
                String(7_000_000 + place), caseNumber(event.service), people[applicant].dashed, name(applicant),
                account(event.household), days[event.date], spaced(event.amount), String(days[event.date].prefix(7)),
            ])
        }
        return table
    }

    private func treservaMembers() -> RawTable {
        var table = RawTable(
            "Hushållsmedlemmar", ["Ärendenr", "Personnr", "Namn", "Roll", "Startdatum", "Slutdatum"])
        for (place, event) in assistance.cases.enumerated() where event.isService && event.from <= lastDay {
            let household = assistance.households[event.household]
            let roles = ["Registerledare", "Medsökande"]
            for (adult, role) in zip(household.adults, roles) {
                table.row([
                    caseNumber(place), people[adult].dashed, name(adult), role, days[event.from], end(event),
                ])
            }
            for child in household.children where people[child].birth <= lastDay && people[child].adulthood > event.from
            {
                table.row([
                    caseNumber(place), people[child].dashed, name(child), "Barn",
                    days[max(event.from, people[child].birth)], end(event),
                ])
            }
        }
        return table
    }

    private func treservaClosures() -> RawTable {
        var table = RawTable("Avslut", ["Ärendenr", "Personnr", "Namn", "Datum", "Orsak"])
        for event in assistance.closures where event.date <= lastDay {
            table.row([
                caseNumber(event.service), people[event.person].dashed, name(event.person), days[event.date],
                Self.reasons.text(event.reason),
            ])
        }
        return table
    }

    private func treservaComings() -> RawTable {
        var table = RawTable(
            "Aktualiseringar", ["Aktualiseringsnr", "Personnr", "Namn", "Datum", "Område", "Handläggare"])
        for (place, event) in assistance.comings.enumerated() where event.date <= lastDay {
            table.row([
                String(50_000 + place), people[event.person].dashed, name(event.person), days[event.date],
                "Ekonomiskt bistånd", official(event.person),
            ])
        }
        return table
    }
}
