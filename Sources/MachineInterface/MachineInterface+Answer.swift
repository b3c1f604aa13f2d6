import Accounts
import Frame
import HTTPTypes
import Hummingbird
import Secrets
import Vocabulary
import Web

extension MachineInterface {
    /// Answers a request, and puts what goes wrong in the form that programs read. Faults of ours are left to those who
    /// log them.
    func answer(_ request: Request, _ context: PortalContext, _ endpoint: Endpoint) async throws -> Response {
        let language = Language(preferredBy: request)
        do {
            let call = try await admit(request, context, endpoint, language)
            var response = try await endpoint.run(call)
            response.headers[.contentLanguage] = language.rawValue
            return response
        } catch {
            guard let problem = Problem(error) else { throw error }
            return try refusal(problem, request, context)
        }
    }

    /// The answer that says what is wrong.
    func refusal(_ problem: Problem, _ request: Request, _ context: PortalContext) throws -> Response {
        let language = Language(preferredBy: request)
        let text = try problem.text(language, origin: house.site.origin, number: context.number)
        var response = Response.json(text, as: .problem, status: problem.kind.status)
        response.headers.append(contentsOf: problem.headers)
        response.headers[.contentLanguage] = language.rawValue
        return response
    }

    /// Lets the holder of a good key in, as often as it may ask, to what it may do with what it has named.
    private func admit(
        _ request: Request, _ context: PortalContext, _ endpoint: Endpoint, _ language: Language
    ) async throws -> Call {
        let key = try await key(request, context)
        try await usage.use("api requests \(key.id)", of: limits.requests, at: context.now)
        if endpoint.body != nil { try await usage.use("api files \(key.id)", of: limits.files, at: context.now) }
        guard let municipality = key.organisation.municipality else { throw Problem(.forbidden) }
        if let permission = endpoint.permission {
            try await house.accounts.require(permission, of: key.organisation, by: .key(key), at: context.now)
        }
        return Call(
            request: request, context: context, language: language, key: key, municipality: municipality,
            query: try query(request, endpoint))
    }

    private func key(_ request: Request, _ context: PortalContext) async throws -> APIKey {
        let realm = "Bearer realm=\"underlag\""
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw Problem(.unauthorized, headers: [.wwwAuthenticate: realm])
        }
        let secret = Token(String(parts[1]))
        if let key = try await house.accounts.key(secret, at: context.now) { return key }
        // First, so that nobody fills the log.
        try await usage.use("api wrong-key \(context.clientAddress.counted)", of: limits.wrongKeys, at: context.now)
        try await house.accounts.logRefusal(of: secret, at: context.now)
        throw Problem(.unauthorized, headers: [.wwwAuthenticate: realm + ", error=\"invalid_token\""])
    }

    /// What stands after the question mark. A name that is not known is refused: a misspelt one would do something else
    /// than was meant.
    private func query(_ request: Request, _ endpoint: Endpoint) throws -> Form {
        let query = try request.query()
        let known = endpoint.parameters.filter { $0.place == .query }
        for name in Set(query.fields.map(\.name)) {
            guard let parameter = known.first(where: { $0.name == name }) else {
                let names = known.map(\.name).joined(separator: ", ")
                throw Problem.invalid(
                    "query", sv: known.isEmpty ? "Adressen har inga parametrar." : "Parametrarna är \(names).",
                    en: known.isEmpty ? "The address has no parameters." : "The parameters are \(names).")
            }
            guard parameter.isRepeated || query.values(name).count == 1 else {
                throw Problem.invalid(name, sv: "Ange den en gång.", en: "Give it once.")
            }
        }
        return query
    }
}
