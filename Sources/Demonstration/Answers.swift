import Vocabulary

/// Comments and declines, made up after what the report tells of them.
enum Answers {
    static let comments: [(municipality: Municipality, texts: [String: String])] =
        Participant.all.enumerated().compactMap { place, participant in
            var texts: [String: String] = [:]
            if participant.measureComments { texts["insatser"] = measures[place % measures.count] }
            if participant.reasonComments { texts["avslutsorsaker"] = reasons[place % reasons.count] }
            return texts.isEmpty ? nil : (participant.municipality, texts)
        }

    static let declines: [(municipality: Municipality, reason: String)] = {
        let taking = Set(Participant.all.map(\.municipality))
        var dice = Dice(86)
        let others = dice.shuffled(Municipality.all.filter { !taking.contains($0) })
        return others.prefix(Published2013.declined).sorted().enumerated().map { place, municipality in
            (municipality, declineReasons[place % 14 == 13 ? 2 : place % 2])
        }
    }()

    private static let declineReasons = [
        "Brist på tid.",
        "Vårt IT-system är inte anpassat för att lämna uppgifterna.",
        "Kommunen ger inga arbetsfrämjande insatser, det är Arbetsförmedlingens ansvar.",
    ]

    private static let measures = [
        "Indelningen fungerar för oss.",
        "Insatserna ges av arbetsmarknadsenheten som har ett annat system. Vi fick föra över uppgifterna för hand.",
        "Kod 0 behöver förklaras bättre. Vi var osäkra när Arbetsförmedlingen ger insatsen.",
        "Det är svårt att ange dagar för coachning.",
        "Uppgifterna kommer ofta en månad efter biståndet.",
        "Vi saknar subventionerade anställningar i listan.",
    ]

    private static let reasons = [
        "Vi registrerar orsaken bara för hushållet.",
        "Orsaken finns på den sökande i vårt system, inte på hushållet.",
        "Många hör inte av sig igen. Vi har använt orsak okänd.",
        "Det behöver stå vilka ersättningar som är annan ersättning.",
    ]
}
