import Frame
import HTTPTypes
import Vocabulary
import Web

/// The interface described for programs (OpenAPI 3.1), made of the endpoints themselves.
struct Description {
    private let endpoints: [Endpoint]
    private let origin: Origin
    private let examples: Examples?
    private let language: Language

    /// `endpoints` served at `origin`, described in `language`, with examples where there are any.
    init(_ endpoints: [Endpoint], origin: Origin, examples: Examples?, _ language: Language) {
        self.endpoints = endpoints
        self.origin = origin
        self.examples = examples
        self.language = language
    }

    /// The whole description.
    var json: JSON {
        [
            "openapi": "3.1.1",
            "info": [
                "title": say("Lämna statistik, för verksamhetssystem", "Deliver statistics, for case systems"),
                "version": "1",
                "description": say(
                    """
                    Kontrollera och lämna in filer, hämta kvitton och se vad kommunen ska lämna. Inom v1 tas inget bort och \
                    inget byter betydelse; nya fält kan tillkomma, så läs förbi det du inte känner igen. Fel svaras enligt \
                    RFC 9457. Språket väljs med Accept-Language: sv eller en.
                    """,
                    """
                    Check and submit files, get receipts and see what the municipality is to deliver. Within v1 nothing is \
                    removed and nothing changes its meaning; fields may be added, so pass over what you do not know. \
                    Errors are answered by RFC 9457. Choose the language by Accept-Language: sv or en.
                    """),
            ],
            "servers": [["url": .text(origin.description + MachineInterface.base.text)]],
            "security": [["key": []]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "key": [
                        "type": "http", "scheme": "bearer",
                        "description": say(
                            "Kommunens API-nyckel, som samordnaren skapar i portalen.",
                            "The municipality's API key, which the coordinator makes in the portal."),
                    ]
                ],
                "schemas": .object(
                    Dictionary(Shape.components.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 })),
            ],
        ]
    }

    private var paths: [String: JSON] {
        Dictionary(grouping: endpoints) { "/" + $0.path }.mapValues { endpoints in
            .object(
                Dictionary(
                    endpoints.map { ($0.method.rawValue.lowercased(), operation($0)) }, uniquingKeysWith: { $1 }))
        }
    }

    private func operation(_ endpoint: Endpoint) -> JSON {
        var operation: [String: JSON] = [
            "operationId": .text(endpoint.id), "summary": say(endpoint.title), "description": say(endpoint.about),
            "responses": .object(responses(endpoint)),
        ]
        if !endpoint.parameters.isEmpty { operation["parameters"] = .list(endpoint.parameters.map(parameter)) }
        if let body = endpoint.body {
            operation["requestBody"] = [
                "required": true, "description": say(body.about), "content": .object(content(body.kinds)),
            ]
        }
        return .object(operation)
    }

    private func parameter(_ parameter: Endpoint.Parameter) -> JSON {
        var json: [String: JSON] = [
            "name": .text(parameter.name), "in": .text(parameter.place.rawValue), "description": say(parameter.about),
            "schema": parameter.shape.json,
        ]
        if parameter.place == .path { json["required"] = true }
        json["example"] = examples?.parameters[parameter.name]
        return .object(json)
    }

    private func content(_ kinds: [(type: String, shape: Shape)]) -> [String: JSON] {
        var content: [String: JSON] = [:]
        for kind in kinds {
            // Bytes as they are have no shape in OpenAPI 3.1.
            var media: [String: JSON] = [:]
            if kind.shape.json != Shape.bytes.json { media["schema"] = kind.shape.json }
            if kind.shape.json.members?["properties"]?.members?["confirmations"] != nil {
                media["encoding"] = ["confirmations": ["contentType": "application/json"]]
            }
            media["example"] = examples?.bodies[kind.type]
            content[kind.type] = .object(media)
        }
        return content
    }

    private func responses(_ endpoint: Endpoint) -> [String: JSON] {
        var responses: [String: JSON] = [:]
        for answer in endpoint.answers {
            var response: [String: JSON] = [
                "description": say(answer.about),
                "content": [ContentType.json.value: ["schema": answer.shape.json]],
            ]
            if !answer.headers.isEmpty {
                response["headers"] = .object(
                    answer.headers.mapValues { ["description": say($0), "schema": ["type": "string"]] })
            }
            responses[String(answer.status.code)] = .object(response)
        }
        for (status, kinds) in Dictionary(grouping: endpoint.allProblems, by: \.status.code) {
            let words = kinds.map { "\($0.rawValue): \($0.title[language]). \($0.remedy[language])" }
            responses[String(status)] = [
                "description": .text(words.joined(separator: "\n\n")),
                "content": [ContentType.problem.value: ["schema": Shape.component("Problem").json]],
            ]
        }
        return responses
    }

    private func say(_ sv: String, _ en: String) -> JSON { .text(language == .sv ? sv : en) }

    private func say(_ text: Localized) -> JSON { .text(text[language]) }
}
