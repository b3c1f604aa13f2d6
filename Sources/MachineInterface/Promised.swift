public import Foundation
import Frame
import Intake
import Vocabulary

// Deliveries whose check took longer than a system is made to wait.

extension MachineInterface {
    /// Goes on with the deliveries that were accepted to go on by themselves and that nobody has been at for a while, as
    /// when the machine has stopped. A fault in one does not stop the others, and is thrown when they are done.
    public func finishPromised(at time: Date) async throws {
        var fault: (any Error)?
        for draft in try await house.intake.takeOnPromised(at: time) {
            do { try await finish(draft, .sv) } catch { fault = error }
        }
        if let fault { throw fault }
    }

    /// Delivers a draft once it is checked, with the answers that came with it. What stops it is told to whoever asks for
    /// it; a fault of ours, or a database that is busy, is thrown, and it is tried again.
    func finish(_ id: Draft.ID, _ language: Language) async throws {
        do {
            if let checked = try await house.intake.outcome(of: id, language: language) {
                _ = try await submit(
                    checked, try await house.intake.answers(toErrandOf: id),
                    try collection(checked.draft.collection), language, at: house.site.now())
            }
        } catch {
            guard let problem = Problem(error), problem.kind != .unavailable else { throw error }
        }
        try await house.intake.endPromise(about: id)
    }
}
