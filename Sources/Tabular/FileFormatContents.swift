/// The family a file belongs to, by its first bytes.
enum FileFormatContents {
    case blank
    case text
    case zip
    /// Microsoft's compound file, which is never a table to us; why.
    case compound(FileProblem)
    /// Something else; what, when known.
    case other(String?)

    init(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.prefix(1 << 16)
        let zip: [UInt8] = [0x50, 0x4b]
        let compound: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        if start.starts(with: zip), let third = start.dropFirst(2).first, [3, 5, 7].contains(third) {
            self = .zip
        } else if start.starts(with: compound) {
            self = .compound(Self.problem(inCompound: bytes))
        } else if let known = Self.signatures.first(where: { start.starts(with: $0.bytes) }) {
            self = .other(known.kind)
        } else if Self.isBlank(bytes) {
            self = .blank
        } else if start.contains(0), !Self.isUTF16(start) {
            self = .other(nil)
        } else if let markup = Self.markup(start) {
            self = .other(markup)
        } else {
            self = .text
        }
    }

    private static let signatures: [(kind: String, bytes: [UInt8])] = [
        ("pdf", Array("%PDF-".utf8)),
        ("png", [0x89] + Array("PNG".utf8)),
        ("jpeg", [0xff, 0xd8, 0xff]),
        ("gif", Array("GIF8".utf8)),
        ("rtf", Array("{\\rtf".utf8)),
        ("gzip", [0x1f, 0x8b]),
        ("7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
        ("rar", Array("Rar!\u{1a}".utf8)),
        ("elf", [0x7f] + Array("ELF".utf8)),
        ("sqlite", Array("SQLite format 3\0".utf8)),
        ("parquet", Array("PAR1".utf8)),
    ]

    /// Whether there is nothing but blanks and byte order marks.
    private static func isBlank(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            return bytes.dropFirst(2).allSatisfy { $0 == 0 || isBlank($0) }
        }
        return bytes.dropFirst(bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0).allSatisfy(isBlank)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0d ~= byte }

    /// Whether the zeros are those of Latin text in UTF-16: nearly all of every other byte, and none of the rest.
    private static func isUTF16(_ start: Slice<UnsafeRawBufferPointer>) -> Bool {
        if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) { return true }
        var zeros = [0, 0]
        for (place, byte) in start.enumerated() where byte == 0 { zeros[place & 1] += 1 }
        return min(zeros[0], zeros[1]) == 0 && max(zeros[0], zeros[1]) * 5 >= start.count * 2
    }

    /// Which markup or data language the text is written in, nil for none.
    private static func markup(_ start: Slice<UnsafeRawBufferPointer>) -> String? {
        let text = String(decoding: start.prefix(2_048).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
            .drop { $0.isWhitespace }
        guard let first = text.first, let second = text.dropFirst().first(where: { !$0.isWhitespace }) else {
            return nil
        }
        switch first {
        case "<" where ["<html", "<!doctype html", "<table", "<head", "<body"].contains { text.contains($0) }:
            return "html"
        case "<" where second == "?" || second == "!" || second.isLetter: return "xml"
        case "{" where second == "\"" || second == "}": return "json"
        case "[" where second == "\"" || second == "{" || second == "[": return "json"
        default: return nil
        }
    }

    /// What a compound file holds, by the streams its directory names; directory entries are 128 bytes apart.
    private static func problem(inCompound bytes: UnsafeRawBufferPointer) -> FileProblem {
        var problem = FileProblem.oldExcel
        for at in stride(from: 512, to: bytes.count, by: 128) {
            let entry = bytes[at...]
            if entry.starts(with: name("EncryptedPackage")) || entry.starts(with: name("EncryptionInfo")) {
                return .passwordProtected
            }
            if entry.starts(with: name("WordDocument")) { problem = .notATable(kind: "doc") }
            if entry.starts(with: name("PowerPoint Document")) { problem = .notATable(kind: "ppt") }
        }
        return problem
    }

    private static func name(_ stream: String) -> [UInt8] { stream.utf8.flatMap { [$0, 0] } }
}
