import AccessLog
public import Foundation
import Storage
import Transfer
public import Vocabulary

extension Collecting {
    /// The manager of each municipality (*chef*) who has a copy of the calendar's third reminder and those after it.
    public func managers() async throws(CollectingError) -> [Municipality: String] {
        try await read { try $0.managers() }
    }

    /// Says who the manager is by an e-mail address; `nil` = nobody has a copy.
    public func setManager(
        _ email: String?, of municipality: Municipality, by: String, at time: Date
    ) async throws(CollectingError) {
        var address: String?
        if let email {
            guard let known = MailAddress(email.trimmingBlanks) else { throw .notAnAddress(.address) }
            address = known.text
        }
        try await write { [address] transaction in
            let number = Int(municipality.number)
            try transaction.execute("DELETE FROM manager WHERE municipality = \(number)")
            if let address {
                try transaction.execute("INSERT INTO manager (municipality, email) VALUES (\(number), \(address))")
            }
            try transaction.log(
                Event(
                    at: time, actor: by, organisation: .municipality(municipality), act: .changedOrganisation,
                    subject: municipality.code))
        }
    }
}
