import CCurl
import Foundation

/// Hands mail to a mail server (RFC 5321), one at a time on a thread of its own; the connection is kept between mails.
public struct SMTPMailer: Mailer {
    private let settings: SMTPSettings
    private let queue = CurlQueue()

    /// Mail by way of the server of `settings`; nothing is sent yet.
    ///
    /// Throws `TransferError.badAddress` for a host that is none, and `.notPrivate` when another machine is to be spoken
    /// to without TLS.
    public init(_ settings: SMTPSettings) throws(TransferError) {
        guard ServerName.isOne(settings.host) else { throw .badAddress }
        guard settings.privacy != .none || ServerName.isLoopback(settings.host) else { throw .notPrivate }
        self.settings = settings
    }

    /// Hands over one mail. When it returns, the server has said that it has it.
    public func send(_ message: MailMessage) async throws(TransferError) {
        let settings = settings
        try await queue.run { session throws(TransferError) in try Self.send(message, settings, session) }
    }

    private static func send(
        _ message: MailMessage, _ settings: SMTPSettings, _ session: CurlSession
    ) throws(TransferError) {
        let scheme = settings.privacy == .implicit ? "smtps" : "smtp"
        let server = "\(ServerName.inAddress(settings.host)):\(settings.port)"
        // After the slash, what we call ourselves: the name of this machine is nobody's business.
        session.set(CURLOPT_URL, "\(scheme)://\(server)/\(message.from.domain)")
        session.set(CURLOPT_PROTOCOLS_STR, scheme)
        // A proxy for the web, if the environment names one, is none for mail.
        session.set(CURLOPT_PROXY, "")
        if settings.privacy == .startTLS { session.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let certificates = settings.certificates { session.set(CURLOPT_CAINFO, certificates.path) }
        if let login = settings.login {
            session.set(CURLOPT_USERNAME, login.user)
            session.set(CURLOPT_PASSWORD, login.password)
        }
        session.set(CURLOPT_TIMEOUT_MS, settings.timeout)
        session.set(CURLOPT_MAIL_FROM, "<\(message.from.text)>")
        session.set(CURLOPT_MAIL_RCPT, ["<\(message.to.text)>"])
        session.set(CURLOPT_UPLOAD, 1)

        var step = SMTPStep.greeting
        let exchange = CurlExchange(sending: CurlSource(message.bytes(.wire)), replyLimit: 65_536) { command in
            step = SMTPStep(command) ?? step
        }
        do throws(TransferError) {
            try session.perform(exchange)
        } catch {
            throw step.error(exchange, otherwise: error)
        }
    }
}
