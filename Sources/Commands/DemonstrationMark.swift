import Demonstration
import Foundation
import Vocabulary

/// A file in the data folder that says that everything in it is made up, to people and to us.
enum DemonstrationMark {
    private static let name = "pahittade-uppgifter.txt"

    /// Puts the mark in `folder`.
    static func put(in folder: URL) throws {
        let text = Demonstration.warning.sv + "\n" + Demonstration.warning.en + "\n"
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// When the demonstration in `folder` was begun; now, and marked so, when there was none.
    static func begun(in folder: URL) throws -> Date {
        let file = folder.appending(path: name)
        if let made = try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date {
            return made
        }
        try put(in: folder)
        return Date()
    }

    /// What must be said with every figure from `folder`; `nil` when its deliveries are real.
    static func warning(in folder: URL, _ language: Language) -> String? {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
            ? Demonstration.warning[language] : nil
    }

    /// Refuses to put made-up figures, and people whose passwords everybody knows, in a folder where something is
    /// already, and to serve such a folder in earnest.
    static func refuseMixing(_ folder: URL, isDemonstration: Bool, _ language: Language) throws(Refusal) {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let isMarked = found.contains(name)
        if isDemonstration, !isMarked, !found.isEmpty {
            throw Refusal(
                64, language,
                sv: "Mappen \(folder.path) används redan. Ange en egen mapp för demonstrationen med --data.",
                en: "The folder \(folder.path) is in use. Give the demonstration a folder of its own by --data.")
        }
        if !isDemonstration, isMarked {
            throw Refusal(
                64, language,
                sv: "Mappen \(folder.path) har påhittade uppgifter och lösenord. Ange --demo eller en annan mapp.",
                en: "The folder \(folder.path) has made-up data and passwords. Give --demo or another folder.")
        }
    }
}
