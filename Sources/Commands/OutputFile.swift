import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where an answer is written: a file, or the screen.
final class OutputFile {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String?
    private let language: Language
    private var failed = false

    /// Opens `path`, or standard output for `nil`.
    init(_ path: String?, _ language: Language) throws {
        self.path = path
        self.language = language
        guard let path else {
            guard let file = fdopen(dup(STDOUT_FILENO), "w") else { throw Self.refusal("stdout", language) }
            self.file = file
            return
        }
        guard let file = fopen(path, "w") else { throw Self.refusal(path, language) }
        self.file = file
    }

    /// Refuses an answer that would be written over one of the files it is about, however their paths are written.
    static func refuse(_ path: String, overwriting inputs: [String], _ language: Language) throws(Refusal) {
        guard let output = FileIdentity(path) else { return }
        guard let input = inputs.first(where: { FileIdentity($0) == output }) else { return }
        throw Refusal(
            64, language, sv: "Svaret skulle skriva över din fil \(input). Ange något annat med -o.",
            en: "The answer would overwrite your file \(input). Give something else with -o.")
    }

    /// Makes the folder at `path`, with those above it, unless it is there.
    static func makeFolder(_ path: String, _ language: Language) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw refusal(path, language)
        }
    }

    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            if fwrite(bytes.baseAddress, 1, bytes.count, file) != bytes.count { failed = true }
        }
    }

    func write(_ bytes: [UInt8]) {
        if fwrite(bytes, 1, bytes.count, file) != bytes.count { failed = true }
    }

    /// Must be called last; tells when not all could be written.
    func finish() throws {
        if fclose(file) != 0 { failed = true }
        if failed { throw Self.refusal(path ?? "stdout", language) }
    }

    private static func refusal(_ path: String, _ language: Language) -> Refusal {
        Refusal(
            70, language, sv: "Det gick inte att skriva till \(path). Kontrollera att mappen finns och har plats.",
            en: "Could not write to \(path). Check that the folder exists and has room.")
    }
}
