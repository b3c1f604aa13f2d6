import Tabular

/// Texts of cells, which may be in Windows-1252.
enum Cells {
    static func text(_ bytes: ArraySlice<UInt8>) -> String { Windows1252.text(bytes) }
}
