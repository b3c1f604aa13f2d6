public import Foundation
public import Transfer

/// Where a demonstration's mail ends: a file each in a folder, and the latest in memory for a page to show.
public actor DemonstrationMailbox: Mailer {
    private let folder: FolderMailer
    /// The newest first.
    private(set) var latest: [MailMessage] = []

    /// A mailbox that writes into `folder`. Throws `TransferError.cannotUseFile`.
    public init(folder: URL) throws(TransferError) {
        self.folder = try FolderMailer(folder: folder)
    }

    /// Takes a mail.
    public func send(_ message: MailMessage) async throws(TransferError) {
        try await folder.send(message)
        latest.insert(message, at: 0)
        if latest.count > Self.mostKept { latest.removeLast() }
    }

    private static let mostKept = 1_000
}
