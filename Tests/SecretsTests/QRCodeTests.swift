import Foundation
import Secrets
import TestSupport
import Testing

@Suite("The picture of an address")
struct QRCodeTests {
    /// Draws the path, eight points a square, and has another program read what it says.
    private static let script = """
        import re, sys, zxingcpp
        side, path, scale = int(sys.argv[1]), sys.argv[2], 8
        width = side * scale
        picture = bytearray(b"\\xff" * width * width)
        for x, y, run in re.findall(r"M(\\d+) (\\d+)h(\\d+)v1h-\\3z", path):
            for row in range(int(y) * scale, (int(y) + 1) * scale):
                start = row * width + int(x) * scale
                picture[start:start + int(run) * scale] = bytes(int(run) * scale)
        print(*(code.text for code in zxingcpp.read_barcodes(memoryview(picture).cast("B", (width, width)))), end="")
        """

    @Test("A camera reads the address from it", .enabled(if: Python.isPresent, "\(Python.absence)"))
    func reads() throws {
        let address = TOTP.random().uri(issuer: "Underlag", account: "anna.åberg@kommun.example")
        let picture = try #require(QRCode(address))
        #expect(try Python.run(Self.script, String(picture.side), picture.svgPath) == address)
    }

    @Test("Nothing, and too much, has no picture")
    func limits() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 5_000)) == nil)
    }
}
