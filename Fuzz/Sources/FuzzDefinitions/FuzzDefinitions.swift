import Definitions
import Foundation

/// The files of a collection with NUL between them: collection.yaml, then its tables.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let parts = UnsafeBufferPointer(start: bytes, count: count).split(separator: 0, omittingEmptySubsequences: false)
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "fuzz-definitions-\(getpid())/testinsamling-2013")
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, part) in zip(["collection", "insatser", "avslutsorsaker"], parts) {
            // Never an empty file: reading one leaks in Foundation.
            try Data(part + [10]).write(to: folder.appending(path: name + ".yaml"))
        }
    } catch {
        fatalError("\(error)")
    }
    do {
        let library = try DefinitionLibrary(folder: folder.deletingLastPathComponent().path)
        let problems = library.lint()
        // Lint always says where, what and how.
        for problem in problems {
            guard problem.line >= 0, !problem.message(.sv).isEmpty, !problem.remedy(.en).isEmpty else {
                fatalError("\(problem)")
            }
        }
        _ = try library.collection("testinsamling-2013")
    } catch {
        // A `DefinitionError` is the right answer to most inputs.
    }
    return 0
}
