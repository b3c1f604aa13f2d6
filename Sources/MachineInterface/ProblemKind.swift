import HTTPTypes
import Vocabulary

/// What can go wrong, in kinds that a program tells apart (RFC 9457). The names are for good.
enum ProblemKind: String, CaseIterable, Sendable {
    case invalidRequest = "invalid-request"
    case unauthorized
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case notOpen = "not-open"
    case replaced
    case keyReused = "key-reused"
    case inProgress = "in-progress"
    case tooLarge = "too-large"
    case unsupportedContent = "unsupported-content"
    case notApproved = "not-approved"
    case unreadable
    case warningsToConfirm = "warnings-to-confirm"
    case tooManyRequests = "too-many-requests"
    case unavailable

    /// The status it comes with.
    var status: HTTPResponse.Status {
        switch self {
        case .invalidRequest: .badRequest
        case .unauthorized: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notOpen, .replaced, .keyReused, .inProgress: .conflict
        case .tooLarge: .contentTooLarge
        case .unsupportedContent: .unsupportedMediaType
        case .notApproved, .unreadable, .warningsToConfirm: .unprocessableContent
        case .tooManyRequests: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }

    /// What it is called, the same each time.
    var title: Localized {
        switch self {
        case .invalidRequest: Localized(sv: "Anropet går inte att förstå", en: "The request cannot be understood")
        case .unauthorized: Localized(sv: "Nyckeln saknas eller gäller inte", en: "The key is missing or not good")
        case .forbidden: Localized(sv: "Nyckeln får inte göra det här", en: "The key may not do this")
        case .notFound: Localized(sv: "Det finns inget på adressen", en: "There is nothing at the address")
        case .methodNotAllowed:
            Localized(sv: "Adressen används på ett annat sätt", en: "The address is used in another way")
        case .notOpen: Localized(sv: "Månaden tar inte emot uppgifter", en: "The month does not receive figures")
        case .replaced: Localized(sv: "En nyare fil har kommit emellan", en: "A newer file has come in between")
        case .keyReused:
            Localized(sv: "Idempotency-Key är redan använd", en: "The Idempotency-Key has been used already")
        case .inProgress: Localized(sv: "Samma anrop pågår redan", en: "The same request is under way already")
        case .tooLarge: Localized(sv: "Det är för stort", en: "It is too large")
        case .unsupportedContent:
            Localized(sv: "Innehållet har fel slag", en: "The content is of another kind than is read here")
        case .notApproved: Localized(sv: "Filen är inte godkänd", en: "The file is not approved")
        case .unreadable: Localized(sv: "Filen går inte att läsa", en: "The file cannot be read")
        case .warningsToConfirm:
            Localized(sv: "Det finns varningar att svara på", en: "There are warnings to answer")
        case .tooManyRequests: Localized(sv: "Det blev för många anrop", en: "Too many requests")
        case .unavailable: Localized(sv: "Portalen är upptagen", en: "The portal is busy")
        }
    }

    /// When it happens and what to do.
    var remedy: Localized {
        switch self {
        case .invalidRequest:
            Localized(
                sv: "Något i anropet är fel skrivet. invalidParameters säger vad. Rätta programmet.",
                en: "Something in the request is wrong. invalidParameters says what. Correct the program.")
        case .unauthorized:
            Localized(
                sv: "Skicka nyckeln som Authorization: Bearer. Har den gått ut eller spärrats? Skapa en ny.",
                en: "Send the key as Authorization: Bearer. Has it expired or been revoked? Make a new one.")
        case .forbidden:
            Localized(
                sv: "Nyckeln gäller en annan kommun eller saknar behörigheten. Skapa en nyckel som får det.",
                en: "The key is another municipality's or lacks the scope. Make a key that may.")
        case .notFound:
            Localized(
                sv: "Adressen är fel, eller så finns leveransen, månaden eller beskedet inte.",
                en: "The address is wrong, or the delivery, month or verdict does not exist.")
        case .methodNotAllowed:
            Localized(sv: "Allow säger vilka metoder som går.", en: "Allow says which methods can be used.")
        case .notOpen:
            Localized(
                sv: "Månaden har inte öppnat än, eller är stängd. detail säger vilket.",
                en: "The month has not opened yet, or is closed. detail says which.")
        case .replaced:
            Localized(
                sv:
                    "Någon lämnade en annan fil för samma månad medan den här kontrollerades. Skicka den igen om den gäller.",
                en:
                    "Somebody sent another file for the month while this was being checked. Send it again if it is the one."
            )
        case .keyReused:
            Localized(
                sv: "Nyckeln hör till ett anrop med annat innehåll. Välj en ny nyckel till varje nytt innehåll.",
                en: "The key belongs to a request with other content. Choose a new key for each new content.")
        case .inProgress:
            Localized(
                sv: "Vänta så länge Retry-After säger och skicka samma anrop igen.",
                en: "Wait as long as Retry-After says and send the same request again.")
        case .tooLarge:
            Localized(
                sv: "detail säger hur stor en fil får vara. Dela den.",
                en: "detail says how large a file may be. Split it.")
        case .unsupportedContent:
            Localized(
                sv: "Skicka csv, txt, xlsx eller multipart/form-data, okomprimerat och med rätt Content-Type.",
                en: "Send csv, txt, xlsx or multipart/form-data, uncompressed and with the right Content-Type.")
        case .notApproved:
            Localized(
                sv: "Inget är inlämnat. verdicts har felen, rad för rad. Rätta och skicka hela filen igen.",
                en: "Nothing is submitted. verdicts has the errors, row by row. Correct and send the whole file again.")
        case .unreadable:
            Localized(
                sv:
                    "Inget är inlämnat. Filen är tom, skadad, lösenordsskyddad eller ingen tabell. verdicts säger vilket.",
                en: "Nothing is submitted. The file is empty, damaged, protected or no table. verdicts says which.")
        case .warningsToConfirm:
            Localized(
                sv: "Inget är inlämnat. Rätta, eller skicka igen med svar på det som står i questions.",
                en: "Nothing is submitted. Correct, or send again with answers to what is in questions.")
        case .tooManyRequests:
            Localized(
                sv: "Vänta så länge Retry-After säger.", en: "Wait as long as Retry-After says.")
        case .unavailable:
            Localized(
                sv: "Försök igen efter Retry-After. Inget har gått förlorat.",
                en: "Try again after Retry-After. Nothing has been lost.")
        }
    }
}
