import AccessLog
public import Definitions
public import Foundation
public import Register
public import Secrets
import Storage
import Tabular
public import Vocabulary

extension Review {
    /// Makes a package of the deliveries about a month, as a zip at `path`, and remembers what was in it.
    ///
    /// It has the files as they came (`raw/`), the checked rows of what counts (`checked/`, a CSV a table), lists of
    /// deliveries, confirmed warnings, corrections and recodings, and a manifest with the SHA-256 of each. Memory does
    /// not grow with the deliveries, the largest file apart. The package is remembered, and logged for every
    /// municipality in it, when the file is whole; on an error there is none.
    ///
    /// Throws `nothingToExport` when nothing has come, or nothing has changed since the packages before.
    ///
    /// - Parameter key: Signs the manifest (`manifest.sig`), when given.
    public func export(
        _ collection: Definitions.Collection, month: Month, scope: ExportPackage.Scope, to path: String,
        signedWith key: SigningKey? = nil, by person: String, at time: Date
    ) async throws(ReviewError) -> ExportPackage {
        let contents = try await contents(of: collection, month, scope)
        guard !contents.included.isEmpty else { throw .nothingToExport }
        let name = ExportPackage.name(collection.id, month, contents.sequence)
        let package: ExportPackage
        do {
            var file = try ExportFile(contents, at: path)
            try await file.writeRows(register)
            try await file.writeFiles(register)
            try file.write("deliveries.csv", contents.deliveries(files: file.files))
            try file.write("confirmations.csv", contents.confirmations)
            try file.write("corrections.csv", contents.corrections(files: file.files))
            try file.write("recodings.csv", contents.decisions)
            try file.finish(name, by: person, at: time, key: key)
            let whole = try FileBytes(path: path, limit: .max)
            package = ExportPackage(
                collection: collection.id, month: month, sequence: contents.sequence, scope: scope,
                sha256: whole.sha256(of: 0..<whole.count), bytes: whole.count,
                by: person, at: Date(stored: time.stored), deliveries: contents.taken.map(\.number))
        } catch {
            throw ReviewError(error)
        }
        do {
            try await remember(package, after: contents.previous)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
        return package
    }

    private func remember(_ package: ExportPackage, after previous: ExportPackage?) async throws(ReviewError) {
        try await write { transaction in
            // Somebody else may have made the package that ours says is next.
            let last = try transaction.exports(collection: package.collection, month: package.month).last
            guard last == previous else { throw ReviewError.changedMeanwhile }
            try transaction.keep(package)
            for municipality in Set(package.deliveries.map(\.municipality)).sorted() {
                try transaction.log(
                    Event(
                        at: package.at, actor: package.by, organisation: .municipality(municipality), act: .exported,
                        subject: package.name))
            }
        }
    }

    /// The packages made of a collection, of `month` or all, oldest first.
    public func exports(
        collection: String, month: Month? = nil
    ) async throws(ReviewError) -> [ExportPackage] {
        try await read { try $0.exports(collection: collection, month: month) }
    }

    /// The deliveries about a month that the next late package has, by municipality and sequence: those in no package
    /// yet, and what withdrawals have changed since the last one.
    public func unexported(
        in collection: Definitions.Collection, month: Month
    ) async throws(ReviewError) -> [DeliveryNumber] {
        try await contents(of: collection, month, .late).taken.map(\.number)
    }

    private func contents(
        of collection: Definitions.Collection, _ month: Month, _ scope: ExportPackage.Scope
    ) async throws(ReviewError) -> ExportContents {
        let id = collection.id
        return try await read { transaction in
            let receipts = try transaction.deliveries(DeliveryFilter(collection: id, month: month))
            let exports = try transaction.exports(collection: id, month: month)
            return ExportContents(
                collection: collection, month: month, scope: scope, previous: exports.last, receipts: receipts,
                included: scope == .late ? receipts.changed(since: exports) : Set(receipts.map(\.number)),
                states: try transaction.reviewStates(collection: id, months: month...month),
                recodings: try transaction.currentRecodings(collection: id))
        }
    }
}

extension [Receipt] {
    /// Those in none of `packages`, those withdrawn since the last, and those that count again because of that.
    fileprivate func changed(since packages: [ExportPackage]) -> Set<DeliveryNumber> {
        let known = Set(packages.flatMap(\.deliveries))
        let withdrawn = filter { receipt in
            known.contains(receipt.number)
                && packages.last.map { receipt.withdrawal?.at ?? .distantPast > $0.at } ?? false
        }
        let again = filter { receipt in
            receipt.parts.contains { part in
                part.isCurrent
                    && withdrawn.contains {
                        $0.municipality == receipt.municipality && $0.number.sequence > receipt.number.sequence
                            && $0.parts.contains { $0.table == part.table }
                    }
            }
        }
        let new = map(\.number).filter { !known.contains($0) }
        return Set(new + (withdrawn + again).map(\.number))
    }
}
