import Checking
import Frame
import HTTPTypes
import Hummingbird
import Vocabulary
import Web

/// Why a request did not go well, this time.
struct Problem: Error {
    /// A part of the request that is wrong.
    struct InvalidParameter: Encodable, Sendable {
        /// The parameter, header or member.
        let property: String
        /// What is wrong with it. Never its value, which may be about a person.
        let reason: String
    }

    /// Which it is.
    let kind: ProblemKind
    /// What happened, and how to mend it.
    var detail: Localized?
    /// Fields that belong with the answer.
    var headers: HTTPFields = [:]
    /// What is wrong in the request, in the reader's language.
    var invalid: [(property: String, reason: Localized)] = []
    /// What was found in the files, when that is why.
    var checked: CheckAnswer?

    init(_ kind: ProblemKind, detail: Localized? = nil, headers: HTTPFields = [:], checked: CheckAnswer? = nil) {
        self.kind = kind
        self.detail = detail
        self.headers = headers
        self.checked = checked
    }

    /// A parameter, header or member that is wrong.
    static func invalid(_ property: String, sv: String, en: String) -> Problem {
        let reason = Localized(sv: sv, en: en)
        var problem = Problem(.invalidRequest, detail: Localized(sv: "\(property): \(sv)", en: "\(property): \(en)"))
        problem.invalid = [(property, reason)]
        return problem
    }

    /// What is sent; `origin` is where the kinds are described.
    func text(_ language: Language, origin: Origin, number: String) throws -> JSONText {
        var details = ProblemDetails(
            kind.status, title: kind.title[language], type: "\(origin)\(Path.api.text)#\(kind.rawValue)",
            detail: (detail ?? kind.remedy)[language], instance: number)
        if !invalid.isEmpty {
            details.members["invalidParameters"] = invalid.map {
                InvalidParameter(property: $0.property, reason: $0.reason[language])
            }
        }
        var text = try JSONText(Record(details: details, checked: checked))
        if let checked { text.add(checked.verdicts) }
        return text
    }

    /// The problem with what was found in the files.
    private struct Record: Encodable {
        let details: ProblemDetails
        let checked: CheckAnswer?

        func encode(to encoder: any Encoder) throws {
            try details.encode(to: encoder)
            try checked?.encode(to: encoder)
        }
    }
}
