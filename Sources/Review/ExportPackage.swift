public import Foundation
public import Register
import Storage
public import Vocabulary

/// A package of deliveries for those who go on working with them (*export*), as it was made and is remembered.
public struct ExportPackage: Sendable, Equatable {
    /// What a package takes with it.
    public enum Scope: String, Sendable, CaseIterable {
        /// All that has come in about the month.
        case everything
        /// What has come since the packages before (*sent inkommet*).
        case late
    }

    /// The collection's id.
    public let collection: String
    /// The month it is about.
    public let month: Month
    /// From 1 for each collection and month.
    public let sequence: Int
    /// What it takes with it.
    public let scope: Scope
    /// SHA-256 of the package itself, in hexadecimal.
    public let sha256: String
    /// How large it is.
    public let bytes: Int
    /// Who made it.
    public let by: String
    /// When, to the second.
    public let at: Date
    /// The deliveries that are in it, by municipality and sequence.
    public let deliveries: [DeliveryNumber]

    /// What it is called, and what its file should be: "testinsamling-2013_2013-03_2".
    public var name: String { Self.name(collection, month, sequence) }

    static func name(_ collection: String, _ month: Month, _ sequence: Int) -> String {
        "\(collection)_\(month.iso)_\(sequence)"
    }
}

extension Transaction {
    /// The packages made of a collection, of `month` or all, oldest first.
    func exports(collection: String, month: Month?) throws -> [ExportPackage] {
        let about: SQL = month.map { "e.month = \(Int($0.index))" } ?? "1 = 1"
        var deliveries: [Int: [DeliveryNumber]] = [:]
        try forEach(
            """
            SELECT e.id, e.month, d.municipality, d.sequence
            FROM export_package e JOIN export_delivery d ON d.export = e.id
            WHERE e.collection = \(collection) AND \(about) ORDER BY e.id, d.municipality, d.sequence
            """
        ) { row in
            guard let municipality = Municipality(number: row.integer(2)) else { return }
            deliveries[row.integer(0), default: []].append(
                DeliveryNumber(
                    month: Month(index: Int32(truncatingIfNeeded: row.integer(1))), municipality: municipality,
                    sequence: row.integer(3)))
        }
        return try all(
            """
            SELECT e.id, e.month, e.sequence, e.scope, e.sha256, e.bytes, e.made_by, e.made_at FROM export_package e
            WHERE e.collection = \(collection) AND \(about) ORDER BY e.id
            """
        ) { row in
            ExportPackage(
                collection: collection, month: Month(index: Int32(truncatingIfNeeded: row.integer(1))),
                sequence: row.integer(2), scope: .init(rawValue: row.text(3)) ?? .everything, sha256: row.text(4),
                bytes: row.integer(5), by: row.text(6), at: row.time(7), deliveries: deliveries[row.integer(0)] ?? [])
        }
    }

    /// Remembers a package and logs it, for each municipality whose data went out with it.
    func keep(_ package: ExportPackage) throws {
        let id = try identity(
            of: """
                INSERT INTO export_package (collection, month, sequence, scope, sha256, bytes, made_by, made_at)
                VALUES (
                    \(package.collection), \(Int(package.month.index)), \(package.sequence), \(package.scope.rawValue),
                    \(package.sha256), \(package.bytes), \(package.by), \(package.at)
                )
                RETURNING id
                """)
        for number in package.deliveries {
            try execute(
                """
                INSERT INTO export_delivery (export, municipality, sequence)
                VALUES (\(id), \(Int(number.municipality.number)), \(number.sequence))
                """)
        }
    }
}
