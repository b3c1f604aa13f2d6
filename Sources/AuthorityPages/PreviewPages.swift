import Accounts
import Definitions
import Foundation
import Frame
import Hummingbird
import Publication
import Review
import Vocabulary
import Web

/// The pages where a changed definition is tried on what has been delivered (*pröva en ändring*).
struct PreviewPages {
    let house: House
    private let runs = PreviewRuns()

    init(_ house: House) { self.house = house }

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.preview.route) { request, context -> Document in
            try await context.require(.previewRules, of: .authority)
            return context.page.preview(try await start(context))
        }
        routes.post(Path.preview.route, use: begin)
        routes.get(Path.preview(":key").route) { request, context -> Document in
            context.page.preview(try await run(context))
        }
        routes.post(Path.preview(":key").callingOff.route) { request, context -> Response in
            let run = try await run(context)
            runs.callOff(run.key)
            return .see(Path.preview(run.key).text)
        }
        for kind in TableFile.allCases {
            routes.get(Path.preview(":key").file(PreviewStart.file, kind.rawValue).route) {
                request, context -> Response in
                let run = try await run(context)
                guard case .finished(let result) = run.state else { throw PageError.notFound }
                let name = "forhandsgranskning-\(result.collection)-\(result.versions.old)-\(result.versions.new)"
                return try context.page.file([result.table(run.changed, context.language)], kind, name)
            }
        }
    }

    private func start(_ context: PortalContext) async throws -> PreviewStart {
        let collection = try house.chosenCollection(context.path)
        let embedded = try? DefinitionLibrary.embedded().collection(collection.id)
        return PreviewStart(
            collections: house.collections, collection: collection,
            months: try await house.monthsDelivered(to: collection), embedded: embedded?.version,
            runs: runs.all(at: context.now))
    }

    private func run(_ context: PortalContext) async throws -> PreviewRun {
        try await context.require(.previewRules, of: .authority)
        guard let run = runs.run(try context.parameter("key"), at: context.now) else {
            throw PageError.outdated(
                Localized(
                    sv: "Provet finns inte kvar. Resultat sparas i en timme. Gör om provet.",
                    en: "The preview is no longer kept. Results are kept for an hour. Run it again."))
        }
        return run
    }

    private func begin(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.previewRules, of: .authority)
        let page = context.page
        let collection = try house.chosenCollection(context.path)
        let sent: UploadedForm
        do throws(WebError) {
            sent = try await UploadedForm.read(request, into: house.uploads, limits: PreviewStart.limits)
        } catch .fileTooLarge, .tooManyParts {
            return page.preview(
                try await start(context), errors: FormErrors(PreviewField.files, page.say(PreviewStart.tooMuch))
            )
            .response
        }
        let choice = PreviewChoice(sent.form)
        func again(_ errors: FormErrors, _ problems: [DefinitionProblem] = []) async throws -> Response {
            page.preview(try await start(context), choice, errors: errors, problems: problems).response
        }
        guard let months = choice.months else {
            return try await again(
                FormErrors(
                    PreviewField.from,
                    page.say(
                        "Välj en första månad som inte är efter den sista.",
                        "Choose a first month that is not after the last.")))
        }
        let changed: ChangedDefinition
        switch choice.isEmbedded ? .texts([:]) : PreviewFiles.read(sent.files) {
        case .refused(let why): return try await again(FormErrors(PreviewField.files, page.say(why)))
        case .texts(let texts):
            let library = choice.isEmbedded ? try DefinitionLibrary.embedded() : house.library
            changed = try ChangedDefinition(files: texts, over: library, collection: collection.id)
        }
        guard let definition = changed.collection else {
            return try await again(FormErrors(changed, of: collection, on: page), changed.problems)
        }
        let run = PreviewRun(
            current: collection, changed: definition, months: months, by: person.actor, at: context.now)
        let hasBegun = runs.begin(run, now: house.site.now) { [review = house.review] progress throws(ReviewError) in
            try await review.preview(
                run.changed, against: run.current, months: run.months, by: run.by, at: run.at, progress: progress)
        }
        guard hasBegun else {
            return try await again(
                FormErrors(
                    PreviewField.files,
                    page.say(
                        "Två prov pågår redan. Vänta tills ett är klart, eller avbryt ett.",
                        "Two previews are running already. Wait until one is done, or call one off.")))
        }
        return .see(Path.preview(run.key).text)
    }
}

