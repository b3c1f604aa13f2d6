import Accounts
import Frame
import HTTPTypes
import Hummingbird
import Vocabulary

/// One thing that a system can ask for: where, with what, what it answers and what it does. The routes and the
/// description of the interface are both made of these, so that neither can have what the other lacks.
struct Endpoint: Sendable {
    /// Its name in programs that are made from the description.
    let id: String
    let method: HTTPRequest.Method
    /// After /api/v1, "deliveries/{number}".
    let path: String
    let title: Localized
    let about: Localized
    /// What the key must be allowed; `nil` when any good key will do.
    let permission: Permission?
    var parameters: [Parameter] = []
    var body: RequestBody?
    let answers: [AnswerShape]
    /// What can go wrong, besides what can go wrong everywhere.
    var problems: [ProblemKind] = []
    let run: @Sendable (Call) async throws -> Response

    /// All that can go wrong.
    var allProblems: [ProblemKind] {
        var kinds: [ProblemKind] = [.invalidRequest, .unauthorized, .tooManyRequests, .unavailable]
        if permission != nil { kinds.append(.forbidden) }
        if path.contains("{") { kinds.append(.notFound) }
        if body != nil { kinds += [.tooLarge, .unsupportedContent] }
        return ProblemKind.allCases.filter { (kinds + problems).contains($0) }
    }

    /// The path as the router writes it.
    var route: RouterPath { RouterPath(MachineInterface.base.text + "/" + path) }

    /// A parameter, of whichever place.
    struct Parameter: Sendable {
        enum Place: String, Sendable { case path, query, header }

        let name: String
        let place: Place
        let about: Localized
        let shape: Shape
        /// Whether it may be given several times.
        var isRepeated = false
    }

    /// What is sent along.
    struct RequestBody: Sendable {
        let about: Localized
        /// Kinds of content and what they are shaped as.
        let kinds: [(type: String, shape: Shape)]
    }

    /// What is answered when it goes well.
    struct AnswerShape: Sendable {
        let status: HTTPResponse.Status
        let about: Localized
        let shape: Shape
        /// Fields of the answer.
        var headers: [String: Localized] = [:]
    }
}

extension Endpoint.Parameter {
    static let month = Self(
        name: "month", place: .query, about: Localized(sv: "Mätmånaden, 2013-04.", en: "The month, 2013-04."),
        shape: .month)
    static let monthInPath = Self(
        name: "month", place: .path, about: Localized(sv: "Mätmånaden, 2013-04.", en: "The month, 2013-04."),
        shape: .month)
    static let collection = Self(
        name: "collection", place: .query,
        about: Localized(
            sv: "Insamlingens id; annars den nyaste som har månaden.",
            en: "The collection's id; otherwise the newest that has the month."), shape: .identifier)
    static let collectionInPath = Self(
        name: "collection", place: .path, about: Localized(sv: "Insamlingens id.", en: "The collection's id."),
        shape: .identifier)
    static let idempotencyKey = Self(
        name: "Idempotency-Key", place: .header,
        about: Localized(
            sv: """
                Ett eget namn på det här ärendet. Skicka samma anrop med samma nyckel igen om du inte fick svar: det görs \
                en gång och svaret blir detsamma. Minns i 60 dagar.
                """,
            en: """
                Your own name for this errand. Send the same request with the same key again if you did not get an answer: \
                it is done once and the answer is the same. Remembered for 60 days.
                """), shape: .idempotencyKey)
}
