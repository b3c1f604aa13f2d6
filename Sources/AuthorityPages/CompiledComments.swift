import Accounts
import Definitions
import Frame
import Hummingbird
import Publication
import Review
import Vocabulary
import Web

/// The pages of what municipalities think of a collection (*synpunkter*), subject by subject.
struct CompiledCommentsPages {
    let house: House

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.compiledComments.route) { request, context -> Document in
            try await context.require(.oversee, of: .authority)
            return context.page.compiledComments(try await page(context))
        }
        for kind in TableFile.allCases {
            routes.get(Path.compiledComments.file(CompiledCommentsPage.file, kind.rawValue).route) {
                request, context -> Response in
                try await context.require(.oversee, of: .authority)
                return try context.page.commentsFile(try await page(context), kind)
            }
            // Who answers is taken out only by whoever may take out rows, and is logged.
            routes.get(Path.compiledComments.file(CompiledCommentsPage.fileWithNames, kind.rawValue).route) {
                request, context -> Response in
                try await context.require(.export, of: .authority)
                return try context.page.commentsFile(try await page(context, respondents: true), kind)
            }
        }
    }

    private func page(_ context: PortalContext, respondents: Bool = false) async throws -> CompiledCommentsPage {
        let collection = try house.chosenCollection(context.path)
        let subjects = try await house.review.compiledComments(
            on: collection, respondents: respondents, by: try context.person().actor, at: context.now)
        return CompiledCommentsPage(
            collections: house.collections, collection: collection, subjects: subjects,
            shown: context.path[CompiledCommentsPage.subject], mayName: context.may(.export, of: .authority))
    }
}

/// What the page of comments shows.
struct CompiledCommentsPage {
    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// In the form's order.
    let subjects: [CommentsCompiled]
    /// The id of the subject to show, as the address has it.
    let shown: String?
    /// Whether the reader may fetch who answers.
    let mayName: Bool

    static let subject = "amne"
    static let file = "synpunkter"
    static let fileWithNames = "synpunkter-med-namn"

    /// The subject that is shown: the first when none is asked for.
    var current: CommentsCompiled? { subjects.first { $0.subject == shown } ?? subjects.first }
}
