import Checking
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publication
import Web

/// An object as JSON text, to which members that are text already are added: verdicts are written piece by piece, since
/// there may be very many findings.
struct JSONText {
    private(set) var text: String

    /// The object that `value` encodes to, which has members.
    init(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Adds a member; `write` writes its value.
    mutating func add(_ name: String, _ write: (inout String) -> Void) {
        text.removeLast()
        text += ",\"\(name)\":"
        write(&text)
        text += "}"
    }

    /// Adds what was found in files.
    mutating func add(_ verdicts: [Verdict]) {
        add("verdicts") { text in
            var written = ""
            VerdictJSON(mostListed: Self.mostListed) { written += $0 }.writeList(verdicts)
            text += written
        }
    }

    /// Findings of a verdict beyond this many are counted and not listed.
    static let mostListed = 1_000
}

extension Response {
    static func json(_ text: JSONText, as type: ContentType = .json, status: HTTPResponse.Status = .ok) -> Response {
        .bytes(ByteBuffer(string: text.text), as: type, status: status)
    }
}
