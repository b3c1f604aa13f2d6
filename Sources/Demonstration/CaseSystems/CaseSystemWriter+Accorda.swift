import Vocabulary

extension CaseSystemWriter {
    /// Accorda: labour-market work that began before the change. Who was enrolled when it was moved to Lifecare was so
    /// in Accorda to the day before.
    func accorda() -> CaseSystemExport {
        var enrolments = RawTable(
            "Inskrivningar",
            ["Id", "Personnr", "Namn", "Verksamhet", "Insats", "Startdatum", "Slutdatum", "Avslutsorsak"])
        let last = SystemChange.enrolled.advanced(by: -1)
        for (place, event) in labour.enrolments.enumerated() where event.from < SystemChange.day {
            let isMoved = event.to.map { $0 > last } ?? true
            enrolments.row([
                String(4_000 + place), people[event.person].dashed, name(event.person), Self.fields.text(event.field),
                Self.measures.text(event.measure), days[event.from], days[isMoved ? last : event.to],
                isMoved ? "" : Self.ends.text(event.endedTo),
            ])
        }
        var comings = RawTable(
            "Aktualiseringar_arbetsmarknad", ["Aktualiseringsnr", "Personnr", "Namn", "Datum", "Remitterande enhet"])
        for (place, event) in labour.comings.enumerated() where event.date < SystemChange.day {
            comings.row([
                String(9_000 + place), people[event.person].dashed, name(event.person), days[event.date],
                "Försörjningsstöd",
            ])
        }
        return CaseSystemExport(
            mapping: "accorda", extracted: SystemChange.extracted(SystemChange.firstExtracted),
            files: [enrolments, comings].compactMap(\.file))
    }
}
