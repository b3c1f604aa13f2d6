/// A way for mail to leave.
public protocol Mailer: Sendable {
    /// Sends one mail. When it returns, the next server, or the disk, has it.
    func send(_ message: MailMessage) async throws(TransferError)
}
