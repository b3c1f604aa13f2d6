public import Documents
public import Foundation
public import Frame
public import Secrets
public import Transfer
public import Web

/// How a portal is run: where, for whom, and how its mail leaves.
public struct PortalSettings: Sendable {
    /// The folder of the database; uploads on their way in lie beside it.
    public var folder: URL
    /// The address that is listened to; this machine alone unless told otherwise.
    public var address = "127.0.0.1"
    /// The port that is listened to.
    public var port = 8080
    /// Where visitors reach it, when a proxy stands before it; otherwise the address and port above.
    public var origin: Origin?
    /// The proxies that tell where a request comes from.
    public var proxies: [NetworkRange] = []
    /// The authority that runs it.
    public var host = Host.unnamed
    /// How mail leaves.
    public var mailer: any Mailer
    /// Who mail is from.
    public var sender: MailAddress
    /// What apps' secrets are sealed with in the database.
    public var sealingKey: SealingKey
    /// What exports are signed with; without it they carry digests only.
    public var signingKey: SigningKey?
    /// What documents are made with.
    public var press = PressSettings()
    /// What is special when everything is made up; `nil` in earnest.
    public var demonstration: DemonstrationSettings?

    /// Settings for a portal on this machine.
    public init(folder: URL, mailer: any Mailer, sender: MailAddress, sealingKey: SealingKey) {
        self.folder = folder
        self.mailer = mailer
        self.sender = sender
        self.sealingKey = sealingKey
    }

    /// What visitors write to reach it.
    var visited: Origin? { origin ?? Origin("http://\(address):\(port)") }
}
