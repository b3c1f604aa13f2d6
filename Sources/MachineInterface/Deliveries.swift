import AccessLog
import Accounts
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Publication
import Register
import Vocabulary
import Web

// What has been delivered.

extension MachineInterface {
    var deliveryEndpoints: [Endpoint] {
        [
            deliverEndpoint,
            Endpoint(
                id: "listDeliveries", method: .get, path: "deliveries",
                title: Localized(sv: "Kommunens leveranser", en: "The municipality's deliveries"),
                about: Localized(
                    sv: "Den senaste först, även ersatta och återkallade.",
                    en: "The latest first, superseded and withdrawn ones too."),
                permission: .seeDeliveries, parameters: [.month, .collection, .limit, .offset],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Kvittona.", en: "The receipts."),
                        shape: .object([
                            "deliveries": .has(.list(of: .component("Receipt"))), "total": .has(.count),
                            "limit": .has(.count), "offset": .has(.count),
                        ]))
                ], run: deliveries),
            Endpoint(
                id: "getDelivery", method: .get, path: "deliveries/{number}",
                title: Localized(sv: "Kvittot på en leverans", en: "The receipt of a delivery"),
                about: Localized(sv: "Med kontrollsummor.", en: "With checksums."), permission: .seeDeliveries,
                parameters: [.deliveryNumber],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Kvittot.", en: "The receipt."), shape: .component("Receipt"))
                ], run: delivery),
            submissionEndpoint,
        ]
    }

    private func deliveries(_ call: Call) async throws -> Response {
        let limit = try call.number("limit", in: Endpoint.Parameter.limits) ?? 100
        let offset = try call.number("offset", in: Endpoint.Parameter.offsets) ?? 0
        let collection = try call.query["collection"].map { try self.collection($0) }
        let filter = DeliveryFilter(
            collection: collection?.id, municipality: call.municipality, month: try call.month())
        let receipts = house.collected(try await house.register.deliveries(filter)).sorted { one, other in
            (one.receivedAt, one.month, one.number.sequence) > (other.receivedAt, other.month, other.number.sequence)
        }
        return try .json(
            DeliveryList(
                deliveries: receipts.dropFirst(offset).prefix(limit).map { ReceiptRecord($0) }, total: receipts.count,
                limit: limit, offset: offset))
    }

    private func delivery(_ call: Call) async throws -> Response {
        guard let number = DeliveryNumber(try call.context.parameter("number")) else { throw Problem(.notFound) }
        let organisation = Organisation.municipality(number.municipality)
        let caller = Caller.key(call.key)
        try await house.accounts.require(.seeDeliveries, of: organisation, by: caller, at: call.now)
        let receipt = try await house.register.receipt(number)
        try await house.log.add(
            Event(
                at: call.now, actor: caller.actor, organisation: organisation, act: .sawDelivery,
                subject: number.description))
        return try .json(
            ReceiptAnswer(
                ReceiptRecord(receipt), text: receipt.text(call.language, of: try? collection(receipt.collection))))
    }
}

private struct DeliveryList: Encodable {
    let deliveries: [ReceiptRecord]
    let total: Int
    let limit: Int
    let offset: Int
}

/// A receipt with the words that a person reads.
struct ReceiptAnswer: Encodable {
    let receipt: ReceiptRecord
    let text: String

    init(_ receipt: ReceiptRecord, text: String) {
        self.receipt = receipt
        self.text = text
    }

    private enum CodingKeys: CodingKey { case text }

    func encode(to encoder: any Encoder) throws {
        try receipt.encode(to: encoder)
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(text, forKey: .text)
    }
}

extension Endpoint.Parameter {
    static let limits = 1...1_000
    static let offsets = 0...1_000_000

    static let limit = Self(
        name: "limit", place: .query,
        about: Localized(sv: "Högst så många; 100 om inget sägs.", en: "At most so many; 100 unless said."),
        shape: .integer(limits))
    static let offset = Self(
        name: "offset", place: .query, about: Localized(sv: "Hoppa över så många.", en: "Pass over so many."),
        shape: .integer(offsets))
    static let deliveryNumber = Self(
        name: "number", place: .path,
        about: Localized(sv: "Leveransnumret, 2013-04-0380-1.", en: "The delivery number, 2013-04-0380-1."),
        shape: .deliveryNumber)
}

extension Shape {
    static func integer(_ range: ClosedRange<Int>) -> Shape {
        Shape(json: ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)])
    }
}
