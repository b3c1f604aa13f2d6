/// How far a conversation with a mail server has come, which decides what a refusal is about.
enum SMTPStep {
    /// Greetings, TLS and login.
    case greeting
    /// The sender has been told.
    case sender
    /// The recipient, or the mail itself.
    case mail

    /// The step that a command begins; `nil` for those that stay within a step.
    init?(_ command: UnsafeBufferPointer<CChar>) {
        switch String(decoding: command.prefix(4).map { UInt8(bitPattern: $0) }, as: UTF8.self) {
        case "MAIL": self = .sender
        case "RCPT", "DATA": self = .mail
        default: return nil
        }
    }

    /// What a server's refusal means at this step; `error` when there was no refusal.
    func error(_ exchange: CurlExchange, otherwise error: TransferError) -> TransferError {
        guard error == .broken || error == .loginRefused(reply: ""), let reply = Self.reply(exchange) else {
            return error
        }
        // A login is wanted, too weak, wrong, or wants TLS (RFC 4954, 6).
        let isAboutLogin = [530, 534, 535, 538].contains(exchange.status) || error != .broken
        if isAboutLogin { return .loginRefused(reply: reply) }
        return self == .mail ? .refused(reply: reply) : .turnedAway(reply: reply)
    }

    /// "550 5.1.1": the codes of the refusal (RFC 5321, 4.2, and RFC 3463) without its words, which may repeat an
    /// address or a part of the mail.
    private static func reply(_ exchange: CurlExchange) -> String? {
        // After the refusal may come the answer to our goodbye.
        guard exchange.status >= 400, let line = exchange.lines.last(where: { $0.hasPrefix("\(exchange.status)") })
        else {
            return nil
        }
        let enhanced = line.dropFirst(4).prefix { $0.isASCII && $0.isNumber || $0 == "." }
        return enhanced.contains(".") ? "\(exchange.status) \(enhanced)" : "\(exchange.status)"
    }
}
