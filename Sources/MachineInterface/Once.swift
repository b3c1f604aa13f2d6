import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Intake
import Publication
import Register
import Secrets
import Vocabulary

// What is asked for more than once is done once.

extension MachineInterface {
    /// An errand that is to be done now.
    enum Beginning {
        /// From its beginning.
        case new
        /// From the draft that its files are in.
        case begun(Draft.ID)
    }

    /// Does `work` unless the errand has been done, and gives the answer either way. `work` returns `nil` when the draft
    /// it was given is of no use any more.
    func once(
        _ errand: Errand, answers: [Submission.Confirmation] = [], _ call: Call,
        _ work: (Beginning) async throws -> Response?
    ) async throws -> Response {
        var useless: Draft.ID?
        let end = ContinuousClock.now + limits.patience
        while ContinuousClock.now < end {
            // Asked for anew each time: somebody else's errand is given up when its time is out.
            switch try await house.intake.begin(errand, answers: answers, except: useless, at: house.site.now()) {
            case .otherContent: throw Problem(.keyReused)
            case .done(let numbers): return try await receipt(numbers, answers, call)
            case .busy: try await Task.sleep(for: Self.wait)
            case .begun(let draft):
                if let response = try await work(.begun(draft)) { return response }
                useless = draft
            case .yours:
                do {
                    guard let response = try await work(.new) else { throw Problem(.replaced) }
                    return response
                } catch {
                    // Whoever asks again need not wait.
                    try await house.intake.abandon(errand)
                    throw error
                }
            }
        }
        throw Problem(.inProgress, headers: [.retryAfter: "5"])
    }

    private func receipt(
        _ numbers: [DeliveryNumber], _ answers: [Submission.Confirmation], _ call: Call
    ) async throws -> Response {
        guard let number = numbers.first else { throw Problem(.notFound) }
        let receipt = try await house.register.receipt(number)
        return try .created(
            receipt,
            text: receipt.text(
                call.language, of: try? collection(receipt.collection), answered: Set(answers.map(\.rule))))
    }

    private static let wait = Duration.milliseconds(200)
}

extension Call {
    /// What the system calls its errand; a name of our own when it does not say.
    func idempotencyKey() throws(Problem) -> String {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
            return Token.random().text
        }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid(
                "Idempotency-Key", sv: "Den har 1–255 tecken utan mellanslag och å, ä, ö.",
                en: "It has 1–255 characters without spaces, all of them ASCII.")
        }
        return key
    }
}
