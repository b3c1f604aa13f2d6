/// A zip of a workbook whose parts are given: sheet, shared texts, styles, list of sheets. Members are stored.
///
/// Chance does not get past a CRC; so a fuzzer's bytes reach the XML readers in a package built around them.
public struct StoredPackage {
    /// The zip.
    public private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var members = 0

    /// The file a fuzzer's input stands for: itself when it begins like a zip, else its parts with NUL between them.
    public static func file(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if input.starts(with: "PK".utf8) { return Array(input) }
        return StoredPackage(parts: input.split(separator: 0, omittingEmptySubsequences: false)).bytes
    }

    /// A package of `parts`, and of what else a workbook must have.
    public init(parts: [some Sequence<UInt8>]) {
        let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
        for (name, part) in zip(names, parts) { add(name, Array(part)) }
        if parts.count < names.count {
            add(
                "xl/workbook.xml",
                Array("<workbook xmlns:r='\(Self.office)'><sheets><sheet name='A' r:id='r1'/></sheets></workbook>".utf8)
            )
        }
        add("_rels/.rels", Self.relationships(["officeDocument": "xl/workbook.xml"]))
        add(
            "xl/_rels/workbook.xml.rels",
            Self.relationships([
                "worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml",
            ]))
        add("[Content_Types].xml", Array("<Types/>".utf8))
        let start = bytes.count
        bytes += directory + word(0x0605_4b50) + word(0) + half(members) + half(members)
        bytes += word(directory.count) + word(start) + half(0)
    }

    private mutating func add(_ name: String, _ contents: [UInt8]) {
        // Flags, method, time and date are nothing; then CRC, both sizes, the name's length.
        let common =
            [UInt8](repeating: 0, count: 8) + word(crc(contents)) + word(contents.count) + word(contents.count)
            + half(name.utf8.count)
        directory += word(0x0201_4b50) + half(20) + half(20) + common + [UInt8](repeating: 0, count: 12)
        directory += word(bytes.count) + name.utf8
        bytes += word(0x0403_4b50) + half(20) + common + half(0) + name.utf8 + contents
        members += 1
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static func relationships(_ targets: [String: String]) -> [UInt8] {
        let list = targets.sorted { $0.key < $1.key }.map { type, target in
            "<Relationship Id='\(type == "worksheet" ? "r1" : type)' Type='\(office)/\(type)' Target='\(target)'/>"
        }
        return Array("<Relationships>\(list.joined())</Relationships>".utf8)
    }

    private func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8 & 0xff)] }
    private func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }

    private func crc(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }
}
