import Accounts
import Documents
import Frame
import Hummingbird
import Markup
import NIOCore
import Reporting
import Web

// A report in a form of its own, before it is published.

extension ReportPages {
    func addFiles(to routes: some RouterMethods<PortalContext>) {
        routes.get(ReportPlace.pattern.file(":form").route, use: file)
    }

    private func file(_ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(.seeReports)
        let work = try await work(context, reporter.municipality)
        guard let form = DocumentForm(rawValue: try context.parameter("form")) else { throw PageError.notFound }
        let report = report(work, try await figures(work))
        do throws(DocumentError) {
            let bytes = try await rooms.make(form, of: report)
            return .file(
                ByteBuffer(bytes: bytes), as: ContentType(form.mediaType), .attachment(form.fileName(of: report)))
        } catch {
            return page(context).notMade(form, error, work).response
        }
    }
}

extension Page {
    fileprivate func notMade(_ form: DocumentForm, _ error: DocumentError, _ work: ReportWork) -> Document {
        let place = ReportPlace(work.identity)
        let name = say(form.title)
        return document(
            say("\(name) kunde inte skapas", "\(name) could not be made"),
            back: Link(say("Till rapporten", "To the report"), place.path), saysError: true,
            status: .serviceUnavailable
        ) {
            let why =
                switch error {
                case .engineMissing:
                    say(
                        "Programmet som gör den här formen är inte installerat på servern.",
                        "The program that makes this form is not installed on the server.")
                case .tooSlow:
                    say("Det tog för lång tid. Försök igen om en stund.", "It took too long. Try again in a while.")
                default: say("Något gick fel. Försök igen om en stund.", "Something went wrong. Try again in a while.")
                }
            return """
                <p>\(why)</p>
                \(form == .pdf ? withoutPDF : nil)\
                \(actions(buttonLink(say(DocumentForm.html.title), .secondary, to: place.file("html"), icon: .download)))
                """
        }
    }
}
