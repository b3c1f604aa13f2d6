import Foundation
import Vocabulary

/// A file of certificates to trust, in PEM.
enum CertificateFile {
    /// Where it is; `nil` when none was given by `option`.
    static func url(_ path: String?, option: String, _ language: Language) throws(Refusal) -> URL? {
        guard let path else { return nil }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw Refusal(
                66, language, sv: "Filen \(path) går inte att läsa. Kontrollera \(option).",
                en: "The file \(path) cannot be read. Check \(option).")
        }
        return URL(filePath: path)
    }
}
