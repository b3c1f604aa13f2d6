import Foundation
import Vocabulary

/// A new file that only its owner may read.
struct SecretFile {
    private let path: String
    private let handle: FileHandle
    private let language: Language

    /// Makes the file at `path`, which must not exist.
    init(_ path: String, _ language: Language) throws(Refusal) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? Refusal(
                    64, language, sv: "Filen \(path) finns redan. Välj ett annat namn.",
                    en: "There is a file \(path) already. Choose another name.") : Self.refusal(path, language)
        }
        self.path = path
        self.language = language
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes `text`, and sees to it that it is on disk.
    func write(_ text: String) throws(Refusal) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
        } catch {
            throw Self.refusal(path, language)
        }
    }

    /// Takes the file away again.
    func remove() { unlink(path) }

    private static func refusal(_ path: String, _ language: Language) -> Refusal {
        Refusal(
            70, language, sv: "Det gick inte att skriva till \(path). Kontrollera att mappen finns och har plats.",
            en: "Could not write to \(path). Check that the folder exists and has room.")
    }
}
