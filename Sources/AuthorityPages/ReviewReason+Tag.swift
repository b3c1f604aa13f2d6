import Frame
import Review
import Vocabulary

extension Tag {
    /// Why a reviewer should look, in few words.
    init(_ reason: ReviewReason) {
        let title = reason.kind.title
        func counted(_ number: Int) -> Localized {
            Localized(sv: "\(title.sv) (\(number))", en: "\(title.en) (\(number))")
        }
        switch reason {
        case .confirmedWarnings(let warnings): self = Tag(counted(warnings.count), .warning, .warning)
        case .freeTexts(let households): self = Tag(counted(households), .note, .info)
        case .largeChange(_, let from, let to, _): self = Tag(title, from < to ? .up : .down, .warning)
        case .late: self = .late
        case .corrected(let cells): self = Tag(counted(cells), .note, .plain)
        }
    }
}

extension ReviewReason.Kind {
    /// What it is called in lists.
    var title: Localized {
        switch self {
        case .confirmedWarnings: Localized(sv: "Varningar", en: "Warnings")
        case .freeTexts: Localized(sv: "Fritext", en: "Free text")
        case .largeChange: Localized(sv: "Stor förändring", en: "Large change")
        case .late: Localized(sv: "Sen", en: "Late")
        case .corrected: Localized(sv: "Rättad på sidan", en: "Corrected on the page")
        }
    }

    /// What a delivery has, to be put after "en leverans som har".
    var meaning: Localized {
        switch self {
        case .confirmedWarnings:
            Localized(
                sv: "Kommunen har bekräftat att det vi varnade för stämmer.",
                en: "The municipality has confirmed that what we warned of is right.")
        case .freeTexts:
            Localized(
                sv: "Insatser är beskrivna med egna ord.", en: "Measures are described in the municipality's own words."
            )
        case .largeChange:
            Localized(
                sv: "Antalet hushåll skiljer sig mycket från månaden före eller från den förra leveransen.",
                en: "The number of households differs much from the month before or the delivery before.")
        case .late: Localized(sv: "Den kom efter sista dagen.", en: "It came after the last day.")
        case .corrected:
            Localized(
                sv: "Kommunen ändrade celler på sidan i stället för i filen.",
                en: "The municipality changed cells on the page rather than in the file.")
        }
    }

    /// As addresses have it.
    var word: String {
        switch self {
        case .confirmedWarnings: "varningar"
        case .freeTexts: "fritext"
        case .largeChange: "forandring"
        case .late: "sena"
        case .corrected: "rattade"
        }
    }

    /// The id of what a page of a delivery says about it.
    var anchor: String {
        switch self {
        case .confirmedWarnings: "varningar"
        case .freeTexts: "fritext"
        case .largeChange: "jamforelse"
        case .late: "kvitto"
        case .corrected: "rattelser"
        }
    }
}
