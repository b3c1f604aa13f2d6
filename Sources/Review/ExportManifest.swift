import Foundation
import Register
import Secrets

/// What a package says of itself (`manifest.json`), so that whoever gets it can see that nothing is missing or changed.
///
/// Keys are sorted and nothing depends on where or when it was written but `createdAt`: the same content gives the same
/// bytes. `docs/export.md` describes it.
struct ExportManifest: Encodable {
    /// Counts up when the meaning of something here changes.
    var schemaVersion = 1
    var package: String
    var scope: String
    /// The package made before of the same collection and month; `nil` for the first.
    var previous: Previous?
    var collection: Collection
    var month: String
    var createdAt: String
    var createdBy: String
    var files: [File]
    var deliveries: [Delivery]
    var signature: Signature?

    struct Previous: Encodable {
        var package: String
        var sha256: String
    }
    struct Collection: Encodable {
        var id: String
        var version: Int
        var authority: String
    }
    struct File: Encodable {
        var path: String
        var bytes: Int
        var sha256: String
    }
    struct Delivery: Encodable {
        var number: String
        var receivedAt: String
        var definitionVersion: Int
        /// As its receipt has it; empty when there was nothing to report.
        var checksum: String
        var isWithdrawn: Bool
        /// Its files as they came; several deliveries may have come in one file.
        var files: [String]
        var tables: [Table]
    }
    struct Table: Encodable {
        var table: String
        var rows: Int
        /// Whether the rows are what counts, and so are among the checked.
        var isCurrent: Bool
    }
    struct Signature: Encodable {
        var algorithm = "Ed25519"
        var publicKey: String
        var file = ExportManifest.signaturePath
    }

    static let path = "manifest.json"
    static let signaturePath = "manifest.sig"

    /// The manifest as it stands in the package.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + Array("\n".utf8)
    }
}
