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
                var text = String(decoding: contents, as: UTF8.self)
                text = text.split(separator: "<a:rPr", omittingEmptySubsequences: false)
                    .joined(separator: "<a:rPr lang=\"\(speech)\"")
                return Array(withoutPaths(text, pictures).utf8)
            }
        } catch {
            throw .file
        }
    }

    /// Descriptions end with two line breaks and the file they were read from.
    private static func withoutPaths(_ text: String, _ folder: String) -> String {
        var pieces = text.split(separator: "\n\n" + folder, omittingEmptySubsequences: false).map(String.init)
        for index in pieces.indices.dropFirst() { pieces[index] = String(pieces[index].drop { $0 != "\"" }) }
        return pieces.joined()
    }
}
