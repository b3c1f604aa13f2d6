import AccessLog
import Accounts
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Register
import Review
import Secrets
import Vocabulary
import Web

/// The page of packages (*uttag*): what there is to take out, making one, fetching one again.
struct ExportPages {
    let house: House
    private let signingKey: SigningKey?
    private let shelf: ExportShelf

    init(_ house: House, _ signingKey: SigningKey?) {
        self.house = house
        self.signingKey = signingKey
        shelf = ExportShelf(house.uploads.url.appending(path: "exports", directoryHint: .isDirectory))
    }

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.exports.route) { request, context -> Document in
            try await context.require(.export, of: .authority)
            return context.page.exports(try await page(context))
        }
        routes.post(Path.exports.route, use: make)
        routes.get(Path.exports.under(":package").route, use: fetch)
    }

    private func page(_ context: PortalContext) async throws -> ExportsPage {
        let collection = try house.chosenCollection(context.path)
        let months = try await house.monthsDelivered(to: collection)
        let packages = try await house.review.exports(collection: collection.id)
        shelf.tidy(packages, at: context.now)
        var page = ExportsPage(
            collections: house.collections, collection: collection, months: months,
            month: context.path.month.flatMap { months.contains($0) ? $0 : nil } ?? months.last,
            packages: packages.reversed().map { package in
                ExportsPage.Package(package: package, isKept: shelf.url(of: package, at: context.now) != nil)
            }, key: signingKey?.verifyingKey, done: context.path[ReviewWord.done])
        if let month = page.month {
            page.deliveries = try await house.register.deliveries(
                DeliveryFilter(collection: collection.id, month: month))
            page.states = try await house.review.states(collection: collection.id, month: month)
            page.late = try await house.review.unexported(in: collection, month: month)
        }
        return page
    }

    private func make(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.export, of: .authority)
        let form = try await Form.read(request)
        let collection = try house.chosenCollection(context.path)
        guard let month = form[ReviewWord.month].flatMap({ Month(iso: $0) }),
            let scope = form[ExportsPage.scope].flatMap(ExportPackage.Scope.init(word:))
        else {
            let error = context.page.say("Välj vad paketet ska innehålla.", "Choose what the package is to have in it.")
            return context.page.exports(try await page(context), FormErrors(ExportsPage.scope, error)).response
        }
        let made = house.uploads.url.appending(
            path: "\(RandomCode.letters(groups: 4)).part", directoryHint: .notDirectory)
        defer { try? FileManager.default.removeItem(at: made) }
        do throws(ReviewError) {
            let package = try await house.review.export(
                collection, month: month, scope: scope, to: made.path, signedWith: signingKey, by: person.actor,
                at: context.now)
            // The package counts as taken out from here on; a file that cannot be kept is said to be gone.
            try? shelf.keep(package, made: made)
            return .see(
                Path.exports.carrying([ReviewWord.collection], of: context.path).with(ReviewWord.month, month.iso)
                    .with(ReviewWord.done, package.name).text)
        } catch {
            guard let words = error.exportWords else { throw error }
            return context.page.exports(
                try await page(context), FormErrors(ExportsPage.scope, context.page.say(words))
            ).response
        }
    }

    /// A package that is kept, a piece at a time. That it was fetched is a line in the log of each municipality in it.
    private func fetch(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.export, of: .authority)
        let name = try context.parameter("package")
        var packages: [ExportPackage] = []
        for collection in house.collections {
            packages += try await house.review.exports(collection: collection.id)
        }
        guard let package = packages.first(where: { $0.name + ".zip" == name }) else { throw PageError.notFound }
        guard let url = shelf.url(of: package, at: context.now) else {
            throw PageError.outdated(
                Localized(
                    sv: "Paketet finns inte kvar här. Gör ett nytt uttag: det får ett nytt nummer men samma uppgifter.",
                    en: "The package is no longer kept here. Make another: it has another number but the same data."))
        }
        let body = try await FileIO().loadFile(path: url.path, context: context)
        try await house.log.add(
            Set(package.deliveries.map(\.municipality)).sorted().map { municipality in
                Event(
                    at: context.now, actor: person.actor, organisation: .municipality(municipality),
                    act: .fetchedFile, subject: package.name)
            })
        return Response(
            status: .ok,
            headers: [
                .contentType: ContentType.zip.value,
                .contentDisposition: ContentDisposition.attachment(name).value,
            ], body: body)
    }
}

/// What the page of packages shows.
struct ExportsPage {
    /// A package that has been made.
    struct Package {
        let package: ExportPackage
        /// Whether it can be fetched again.
        let isKept: Bool
    }

    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// The months that anything has been delivered for.
    let months: [Month]
    /// The month to take out; `nil` when there is none.
    let month: Month?
    /// Newest first, of all months.
    let packages: [Package]
    /// What signatures are verified with; `nil` when nothing is signed.
    let key: VerifyingKey?
    /// The package just made.
    let done: String?
    /// What has come in about the month.
    var deliveries: [Receipt] = []
    var states: [DeliveryNumber: ReviewState] = [:]
    /// What is in no package yet.
    var late: [DeliveryNumber] = []

    /// Whether there are packages of the month already.
    var isAgain: Bool { packages.contains { $0.package.month == month } }

    static let scope = "omfattning"
}

extension ExportPackage.Scope {
    /// As forms have it.
    var word: String {
        switch self {
        case .everything: "allt"
        case .late: "sent"
        }
    }

    init?(word: String) {
        guard let scope = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = scope
    }
}

extension ReviewError {
    /// Why a package was not made, when it is nobody's fault.
    fileprivate var exportWords: Localized? {
        switch self {
        case .nothingToExport:
            Localized(
                sv: "Det finns inget att ta ut: inget har kommit in, eller inget sedan det senaste uttaget.",
                en: "There is nothing to take out: nothing has come in, or nothing since the latest package.")
        case .changedMeanwhile:
            Localized(
                sv: "Något kom in eller beslutades medan paketet gjordes. Gör uttaget igen, så kommer det med.",
                en:
                    "Something came in or was decided while the package was made. Make it again, and it will be included."
            )
        default: nil
        }
    }
}
