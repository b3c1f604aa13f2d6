import Accounts
import Definitions
import Frame
import Hummingbird
import Intake
import Markup
import Vocabulary
import Web

// Trying a file without delivering it.

extension MunicipalityPages {
    func addTryFile(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.tryFile.route) { _, context in
            let desk = try await context.desk(.check)
            return context.page.tryFile(desk, try newest())
        }
        routes.post(Path.tryFile.route, use: tryFile)
    }

    private func newest() throws(PageError) -> Definitions.Collection {
        guard let collection = house.collections.first else { throw .notFound }
        return collection
    }

    private func tryFile(_ request: Request, _ context: PortalContext) async throws -> Response {
        let desk = try await context.desk(.check)
        let collection = try newest()
        do {
            let chosen = try await ChosenFiles.read(request, house, context.page)
            let upload = Upload(
                collection: collection.id, municipality: desk.municipality, month: nil, purpose: .test,
                files: chosen.files)
            let draft = try await house.intake.receive(
                upload, by: desk.sender, at: context.now, language: context.language)
            return .see(Path.draft(draft.id.text).text)
        } catch let refused as ChosenFiles.Refused {
            return context.page.tryFile(desk, collection, refused.errors, isTooLarge: refused.isTooLarge).response
        }
    }
}

extension Page {
    fileprivate func tryFile(
        _ desk: Desk, _ collection: Definitions.Collection, _ errors: FormErrors = FormErrors(),
        isTooLarge: Bool = false
    ) -> Document {
        document(
            say("Testa en fil", "Try a file"), over: over(collection, desk.municipality),
            back: Link(say("Hjälp", "Help"), .help), errors: errors, status: isTooLarge ? .contentTooLarge : nil
        ) {
            """
            <p>\(say(
                "Vi kontrollerar filen på samma sätt som när du lämnar uppgifter, men inget lämnas in och inget ändras. Det går bra när som helst, också innan insamlingen har öppnat.",
                "We check the file as when you deliver, but nothing is delivered and nothing changes. You can do it at any time, also before the collection opens."))</p>
            \(form(to: .tryFile, hasFile: true) {
                """
                \(chooseFiles(collection, errors: errors))\
                \(actions(button(say("Kontrollera filen", "Check the file"))))
                """
            })
            """
        }
    }
}
