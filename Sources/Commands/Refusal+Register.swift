import Checking
import Register
import Storage
import Vocabulary

extension Refusal {
    /// Why the register did not do what it was asked; `nil` for errors of other kinds.
    init?(register error: any Error, _ language: Language) {
        switch error {
        case let error as RegisterError: self.init(error, language)
        case let error as StorageError: self.init(error, language)
        default: return nil
        }
    }

    private init(_ error: RegisterError, _ language: Language) {
        switch error {
        case .storage(let error): self.init(error, language)
        case .notApproved(let file, _):
            self.init(
                2, language,
                sv: "\(file) är inte godkänd och kan inte lämnas in. Rätta felen och lämna hela filen igen.",
                en: "\(file) is not approved and cannot be delivered. Mend the faults and deliver the whole file again."
            )
        case .withoutPlace(let file, _):
            self.init(
                64, language, sv: "Kommun och månad går inte att se i \(file). Ange --municipality och --month.",
                en: "Municipality and month cannot be seen in \(file). Give --municipality and --month.")
        case .twice(let table, let municipality, let month):
            self.init(
                64, language,
                sv: """
                    \(municipality.name) har flera filer med \(table) för \(month.fullName(.sv)). \
                    Lämna en fil för varje tabell och månad.
                    """,
                en: """
                    \(municipality.name) has several files with \(table) for \(month.fullName(.en)). \
                    Deliver one file for each table and month.
                    """)
        case .unconfirmed(let warnings):
            let rules = Set(warnings.map(\.finding.rule)).sorted()
            let options = rules.map { "--confirm \($0)" }.joined(separator: " ")
            self.init(
                1, language,
                sv: "Svara på varningarna \(rules.joined(separator: ", ")). Stämmer uppgifterna: \(options)",
                en: "Answer the warnings \(rules.joined(separator: ", ")). If the figures are right: \(options)")
        case .noSuchDelivery(let number):
            self.init(
                66, language, sv: "Leveransen \(number) finns inte i registret. Se numren med: underlag deliveries",
                en: "There is no delivery \(number) in the register. See the numbers with: underlag deliveries")
        case .alreadyWithdrawn(let number):
            self.init(
                64, language, sv: "Leveransen \(number) är redan återkallad.",
                en: "The delivery \(number) has already been withdrawn.")
        case .differentCollections(let one, let other):
            self.init(
                64, language, sv: "\(one) och \(other) hör till olika insamlingar och kan inte jämföras.",
                en: "\(one) and \(other) are of different collections and cannot be compared.")
        case .noSuchText(let id, let known):
            let fields = known.joined(separator: ", ")
            self.init(
                64, language, sv: "Formuläret för synpunkter har inget fält \(id). Välj bland: \(fields).",
                en: "The comments form has no field \(id). Choose among: \(fields).")
        case .blank(let text):
            self.init(
                64, language, sv: "Det står inget i \(text.name(.sv)). Skriv något där.",
                en: "There is nothing in \(text.name(.en)). Write something there.")
        case .identityNumber(let text):
            self.init(
                64, language,
                sv: "Det ser ut som ett personnummer i \(text.name(.sv)). Skriv utan personuppgifter.",
                en: "There seems to be an identity number in \(text.name(.en)). Write without personal data.")
        case .textTooLong(let id, let length, let limit):
            self.init(
                64, language, sv: "Texten \(id) är \(length) tecken. Den får vara högst \(limit). Korta den.",
                en: "The text \(id) has \(length) characters. It may have at most \(limit). Shorten it.")
        case .alongside(let error):
            self.init(
                70, language, sv: "Något har gått fel hos oss. Ingenting är lagrat. (\(error))",
                en: "Something has gone wrong. Nothing has been stored. (\(error))")
        case .damaged(let number, let table):
            self.init(
                70, language,
                sv:
                    "Det som är lagrat av \(table) i leveransen \(number) är skadat. Återställ registret från en kopia.",
                en: "What is stored of \(table) in the delivery \(number) is damaged. Restore the register from a copy."
            )
        }
    }

    private init(_ error: StorageError, _ language: Language) {
        switch error {
        case .cannotOpen(let place):
            self.init(
                66, language, sv: "Registret går inte att öppna (\(place)). Kontrollera --data.",
                en: "The register cannot be opened (\(place)). Check --data.")
        case .notADatabase:
            self.init(
                65, language, sv: "Filen i mappen är inget register. Kontrollera --data.",
                en: "The file in the folder is not a register. Check --data.")
        case .corrupt:
            self.init(
                65, language, sv: "Registret är skadat. Återställ det från en kopia.",
                en: "The register is damaged. Restore it from a copy.")
        case .busy:
            self.init(
                70, language, sv: "Registret används av ett annat program. Försök igen om en stund.",
                en: "Another program is using the register. Try again in a while.")
        case .full:
            self.init(
                70, language, sv: "Disken är full. Ingenting är lagrat. Gör plats och försök igen.",
                en: "The disk is full. Nothing has been stored. Make room and try again.")
        case .readOnly:
            self.init(
                70, language, sv: "Registret får läsas men inte ändras. Kontrollera rättigheterna till mappen.",
                en: "The register may be read but not changed. Check the rights to the folder.")
        case .tooLarge:
            self.init(
                65, language, sv: "Filen är större än registret kan lagra. Dela den.",
                en: "The file is larger than the register can store. Split it.")
        case .newerSchema:
            self.init(
                70, language, sv: "Registret är skrivet av en nyare version. Uppdatera underlag.",
                en: "The register was written by a newer version. Update underlag.")
        case .constraint(let message), .failed(_, let message):
            self.init(
                70, language, sv: "Något har gått fel hos oss. Ingenting är lagrat. (\(message))",
                en: "Something has gone wrong. Nothing has been stored. (\(message))")
        case .interrupted:
            self.init(
                70, language, sv: "Arbetet avbröts. Ingenting är lagrat.", en: "Interrupted. Nothing has been stored.")
        }
    }
}

extension TypedText {
    /// What it is called in a sentence: "skälet".
    fileprivate func name(_ language: Language) -> String {
        switch (self, language) {
        case (.sender, .sv): "namnet på den som lämnar (--sender)"
        case (.sender, .en): "the name of the sender (--sender)"
        case (.reason, .sv): "skälet"
        case (.reason, .en): "the reason"
        case (.fileName, .sv): "filens namn"
        case (.fileName, .en): "the file's name"
        case (.correction, .sv): "en rättelse"
        case (.correction, .en): "a correction"
        case (.field(let id), .sv): "fältet \(id)"
        case (.field(let id), .en): "the field \(id)"
        }
    }
}
