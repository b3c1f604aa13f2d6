import Foundation
import Subprocess
import SystemPackage

extension Configuration {
    /// `program` in a session of its own: when whoever runs it is cancelled, it ends with all that it has started, and at
    /// once, as a milder signal may be left unheard. Of our files it has none but those it is given.
    ///
    /// - Returns: `nil` when hardly any more files can be opened: were there too few, swift-subprocess 1.0.2 would end us,
    ///   or wait for ever.
    init?(_ program: URL, _ arguments: [String]) {
        let spare = (0..<32).map { _ in try? FileDescriptor.open("/dev/null", .readOnly, options: .closeOnExec) }
        for file in spare { try? file?.close() }
        guard !spare.contains(nil) else { return nil }
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        self.init(
            executable: .path(FilePath(program.path)), arguments: Arguments(arguments), platformOptions: options)
    }
}
