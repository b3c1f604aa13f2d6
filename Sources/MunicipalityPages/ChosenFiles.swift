import Checking
import Definitions
import Foundation
import Frame
import Hummingbird
import Intake
import Markup
import Tabular
import Vocabulary
import Web

/// What somebody chose in a form with files.
struct ChosenFiles {
    /// The fields of the form that are not files.
    let form: UploadedForm
    /// The files, in the order chosen.
    let files: [InputFile]

    /// A file may be this large.
    static let bytesPerFile = 20 << 20

    /// Reads the form of `request`. What can be mended is thrown as `Refused`.
    static func read(_ request: Request, _ house: House, _ page: Page) async throws -> ChosenFiles {
        let limits = UploadLimits(bytesPerFile: bytesPerFile, files: Intake.Limits().files)
        let form: UploadedForm
        do throws(WebError) {
            form = try await UploadedForm.read(request, into: house.uploads, limits: limits)
        } catch .fileTooLarge(let limit, let sent) {
            throw Refused(page.tooLarge(limit: limit, sent: sent), isTooLarge: true)
        } catch .tooManyParts(let limit) {
            throw Refused(page.tooMany(limit), isTooLarge: true)
        }
        guard !form.files.isEmpty else { throw Refused(page.noFile, isTooLarge: false) }
        var files: [InputFile] = []
        for file in form.files {
            // The mapping outlives the file's name on the disk, which goes when the form does.
            let bytes = try file.use { try FileBytes(path: $0.path, limit: bytesPerFile) }
            files.append(InputFile(name: file.plainName, bytes: bytes))
        }
        return ChosenFiles(form: form, files: files)
    }

    /// Why a form is shown again.
    struct Refused: Error {
        let message: String
        let isTooLarge: Bool

        init(_ message: String, isTooLarge: Bool) {
            self.message = message
            self.isTooLarge = isTooLarge
        }

        /// At the field where files are chosen.
        var errors: FormErrors { FormErrors(ChosenFiles.field, message) }
    }

    /// The name of the field where files are chosen.
    static let field = "fil"
}

extension Page {
    fileprivate var noFile: String { MessageCatalogue.load(language).message("F01", [:]).message }

    fileprivate func tooMany(_ limit: Int) -> String {
        say(
            "Du har valt för många filer. Välj högst \(limit) åt gången.",
            "You have chosen too many files. Choose at most \(limit) at a time.")
    }

    /// F04, with the sizes as the catalogue counts them.
    fileprivate func tooLarge(limit: Int, sent: Int?) -> String {
        func megabytes(_ bytes: Int) -> String { String((bytes + (1 << 20) - 1) >> 20) }
        guard let sent else {
            return say(
                "Filen får vara högst \(megabytes(limit)) MB.", "The file may be at most \(megabytes(limit)) MB.")
        }
        let text = MessageCatalogue.load(language).message("F04", ["size": megabytes(sent), "limit": megabytes(limit)])
        return "\(text.message) \(text.remedy)"
    }

    /// The field where files are chosen.
    func chooseFiles(
        isAgain: Bool = false, _ collection: Definitions.Collection, errors: FormErrors = FormErrors()
    ) -> HTML {
        let limit = ChosenFiles.bytesPerFile >> 20
        let label =
            isAgain
            ? say("Ladda upp den rättade filen", "Upload the corrected file") : say("Välj fil", "Choose a file")
        var hint = say("Xlsx, csv eller txt, högst \(limit) MB.", "Xlsx, csv or txt, at most \(limit) MB.")
        if collection.tables.count > 1 {
            hint += say(
                " Har du flera filer för samma månad väljer du alla på en gång.",
                " If you have several files for the same month, choose all at once.")
        }
        return fileField(
            ChosenFiles.field, label, accept: ".xlsx,.xlsm,.csv,.txt", isMultiple: true, hint: hint, errors: errors)
    }
}
