import Foundation
import Subprocess
import SystemPackage

extension Configuration {
    /// `program` in a session of its own: when whoever runs it is cancelled, it ends with all that it has started, and at
    /// once, as a milder signal may be left unheard. Of our files it has none but those it is given.
    init(_ program: URL, _ arguments: [String]) {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        self.init(
            executable: .path(FilePath(program.path)), arguments: Arguments(arguments), platformOptions: options)
    }
}
