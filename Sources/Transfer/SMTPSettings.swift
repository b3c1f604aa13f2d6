public import Foundation

/// How to reach the mail server.
public struct SMTPSettings: Sendable {
    /// What is between us and whoever might listen.
    public enum Privacy: String, Sendable, CaseIterable {
        /// Nothing. Only to this machine itself.
        case none
        /// TLS from the command STARTTLS on, as servers at port 587 want it. Without it nothing is sent.
        case startTLS = "starttls"
        /// TLS from the first byte, as servers at port 465 want it.
        case implicit
    }

    /// A name and its password.
    public struct Login: Sendable, CustomStringConvertible, CustomReflectable {
        let user: String
        let password: String

        /// A login. Have the password from a file or the environment, never from the command line.
        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        /// Says nothing of its contents.
        public var description: String { "Login" }
        /// Says nothing of its contents.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The server's name or number.
    public var host: String
    /// Its port.
    public var port: UInt16
    /// What is between us and whoever might listen.
    public var privacy: Privacy
    /// The login; `nil` for a server that wants none.
    public var login: Login?
    /// The certificates to trust, in PEM; `nil` for those of the system.
    public var certificates: URL?
    /// The longest that sending one mail may take.
    public var timeout: Duration

    /// Settings for `host`. STARTTLS at port 587 unless otherwise said.
    public init(
        host: String, port: UInt16 = 587, privacy: Privacy = .startTLS, login: Login? = nil, certificates: URL? = nil,
        timeout: Duration = .seconds(60)
    ) {
        self.host = host
        self.port = port
        self.privacy = privacy
        self.login = login
        self.certificates = certificates
        self.timeout = timeout
    }
}
