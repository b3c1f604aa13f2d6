public import Checking

/// What an extraction made: files of the collection, ready to be checked and delivered like any others (*utdrag*).
public struct Extracted: Sendable {
    /// The collection's id.
    public var collection: String
    /// A file a table, "arenden.csv"; only tables that have rows.
    public var files: [InputFile]
    /// What was read, left and kept out.
    public var report: ExtractionReport
    /// What was learnt of case and customer numbers, for the next increment.
    public var links: LinkTable
    /// Of each file, where each row came from.
    let origins: [[Origin]]

    /// Where a row came from.
    public struct Origin: Sendable, Equatable {
        /// Place among the files given.
        public let file: Int32
        /// The row or object there, from 1.
        public let row: Int32
    }

    /// Where row `row` (with the header as row 1) of the file called `name` came from.
    public func origin(of row: Int, in name: String) -> Origin? {
        guard let file = files.firstIndex(where: { $0.name == name }), origins[file].indices.contains(row - 2) else {
            return nil
        }
        return origins[file][row - 2]
    }
}
