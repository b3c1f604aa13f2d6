import Accounts
import Collecting
import Foundation
import Frame
import HTTPTypes
import Intake
import Register
import Storage
import Vocabulary
import Web

extension Problem {
    /// What an error of another room means to whoever asked; `nil` for a fault of ours.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as WebError: self.init(error)
        case let error as IntakeError: self.init(error)
        case let error as RegisterError: self.init(error)
        case let error as CollectingError: self.init(error)
        case let error as StorageError: self.init(error)
        case PageError.notFound: self.init(.notFound)
        case AccountsError.forbidden:
            self.init(
                .forbidden, headers: [.wwwAuthenticate: "Bearer realm=\"underlag\", error=\"insufficient_scope\""])
        case AccountsError.storage(let error): self.init(error)
        default: return nil
        }
    }

    private init?(_ error: WebError) {
        switch error {
        case .malformedForm, .interrupted:
            self.init(
                .invalidRequest,
                detail: Localized(
                    sv: "Det som skickades gick inte att läsa, eller tog slut i förtid.",
                    en: "What was sent could not be read, or ended too early."))
        case .unsupportedContentType: self.init(.unsupportedContent)
        case .fileTooLarge(let limit, _), .formTooLarge(let limit):
            let limit = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB"
            self.init(
                .tooLarge,
                detail: Localized(sv: "Det får vara högst \(limit).", en: "It may be at most \(limit)."))
        case .tooManyParts: self = .tooManyFiles(SentFiles.most)
        case .tooManyRequests(let wait): self.init(.tooManyRequests, headers: [.retryAfter: String(wait)])
        case .crossSite: self.init(.forbidden)
        case .disk, .setting: return nil
        }
    }

    private init?(_ error: IntakeError) {
        switch error {
        case .storage(let error): self.init(error)
        case .register(let error): self.init(error)
        case .noSuchCollection: self = .invalid("collection", sv: "Insamlingen finns inte.", en: "No such collection.")
        case .noSuchMonth:
            self = .invalid(
                "month", sv: "Månaden ingår inte i insamlingen.", en: "The month is not in the collection.")
        case .noFiles: self = .noFiles
        case .tooManyFiles(let limit): self = .tooManyFiles(limit)
        case .noSuchDraft: self.init(.notFound)
        case .notOpen, .changedMeanwhile: self.init(.replaced)
        case .identityNumber(let text): self = .identityNumber(in: text)
        case .textTooLong(_, let limit):
            self = .invalid(
                "confirmations", sv: "Ett skäl är längre än \(limit) tecken. Korta det.",
                en: "A reason is longer than \(limit) characters. Shorten it.")
        default: return nil
        }
    }

    private init?(_ error: RegisterError) {
        switch error {
        case .storage(let error): self.init(error)
        case .noSuchDelivery: self.init(.notFound)
        case .identityNumber(let text): self = .identityNumber(in: text)
        default: return nil
        }
    }

    private init?(_ error: CollectingError) {
        switch error {
        case .storage(let error): self.init(error)
        case .noSuchCollection, .noSuchPeriod: self.init(.notFound)
        default: return nil
        }
    }

    private init?(_ error: StorageError) {
        guard case .busy = error else { return nil }
        self.init(.unavailable, headers: [.retryAfter: "5"])
    }

    static let noFiles = Problem(
        .invalidRequest,
        detail: Localized(sv: "Det finns ingen fil i anropet.", en: "There is no file in the request."))

    static func tooManyFiles(_ limit: Int) -> Problem {
        .invalid(
            "file", sv: "Skicka högst \(limit) filer åt gången.", en: "Send at most \(limit) files at a time.")
    }

    private static func identityNumber(in text: TypedText) -> Problem {
        .invalid(
            text == .fileName ? "filename" : "confirmations",
            sv: "Det ser ut att finnas ett personnummer i texten. Skriv utan personuppgifter.",
            en: "There seems to be an identity number in the text. Write without personal data.")
    }
}
