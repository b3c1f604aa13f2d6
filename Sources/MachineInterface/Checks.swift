import Accounts
import Definitions
import Frame
import HTTPTypes
import Hummingbird
import Intake
import Vocabulary
import Web

// Checking without delivering.

extension MachineInterface {
    var checkEndpoints: [Endpoint] {
        [
            Endpoint(
                id: "checkFiles", method: .post, path: "checks",
                title: Localized(sv: "Kontrollera filer", en: "Check files"),
                about: Localized(
                    sv: """
                        Svarar med beskedet. Filerna sparas inte. Tar kontrollen lång tid blir svaret 202; fråga då \
                        adressen i Location.
                        """,
                    en: """
                        Answers with the verdict. The files are not kept. When the check takes long the answer is 202; \
                        then ask the address in Location.
                        """),
                permission: .check, parameters: [.month, .collection], body: .files(withConfirmations: false),
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Beskedet.", en: "The verdict."), shape: .component("Check")),
                    .accepted(.component("Check")),
                ], run: check),
            Endpoint(
                id: "getCheck", method: .get, path: "checks/{id}",
                title: Localized(sv: "Beskedet på en kontroll", en: "The verdict of a check"),
                about: Localized(
                    sv: "Beskedet finns kvar en stund. Därefter får filen skickas igen.",
                    en: "The verdict stays for a while. After that the file is to be sent again."),
                permission: .check, parameters: [.draft],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Hur långt den har kommit.", en: "How far it has come."),
                        shape: .component("Check"), headers: ["Retry-After": .retryAfter])
                ], run: checkState),
        ]
    }

    private func check(_ call: Call) async throws -> Response {
        let month = try call.month()
        let collection = try collection(call.query["collection"], having: month)
        let sent = try await SentFiles.read(call, into: house.uploads)
        let upload = Upload(
            collection: collection.id, municipality: call.municipality, month: month, purpose: .test, channel: .api,
            files: sent.files)
        let draft = try await house.intake.receive(upload, by: call.sender, at: call.now, language: call.language)
        return try await answer(draft.id, collection, call, whileChecking: .accepted)
    }

    private func checkState(_ call: Call) async throws -> Response {
        let draft = try await draft(call, .test)
        return try await answer(draft.id, try collection(draft.collection), call, whileChecking: .ok)
    }

    private func answer(
        _ id: Draft.ID, _ collection: Definitions.Collection, _ call: Call, whileChecking status: HTTPResponse.Status
    ) async throws -> Response {
        switch try await house.intake.state(of: id, language: call.language) {
        case .gone: throw Problem(.notFound, detail: .goneVerdict)
        case .checking:
            return .waiting(try JSONText(["id": id.text, "status": "checking"]), at: "checks", id, status)
        case .checked(let checked):
            let answer = CheckAnswer(checked, of: collection, call.language, origin: house.site.origin)
            var text = try JSONText(CheckRecord(id: id.text, answer: answer))
            text.add(answer.verdicts)
            return .json(text)
        }
    }

    /// The draft in the address, if a system of the municipality put it in for `purpose`.
    func draft(_ call: Call, _ purpose: Draft.Purpose) async throws -> Draft {
        let draft = try await house.intake.draft(Draft.ID(try call.context.parameter("id")))
        guard draft.municipality == call.municipality, draft.channel == .api, draft.purpose == purpose else {
            throw Problem(.notFound)
        }
        return draft
    }
}

/// What came of the check called `id`.
private struct CheckRecord: Encodable {
    let id: String
    let answer: CheckAnswer

    private enum CodingKeys: CodingKey { case id, status }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode("checked", forKey: .status)
        try answer.encode(to: encoder)
    }
}

extension Localized {
    static let goneVerdict = Localized(
        sv: "Beskedet finns inte kvar. Skicka filen igen.", en: "The verdict is no longer there. Send the file again.")
    static let retryAfter = Localized(sv: "Sekunder att vänta.", en: "Seconds to wait.")
    static let location = Localized(sv: "Adressen.", en: "The address.")
}

extension Response {
    /// That something goes on, and where to ask for it.
    static func waiting(
        _ text: JSONText, at place: String, _ id: Draft.ID, _ status: HTTPResponse.Status
    ) -> Response {
        var response = Response.json(text, status: status)
        response.headers[.retryAfter] = "2"
        response.headers[.location] = MachineInterface.base.under(place, id.text).text
        return response
    }
}

extension Endpoint.Parameter {
    /// A check or a submission.
    static let draft = Self(
        name: "id", place: .path, about: Localized(sv: "Ur Location.", en: "From Location."), shape: .draftID)
}

extension Endpoint.AnswerShape {
    /// That a check goes on.
    static func accepted(_ shape: Shape) -> Self {
        Self(
            status: .accepted,
            about: Localized(
                sv: "Kontrollen pågår. Fråga adressen i Location.",
                en: "The check goes on. Ask the address in Location."),
            shape: shape, headers: ["Location": .location, "Retry-After": .retryAfter])
    }
}

extension Endpoint.RequestBody {
    /// One file as it is, or several in a form.
    static func files(withConfirmations: Bool) -> Self {
        var members: [String: JSON] = [
            "file": [
                "type": "array", "items": Shape.bytes.json, "minItems": 1, "maxItems": .number(SentFiles.most),
            ]
        ]
        if withConfirmations { members["confirmations"] = Shape.list(of: .component("Confirmation")).json }
        let form = Shape(
            json: [
                "type": "object", "properties": .object(members), "required": ["file"], "additionalProperties": false,
            ])
        return Self(
            about: Localized(
                sv:
                    "En fil som den är, eller en eller flera i ett formulär. Högst \(SentFiles.bytesPerFile >> 20) MB var.",
                en: "A file as it is, or one or several in a form. At most \(SentFiles.bytesPerFile >> 20) MB each."),
            kinds: SentFiles.kinds.map { ($0.key, .bytes) } + [(SentFiles.form, form)])
    }
}
