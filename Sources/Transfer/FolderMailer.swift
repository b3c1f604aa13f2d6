public import Foundation

/// Puts every mail in a folder, a file each, named by time: for demonstrations and tests. Only the owner may read them.
public struct FolderMailer: Mailer {
    private let folder: URL

    /// Writes into `folder`, which is made when missing. Throws `TransferError.cannotUseFile`.
    public init(folder: URL) throws(TransferError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotUseFile
        }
    }

    /// Writes one mail as "20130404T071200Z-id.eml": all of it, or nothing.
    public func send(_ message: MailMessage) async throws(TransferError) {
        let time = message.date.formatted(
            .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false)
                .timeSeparator(.omitted).timeZone(separator: .omitted))
        let name = "\(time)-\(message.safeID).eml"
        let unfinished = folder.appending(path: ".\(name)")
        do {
            let contents = Data(message.bytes(.file))
            guard
                FileManager.default.createFile(
                    atPath: unfinished.path, contents: contents, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            // Not `replaceItemAt`, which on Linux wants something to replace.
            guard rename(unfinished.path, folder.appending(path: name).path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        } catch {
            throw .cannotUseFile
        }
    }
}
