import Foundation
import TestSupport

extension TemporaryFolder {
    /// A program that does what `script` says, written by another process: were it written by this one, a program that
    /// some other test starts meanwhile could hold it open, and what is open for writing cannot be run.
    func program(_ name: String, _ script: String) throws -> URL {
        let file = file(name)
        let write = "printf '%s' \"$1\" > \"$2\" && chmod 755 \"$2\""
        _ = try Program.run(URL(filePath: "/bin/sh"), ["-c", write, "sh", "#!/bin/sh\n\(script)\n", file.path])
        return file
    }
}
