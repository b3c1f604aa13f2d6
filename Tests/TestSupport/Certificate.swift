public import Foundation

/// A certificate for this machine that only those trust who are told to.
public struct Certificate: Sendable {
    /// In PEM.
    public let file: URL
    /// Its private key, in PEM.
    public let key: URL

    /// Makes one for "localhost" in `folder`.
    public init(in folder: TemporaryFolder, name: String = "server") throws {
        file = folder.file("\(name).pem")
        key = folder.file("\(name)-key.pem")
        try Program.run(
            URL(filePath: "/usr/bin/openssl"),
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key.path, "-out",
                file.path,
            ])
    }
}
