import Foundation
import TestSupport
import Testing

@testable import Transfer

@Suite("Connections whose other end has gone", .fewAtATime)
struct BrokenPipeTests {
    @Test("Writing to one fails, and does not end the program")
    func survives() async {
        // On a thread of its own kind: those that serve tasks may have their signals kept from them already.
        let written = await withCheckedContinuation { continuation in
            DispatchQueue(label: "broken pipe").async {
                let pipe = Pipe()
                try? pipe.fileHandleForReading.close()
                let descriptor = pipe.fileHandleForWriting.fileDescriptor
                continuation.resume(returning: BrokenPipe.ignored { write(descriptor, "a", 1) })
            }
        }
        #expect(written == -1)
    }
}
