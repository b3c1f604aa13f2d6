import ArgumentParser
import Definitions
import Documents
import Reporting
import Vocabulary

extension Refusal {
    /// Why a report was not made; `nil` for errors of other kinds.
    init?(report error: any Error, _ language: Language) {
        switch error {
        case let error as ReportingError: self.init(error, language)
        case let error as DocumentError: self.init(error, language)
        default: return nil
        }
    }

    private init(_ error: ReportingError, _ language: Language) {
        switch error {
        case .storage(let error): self.init(register: error, language, otherwise: error)
        case .register(let error): self.init(register: error, language, otherwise: error)
        case .definitions(let error):
            let text = error.message(language)
            self.init(error.exitCode.rawValue, language, sv: text, en: text)
        case .refused(let refusal):
            self.init(
                70, language, sv: "Arbetsytan säger nej. (\(refusal))", en: "The workspace refused. (\(refusal))")
        }
    }

    private init(register error: any Error, _ language: Language, otherwise: some Error) {
        self =
            Refusal(register: error, language)
            ?? Refusal(
                70, language, sv: "Något har gått fel hos oss. (\(otherwise))",
                en: "Something has gone wrong. (\(otherwise))")
    }

    private init(_ error: DocumentError, _ language: Language) {
        switch error {
        case .engineMissing(let engine):
            self.init(
                69, language,
                sv:
                    "\(engine.rawValue) finns inte på den här datorn. Installera det med scripts/bootstrap run, eller välj "
                    + "andra former med --format.",
                en: "\(engine.rawValue) is not on this machine. Install it by scripts/bootstrap run, or choose other "
                    + "forms by --format.")
        case .tooSlow(let engine):
            self.init(
                70, language, sv: "\(engine.rawValue) blev inte klar i tid. Försök igen.",
                en: "\(engine.rawValue) did not finish in time. Try again.")
        case .engineFailed(let engine, let code):
            self.init(
                70, language, sv: "\(engine.rawValue) gick inte att köra (\(code)).",
                en: "\(engine.rawValue) could not be run (\(code)).")
        case .cancelled: self.init(70, language, sv: "Arbetet avbröts.", en: "Interrupted.")
        case .workbook, .file:
            self.init(
                70, language, sv: "Dokumentet gick inte att skriva. Kontrollera att disken har plats.",
                en: "The document could not be written. Check that the disk has room.")
        }
    }
}
