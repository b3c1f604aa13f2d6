import Vocabulary

/// What a value looks like, in JSON Schema's words (2020-12, which OpenAPI 3.1 uses).
struct Shape: Sendable {
    let json: JSON

    /// A member of an object.
    enum Member: Sendable {
        case has(Shape)
        case mayHave(Shape)
    }

    /// An object with these members. One that is sent to us may have no others.
    static func object(_ members: KeyValuePairs<String, Member>, isClosed: Bool = false) -> Shape {
        var properties: [String: JSON] = [:]
        var required: [JSON] = []
        for (name, member) in members {
            switch member {
            case .has(let shape):
                properties[name] = shape.json
                required.append(.text(name))
            case .mayHave(let shape): properties[name] = shape.json
            }
        }
        var json: [String: JSON] = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { json["required"] = .list(required) }
        if isClosed { json["additionalProperties"] = false }
        return Shape(json: .object(json))
    }

    static func list(of shape: Shape) -> Shape { Shape(json: ["type": "array", "items": shape.json]) }

    static func component(_ name: String) -> Shape { Shape(json: ["$ref": .text("#/components/schemas/\(name)")]) }

    static func word(_ words: [String]) -> Shape {
        Shape(json: ["type": "string", "enum": .list(words.map { .text($0) })])
    }

    static func text(pattern: String) -> Shape { Shape(json: ["type": "string", "pattern": .text(pattern)]) }

    /// The same, with a word about what it means.
    func about(_ text: String) -> Shape {
        guard var members = json.members else { return self }
        members["description"] = .text(text)
        return Shape(json: .object(members))
    }

    static let text = Shape(json: ["type": "string"])
    static let truth = Shape(json: ["type": "boolean"])
    static let count = Shape(json: ["type": "integer", "minimum": 0])
    static let time = Shape(json: ["type": "string", "format": "date-time"])
    static let day = Shape(json: ["type": "string", "format": "date"])
    static let address = Shape(json: ["type": "string", "format": "uri-reference"])
    static let bytes = Shape(json: ["type": "string", "format": "binary"])
    static let anyObject = Shape(json: ["type": "object"])

    static let month = text(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$")
    static let municipality = text(pattern: "^[0-9]{4}$")
    static let identifier = text(pattern: "^[a-z0-9][a-z0-9-]{0,99}$")
    static let deliveryNumber = text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{4}-[1-9][0-9]*$")
    static let ruleID = text(pattern: "^[A-Z][0-9]{2}$")
    static let digest = text(pattern: "^[0-9a-f]{64}$")
    static let draftID = text(pattern: "^[A-Za-z0-9_-]{1,100}$")
    static let idempotencyKey = Shape(
        json: ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"])
}
