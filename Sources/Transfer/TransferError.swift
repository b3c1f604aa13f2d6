/// Why something could not be sent. Never with a password, an address or a line of what was sent.
public enum TransferError: Error, Sendable, Equatable {
    /// The settings ask for a connection that others could listen to: without TLS, to another machine.
    case notPrivate
    /// The address of the server or of a person is none, or a header has a line break.
    case badAddress
    /// There is no server at the address, or it does not answer there.
    case cannotConnect
    /// The server has no certificate that we trust, or offers no TLS.
    case notTrusted
    /// The server took too long.
    case timedOut
    /// The connection was lost, or the other end does not follow the protocol.
    case broken
    /// The mail server does not accept the login, or wants one; its reply, "535 5.7.8".
    case loginRefused(reply: String)
    /// The mail server does not take mail from us at all; its reply, "554 5.7.1".
    case turnedAway(reply: String)
    /// The mail server does not take this mail; its reply, "451 4.3.0" for later or "550 5.1.1" for never.
    case refused(reply: String)
    /// The answer is larger than was allowed.
    case tooLarge
    /// A file or folder of our own cannot be read or written.
    case cannotUseFile
    /// The task was cancelled.
    case cancelled

    /// Whether the same mail would meet the same answer tomorrow: there is no use in trying again.
    public var isFinal: Bool {
        switch self {
        case .refused(let reply): reply.hasPrefix("5")
        case .badAddress: true
        default: false
        }
    }

    /// Whether it is about this mail only; otherwise the next mail would fare no better now.
    public var concernsThisMail: Bool {
        switch self {
        // 421 is said of the whole connection.
        case .refused(let reply): !reply.hasPrefix("421")
        case .badAddress: true
        default: false
        }
    }
}
