import Checking
import Definitions
import Foundation
import Register
import Secrets
import Storage
import Tabular
import Vocabulary

/// A package being written: lists, checked rows, files as they came, and last what it says of itself.
struct ExportFile: Sendable {
    private let contents: ExportContents
    private var zip: ZipFileWriter
    /// The paths of each delivery's files, in its order.
    private(set) var files: [DeliveryNumber: [String]] = [:]
    /// Where each different file is, by its SHA-256.
    private var paths: [String: String] = [:]
    /// Rows written of each part.
    private var written: [ExportPart: Int] = [:]

    init(_ contents: ExportContents, at path: String) throws(ZipFileWriter.Failure) {
        self.contents = contents
        zip = try ZipFileWriter(path: path)
    }

    /// Writes a member from what is in memory.
    mutating func write(_ path: String, _ bytes: [UInt8]) throws(ZipFileWriter.Failure) {
        try zip.begin(path)
        try zip.write(bytes)
    }

    /// Writes the checked rows of the package's deliveries, read as they lie in the register.
    mutating func writeRows(_ register: Register) async throws {
        for table in contents.collection.tables {
            let selection = PartSelection(
                collection: contents.collection.id, table: table.id, months: contents.month...contents.month)
            let included = contents.included
            let exported = try await register.reduceParts(selection, into: ExportedTable(table)) {
                exported, part, bytes in
                guard included.contains(part.number) else { return }
                var segment = Segment()
                try segment.open(bytes)
                exported.note(segment.fields)
            }
            try write(exported.path, exported.header)
            let file = try await register.reduceParts(selection, into: Result<ExportFile, any Error>.success(self)) {
                result, part, bytes in
                guard case .success(var file) = result, included.contains(part.number) else { return }
                // The columns may be damaged, which the register says; that the disk is full is for us to say.
                let columns = try Columns(segment: bytes)
                do {
                    try file.zip.write(exported.rows(part, columns))
                    file.written[ExportPart(number: part.number, table: part.table)] = columns.count
                    result = .success(file)
                } catch {
                    result = .failure(error)
                }
            }
            self = try file.get()
        }
        // A delivery may have come, or gone, since the lists were read.
        guard written == contents.parts else { throw ReviewError.changedMeanwhile }
    }

    /// Writes the files of the package's deliveries as they came, each different file once.
    mutating func writeFiles(_ register: Register) async throws {
        for receipt in contents.taken {
            for (position, file) in receipt.files.enumerated() {
                if paths[file.sha256] == nil {
                    guard let bytes = try await register.originalBytes(sha256: file.sha256),
                        bytes.sha256(of: 0..<bytes.count) == file.sha256
                    else { throw ReviewError.damagedFile(receipt.number) }
                    let path = "raw/\(receipt.number)_\(position + 1).\(bytes.ending)"
                    try zip.begin(path)
                    try bytes.withBytes { (bytes) throws(ZipFileWriter.Failure) in try zip.write(bytes) }
                    paths[file.sha256] = path
                }
                files[receipt.number, default: []].append(paths[file.sha256] ?? "")
            }
        }
    }

    /// Writes what the package says of itself, signs that, and ends it.
    mutating func finish(_ package: String, by person: String, at time: Date, key: SigningKey?) throws {
        try zip.end()
        let written = try zip.written()
        let sums = zip.members.map { member in
            ExportManifest.File(
                path: member.name, bytes: member.range.count, sha256: written.sha256(of: member.range))
        }
        let manifest = try manifest(package, by: person, at: time, sums, key).encoded()
        try write(ExportManifest.path, manifest)
        if let key { try write(ExportManifest.signaturePath, key.sign(manifest)) }
        try zip.finish()
    }

    private func manifest(
        _ package: String, by person: String, at time: Date, _ sums: [ExportManifest.File], _ key: SigningKey?
    ) -> ExportManifest {
        let collection = contents.collection
        return ExportManifest(
            package: package, scope: contents.scope.rawValue,
            previous: contents.previous.map { ExportManifest.Previous(package: $0.name, sha256: $0.sha256) },
            collection: ExportManifest.Collection(
                id: collection.id, version: collection.version, authority: collection.authority),
            month: contents.month.iso, createdAt: time.stored, createdBy: person, files: sums,
            deliveries: contents.taken.map { receipt in
                ExportManifest.Delivery(
                    number: receipt.number.description, receivedAt: receipt.receivedAt.stored,
                    definitionVersion: receipt.definitionVersion, checksum: receipt.checksum,
                    isWithdrawn: receipt.withdrawal != nil, files: files[receipt.number] ?? [],
                    tables: receipt.parts.map {
                        ExportManifest.Table(table: $0.table, rows: $0.rows, isCurrent: $0.isCurrent)
                    })
            },
            signature: key.map { ExportManifest.Signature(publicKey: $0.verifyingKey.text) })
    }
}

extension FileBytes {
    /// SHA-256 of a part, in hexadecimal; what has been read leaves memory.
    func sha256(of part: Range<Int>) -> String {
        var digest = RunningDigest()
        var start = part.lowerBound
        while start < part.upperBound {
            let piece = start..<min(start + (1 << 20), part.upperBound)
            withBytes { digest.add(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[piece])) }
            release(piece)
            start = piece.upperBound
        }
        return digest.hexadecimal
    }

    /// What the name of a file like this ends in.
    fileprivate var ending: String {
        switch try? FileFormat.recognise(self, limits: ReadingLimits()) {
        case .workbook: "xlsx"
        case .delimited: "csv"
        case nil: "bin"
        }
    }
}
