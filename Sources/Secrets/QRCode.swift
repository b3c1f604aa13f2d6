import CQrencode

/// A text as a picture of squares that a telephone's camera reads (ISO/IEC 18004).
public struct QRCode: Sendable, Equatable {
    /// The dark squares as the `d` of one SVG path, a unit a square, the light margin included.
    public let svgPath: String
    /// Width and height, for the viewBox "0 0 side side".
    public let side: Int

    // The standard asks for four light squares on each side.
    private static let margin = 4

    /// The picture of `text`; `nil` when it is empty or longer than some two thousand bytes.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        side = width + 2 * Self.margin
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                // The lowest bit of a square says whether it is dark.
                let isDark = { (column: Int) in code.pointee.data[row * width + column] & 1 == 1 }
                let start = column
                while column < width, isDark(column) { column += 1 }
                if column > start {
                    path += "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        svgPath = path
    }
}
