import AccessLog
import Accounts
import Checking
import Collecting
import Definitions
import Frame
import Hummingbird
import NIOCore
import Register
import Review
import Tabular
import Vocabulary
import Web

// A delivery: its receipt, its files, what has become of it.

extension MunicipalityPages {
    func addDelivery(to routes: some RouterMethods<PortalContext>) {
        let place = DeliveryPlace.pattern
        routes.get(place.path.route, use: delivery)
        routes.get(place.original(":file").route, use: original)
        routes.get(place.marked(":file").route, use: markedDelivery)
    }

    private func delivery(_ request: Request, _ context: PortalContext) async throws -> Document {
        let receipt = try await receipt(context, .seeDeliveries)
        let (number, collection) = (receipt.number, try house.collection(receipt.collection))
        try await house.log.addView(
            Event(
                at: context.now, actor: try context.person().actor, organisation: .municipality(number.municipality),
                act: .sawDelivery, subject: number.description))
        let all = try await house.register.deliveries(
            DeliveryFilter(collection: receipt.collection, municipality: number.municipality, month: number.month))
        let page = DeliveryPage(
            receipt: receipt, collection: collection, all: all,
            review: try await house.review.state(of: number),
            period: try await house.collecting.period(receipt.collection, number.month),
            extended: try await house.extended(receipt.collection, number.month, number.municipality),
            may: Rights(context, of: number.municipality))
        return context.page.delivery(page)
    }

    /// The receipt in the address, over whose municipality the person must have `permission`.
    func receipt(_ context: PortalContext, _ permission: Permission) async throws -> Receipt {
        _ = try context.person()
        guard let number = DeliveryNumber(try context.parameter("number")) else { throw PageError.notFound }
        try await context.require(permission, of: .municipality(number.municipality))
        do throws(RegisterError) {
            return try await house.register.receipt(number)
        } catch .noSuchDelivery {
            throw PageError.notFound
        }
    }

    /// A file as it was delivered, byte for byte.
    private func original(_ request: Request, _ context: PortalContext) async throws -> Response {
        let receipt = try await receipt(context, .fetchFile)
        let place = try context.fileNumber(of: receipt.files.count)
        let file = receipt.files[place - 1]
        guard let bytes = try await house.register.originalBytes(sha256: file.sha256) else { throw PageError.notFound }
        try await log(.fetchedFile, receipt.number, context)
        // A name of ours: the user's own may be anything, and the browser asks the user where to put it.
        let name = "\(receipt.number)-\(place).\(file.kind)"
        return .file(bytes.withBytes { ByteBuffer(bytes: $0) }, as: .ofFile(name), .attachment(name))
    }

    /// A delivered file with what was found marked in it, judged as it was delivered.
    private func markedDelivery(_ request: Request, _ context: PortalContext) async throws -> Response {
        let receipt = try await receipt(context, .fetchFile)
        try await context.require(.seeRows, of: .municipality(receipt.municipality))
        let place = try context.fileNumber(of: receipt.files.count)
        let file = receipt.files[place - 1]
        let collection = try house.collection(receipt.collection)
        guard let bytes = try await house.register.originalBytes(sha256: file.sha256) else { throw PageError.notFound }
        var request = CheckRequest(collections: [collection])
        request.municipality = receipt.municipality
        request.month = receipt.month
        request.language = context.language
        let input = InputFile(name: file.name, bytes: bytes, corrections: file.corrections.map(\.cell))
        guard let checked = try await DeliveryJudge(register: house.register, request: request).judge([input]).first
        else { throw PageError.notFound }
        try await log(.fetchedFile, receipt.number, context)
        return try MarkedCopy(checked, collection, context.language).response(
            receipt.municipality, receipt.month, place)
    }

    private func log(_ act: Act, _ number: DeliveryNumber, _ context: PortalContext) async throws {
        let person = try context.person()
        try await house.log.add(
            Event(
                at: context.now, actor: person.actor, organisation: .municipality(number.municipality), act: act,
                subject: number.description))
    }
}

extension Receipt.File {
    /// How a file of its kind ends: the user's own ending when it is one we read.
    var kind: String {
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        return ["xlsx", "xlsm", "csv", "txt"].contains(ending) ? ending : "dat"
    }

    /// The name as it may be shown: never an identity number.
    var shownName: String { IdentityNumber.looksLikeOne(in: name) ? "…" : name }
}

/// What the page of a delivery shows.
struct DeliveryPage {
    let receipt: Receipt
    let collection: Definitions.Collection
    /// Every delivery of the same municipality and month to the collection, oldest first.
    let all: [Receipt]
    let review: ReviewState
    let period: Period
    /// The municipality's own last day, when it has been given more time.
    let extended: Day?
    let may: Rights

    var place: DeliveryPlace { DeliveryPlace(receipt.number) }
    var month: Month { receipt.month }
    /// Whether any of it counts.
    var isCurrent: Bool { receipt.isCurrent }

    /// The delivery that came before and had some of the same tables.
    var before: Receipt? {
        let tables = Set(receipt.parts.map(\.table))
        return all.last {
            $0.number.sequence < receipt.number.sequence && $0.withdrawal == nil
                && !tables.isDisjoint(with: $0.parts.map(\.table))
        }
    }
}

extension Receipt {
    /// How it stands, in a word; `review` is how far the authority has come with it.
    func state(_ review: ReviewState) -> DeliveryStatus {
        if withdrawal != nil { return .withdrawn }
        if !isCurrent { return .replaced }
        switch review {
        case .returned: return .returned
        case .approved, .approvedAutomatically: return .approved
        case .waiting: return .awaitingReview
        }
    }
}