/// What the page that begins a preview shows.
struct PreviewStart {
    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// The months that anything has been delivered for.
    let months: [Month]
    /// The version of the definition in the program; `nil` when it has none of the collection.
    let embedded: Int?
    /// Previews of the last hour, newest first.
    let runs: [PreviewRun]

    static let file = "resultat"
    static let limits = UploadLimits(bytesPerFile: 1 << 20, files: 20, fields: 20)
    static let tooMuch = Localized(
        sv: "En definitionsfil får vara högst 1 MB, och högst 20 filer kan väljas.",
        en: "A definition file can be at most 1 MB, and at most 20 files can be chosen.")
}

/// The fields of the form.
enum PreviewField {
    static let source = "kalla"
    static let files = "filer"
    static let from = "fran"
    static let to = "till"
    static let embedded = "inbyggd"
    static let uploaded = "filer"
}

/// What has been chosen in the form, but for the files: a browser does not send them twice.
struct PreviewChoice {
    var isEmbedded = false
    var from: Month?
    var to: Month?

    init() {}

    init(_ form: Form) {
        isEmbedded = form[PreviewField.source] == PreviewField.embedded
        from = form[PreviewField.from].flatMap { Month(iso: $0) }
        to = form[PreviewField.to].flatMap { Month(iso: $0) }
    }

    var months: ClosedRange<Month>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }
}

/// The uploaded files of a definition, by name.
enum PreviewFiles {
    case texts([String: String])
    case refused(Localized)

    static func read(_ files: [UploadedFile]) -> PreviewFiles {
        guard !files.isEmpty else {
            return .refused(
                Localized(
                    sv: "Välj de YAML-filer som är ändrade, eller den inbyggda definitionen.",
                    en: "Choose the YAML files that are changed, or the embedded definition."))
        }
        var texts: [String: String] = [:]
        for file in files {
            // Some browsers send the folder along.
            let name = file.name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
            guard let bytes = try? file.use({ try Data(contentsOf: $0) }),
                let text = String(bytes: bytes, encoding: .utf8)
            else {
                return .refused(
                    Localized(
                        sv: "En av filerna är inte text i UTF-8. Spara den så och välj filerna igen.",
                        en: "One of the files is not text in UTF-8. Save it so and choose the files again."))
            }
            // Some editors begin UTF-8 with a mark.
            guard texts.updateValue(String(text.trimmingPrefix("\u{FEFF}")), forKey: name) == nil else {
                return .refused(
                    Localized(
                        sv: "Två av filerna heter likadant. Välj varje fil en gång.",
                        en: "Two of the files have the same name. Choose each file once."))
            }
        }
        return .texts(texts)
    }
}

extension FormErrors {
    /// Why a definition cannot be tried.
    fileprivate init(_ changed: ChangedDefinition, of collection: Definitions.Collection, on page: Page) {
        if changed.unused.isEmpty {
            let problems = page.count(
                changed.problems.count, sv: ("ställe", "ställen"), en: ("place", "places"))
            self.init(
                PreviewField.files,
                page.say(
                    "Definitionen behöver rättas på \(problems). \(changed.first(.sv)) Rätta i filerna och välj dem igen.",
                    "The definition needs to be corrected in \(problems). \(changed.first(.en)) Correct the files and choose them again."
                ))
            return
        }
        let names = (["collection.yaml"] + collection.tables.map { "\($0.id).yaml" }).joined(separator: ", ")
        let unused = changed.unused.map(page.safe).joined(separator: ", ")
        self.init(
            PreviewField.files,
            page.say(
                "Definitionen använder inte \(unused). Filerna ska heta \(names).",
                "The definition does not use \(unused). The files should be called \(names)."))
    }
}

extension ChangedDefinition {
    /// Where to begin: "Börja med insatser.yaml, rad 12."
    fileprivate func first(_ language: Language) -> String {
        guard let first = problems.first else { return "" }
        let name = first.name
        if given.isEmpty || given.contains(name) {
            return Localized(
                sv: "Börja med \(name), rad \(first.line).", en: "Begin with \(name), line \(first.line).")[language]
        }
        let own = given.joined(separator: ", ")
        return Localized(
            sv: "\(own) passar inte ihop med \(name), som du inte har valt.",
            en: "\(own) does not fit \(name), which you have not chosen.")[language]
    }
}
