import Accounts
import Definitions
import Foundation
public import Intake
public import Storage
import Vocabulary

extension Collecting {
    /// Writes to whoever put in a file that took long to check: how many errors it has, or that it can be delivered.
    ///
    /// To be given to `Intake` as what it does after a late check, in the transaction that records it. Who put in a
    /// file through an API key asks for the answer there, and a test is nobody's business.
    public func tellOfLateCheck(_ transaction: any Transaction, _ draft: Draft) throws {
        guard draft.purpose == .delivery, draft.isOpen, let month = draft.month, let email = draft.sender.email,
            let file = PendingFile(draft.inBrief),
            let collection = collections.first(where: { $0.id == draft.collection })
        else { return }
        let (time, municipality) = (draft.updatedAt, draft.municipality)
        let post = post(at: time)
        let extended = try transaction.extensions(collection.id, month)[municipality]?.until
        let due = try transaction.period(collection, month).due(extended: extended)
        let link = post.address(.draft(draft.id.text))
        let letter: Letter
        switch file.state {
        case .checking: return
        case .faulty(let errors):
            letter = .faulty(collection, month, municipality, errors: errors, due: due, today: Day(time), link: link)
        case .ready: letter = .ready(collection, month, municipality, due: due, today: Day(time), link: link)
        }
        let reader = try transaction.contacts(of: .municipality(municipality)).people.first { $0.email == email }
        try post.send(letter, to: email, reader?.language ?? .sv, transaction)
    }
}
