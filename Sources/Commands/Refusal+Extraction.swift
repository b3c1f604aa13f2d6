import Checking
import Definitions
import Extraction
import Publication
import Register
import Vocabulary

extension Refusal {
    /// Why an extract was not taken in.
    init(_ error: ExtractionError, _ language: Language) {
        switch error {
        case .unknownMapping(let id, let known):
            let names = known.joined(separator: ", ")
            self.init(
                64, language, sv: "Mappningen \(id) finns inte. Välj en av: \(names).",
                en: "There is no mapping \(id). Choose one of: \(names).")
        case .faultyMapping(let problems):
            let lines = problems.map { $0.line(language) }.joined(separator: "\n")
            self.init(65, language, sv: lines, en: lines)
        case .keyNotWritten:
            self.init(
                73, language, sv: "Pseudonymnyckeln gick inte att spara. Ange en annan plats med --key.",
                en: "The key of pseudonyms could not be saved. Give another place with --key.")
        case .keyUnusable:
            self.init(
                77, language,
                sv: "Filen med pseudonymnyckeln går inte att använda. Den ska ha 64 siffror och bokstäver a–f och bara "
                    + "kunna läsas av sin ägare (chmod 600).",
                en: "The file with the key of pseudonyms cannot be used. It should have 64 hexadecimal digits and be "
                    + "readable by its owner only (chmod 600).")
        case .incomplete(let report):
            let text = report.text(language)
            self.init(2, language, sv: text, en: text)
        case .notApproved(let verdicts):
            let text = VerdictText(language, collections: []).text(verdicts)
            self.init(2, language, sv: text, en: text)
        case .refused(status: 401), .refused(status: 403):
            self.init(
                77, language, sv: "Systemet släppte inte in oss. Kontrollera nyckeln i --interface-key.",
                en: "The system did not let us in. Check the key in --interface-key.")
        case .transfer, .refused:
            self.init(
                69, language,
                sv: "Systemet svarade inte som det ska. Kör kommandot igen, så fortsätter hämtningen där den slutade.",
                en: "The system did not answer as it should. Run the command again, and it goes on where it ended.")
        case .recordsMissing(let source, let came, let total):
            let all = total.map { Localized(sv: " av \($0)", en: " of \($0)") } ?? Localized(sv: "", en: "")
            self.init(
                69, language,
                sv:
                    "Systemet lämnade \(came)\(all[.sv]) poster av \(source). Inget är sparat. Kör kommandot igen, så frågar "
                    + "det efter resten.",
                en:
                    "The system gave \(came)\(all[.en]) records of \(source). Nothing has been kept. Run the command again, "
                    + "and it asks for the rest.")
        case .cancelled: self.init(70, language, sv: "Hämtningen avbröts.", en: "The fetch was cancelled.")
        case .stateUnusable:
            self.init(
                73, language,
                sv:
                    "Filerna bredvid pseudonymnyckeln, med kopplingar och hur långt hämtningen har kommit, går inte att "
                    + "läsa eller skriva. Kontrollera rättigheterna, eller återställ dem från en kopia.",
                en:
                    "The files beside the key of pseudonyms, with links and how far fetching has come, cannot be read or "
                    + "written. Check the rights, or restore them from a copy.")
        case .register(let error):
            if let refusal = Refusal(register: error, language) {
                self = refusal
            } else {
                self.init(70, language, sv: "Utdraget är inte sparat.", en: "The extract has not been kept.")
            }
        }
    }
}
