import ArgumentParser
import Foundation
import Publication
import Transfer
import Vocabulary

/// What came of delivering to a portal.
enum PortalAnswer {
    /// Delivered: the receipt, and how a person reads it.
    case receipt(ReceiptRecord, text: String)
    /// The check goes on; what to ask about.
    case checking(id: String)
    /// Not delivered.
    case problem(PortalProblem)

    /// Reads what the portal answered; `nil` for what no portal answers.
    init?(_ response: HTTPResponse) {
        let body = Data(response.body)
        switch response.status {
        case 201:
            guard let answer = Self.delivered(body) else { return nil }
            self = answer
        case 200, 202:
            guard let state = try? JSONDecoder().decode(Submission.self, from: body) else { return nil }
            switch (state.status, state.problem, state.delivery) {
            case ("checking", _, _): self = .checking(id: state.id)
            case ("refused", let problem?, _): self = .problem(problem)
            case ("submitted", _, let delivery?): self = .receipt(delivery.receipt, text: delivery.text)
            default: return nil
            }
        default:
            guard let problem = try? JSONDecoder().decode(PortalProblem.self, from: body) else { return nil }
            self = .problem(problem)
        }
    }

    private static func delivered(_ body: Data) -> PortalAnswer? {
        guard let delivery = try? JSONDecoder().decode(Delivery.self, from: body) else { return nil }
        return .receipt(delivery.receipt, text: delivery.text)
    }

    private struct Delivery: Decodable {
        let receipt: ReceiptRecord
        let text: String

        private enum CodingKeys: CodingKey { case text }

        init(from decoder: any Decoder) throws {
            receipt = try ReceiptRecord(from: decoder)
            text = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .text)
        }
    }

    private struct Submission: Decodable {
        let id: String
        let status: String
        let delivery: Delivery?
        let problem: PortalProblem?
    }
}

/// Why a portal did not deliver (RFC 9457).
struct PortalProblem: Decodable {
    let type: String
    let title: String
    let status: Int
    let detail: String?
    let text: String?
    let questions: [Question]?

    /// What a warning asks.
    struct Question: Decodable {
        let rule: String
        let message: String
        let remedy: String
    }

    /// Which kind it is, "not-approved".
    var kind: Substring { type.split(separator: "#").last ?? "" }

    /// What to end with.
    var exitStatus: Int32 {
        switch kind {
        case "not-approved": 2
        case "warnings-to-confirm": 1
        case "unreadable", "too-large": 65
        case "unauthorized", "forbidden": 77
        case "invalid-request", "not-open": 64
        case "replaced", "in-progress", "too-many-requests", "unavailable": 75
        default: status >= 500 ? 75 : 70
        }
    }
}
