import Tabular
import Vocabulary

/// What pandoc leaves undone in slides.
enum Slides {
    /// The slides with the language said, so that they are read aloud in it, and without the names of our files in the
    /// descriptions of pictures. `pictures` is the folder they were in.
    static func mended(_ bytes: [UInt8], pictures: String, language: Language) throws(DocumentError) -> [UInt8] {
        let speech = language == .sv ? "sv-SE" : "en-GB"
        do {
            return try ZipArchive(FileBytes(bytes), limits: ReadingLimits()).replacing { name, contents in
                guard name.hasPrefix("ppt/slides/slide") || name.hasPrefix("ppt/notesSlides/notesSlide"),
                    name.hasSuffix(".xml")
                else { return nil }
                let text = String(decoding: contents, as: UTF8.self)
                return Array(withoutPaths(spoken(text, speech), pictures).utf8)
            }
        } catch {
            throw .file
        }
    }

    /// Says the language of every piece of text, in place of the one it may have.
    private static func spoken(_ text: String, _ speech: String) -> String {
        let pieces = text.split(separator: "<a:rPr", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { text, piece in
            let tag = piece.prefix { $0 != ">" }
            let rest = piece[tag.endIndex...]
            let others = tag.split(separator: " lang=\"", maxSplits: 1, omittingEmptySubsequences: false)
            let kept = others.count < 2 ? String(tag) : others[0] + String(others[1].drop { $0 != "\"" }.dropFirst())
            text += "<a:rPr lang=\"\(speech)\"\(kept)\(rest)"
        }
    }

    /// Descriptions end with two line breaks and the file they were read from.
    private static func withoutPaths(_ text: String, _ folder: String) -> String {
        var pieces = text.split(separator: "\n\n" + folder, omittingEmptySubsequences: false).map(String.init)
        for index in pieces.indices.dropFirst() { pieces[index] = String(pieces[index].drop { $0 != "\"" }) }
        // Its mark for a picture with a caption.
        return pieces.joined().split(separator: "descr=\"fig:", omittingEmptySubsequences: false)
            .joined(separator: "descr=\"")
    }
}
