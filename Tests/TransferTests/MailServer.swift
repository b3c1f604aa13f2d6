import Foundation
import TestSupport
import Transfer

/// A real mail server: aiosmtpd, with TLS and login, that keeps what it is given and refuses whom it is told to.
final class MailServer: Sendable {
    enum Mode: String {
        case plain, startTLS = "starttls", implicit, silent, busy
    }

    /// A mail as the server read it.
    struct Received: Decodable, Equatable {
        let sender: String
        let recipients: [String]
        let headers: [String: String]
        let text: String
        let user: String?
        let isEncrypted: Bool
        let connection: Int
        let helo: String
        let longestLine: Int
        let isSevenBit: Bool
    }

    let folder: TemporaryFolder
    let certificate: Certificate
    private let server: PythonServer

    init(_ mode: Mode) throws {
        folder = try TemporaryFolder()
        certificate = try Certificate(in: folder)
        server = try PythonServer(
            Self.script, [mode.rawValue, certificate.file.path, certificate.key.path, folder.file("received").path])
    }

    func settings(_ privacy: SMTPSettings.Privacy, password: String? = "hemligt lösenord") -> SMTPSettings {
        SMTPSettings(
            host: "localhost", port: server.port, privacy: privacy,
            login: password.map { SMTPSettings.Login(user: "portal", password: $0) }, certificates: certificate.file,
            timeout: .seconds(20))
    }

    /// What has been received, in order.
    func received() throws -> [Received] {
        guard let lines = try? String(contentsOf: folder.file("received"), encoding: .utf8) else { return [] }
        return try lines.split(separator: "\n").map { try JSONDecoder().decode(Received.self, from: Data($0.utf8)) }
    }

    private static let script = """
        import asyncio, email, email.policy, json, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult
        mode, certificate, key, received = sys.argv[1:]
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)

        class Handler:
            async def handle_MAIL(self, server, session, envelope, address, options):
                if address.startswith("nobody"):
                    return "550 5.7.1 Sender %s rejected" % address
                envelope.mail_from = address
                return "250 OK"

            async def handle_RCPT(self, server, session, envelope, address, options):
                replies = {"unknown": "550 5.1.1 No %s here", "later": "451 4.3.0 Ask %s later", "closing": "421 Bye %s"}
                if address.split("@")[0] in replies:
                    return replies[address.split("@")[0]] % address
                envelope.rcpt_tos.append(address)
                return "250 OK"

            async def handle_DATA(self, server, session, envelope):
                message = email.message_from_bytes(envelope.content, policy=email.policy.default)
                if "refuse" in message["subject"]:
                    return "554-5.6.0 Your text was:\\r\\n554 5.6.0 " + message.get_content().split()[0]
                with open(received, "a") as file:
                    print(json.dumps({
                        "sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "headers": dict(message.items()),
                        "text": message.get_content().replace("\\r\\n", "\\n"), "helo": session.host_name, "connection": server.number,
                        "user": session.auth_data.decode() if session.auth_data else None,
                        "isEncrypted": server.transport.get_extra_info("ssl_object") is not None,
                        "longestLine": max(map(len, envelope.original_content.split(b"\\r\\n"))),
                        "isSevenBit": max(envelope.original_content) < 128}), file=file)
                return "250 OK"

        def authenticate(server, session, envelope, mechanism, data):
            if data.login == b"portal" and data.password == "hemligt l\\u00f6senord".encode():
                return AuthResult(success=True, auth_data=data.login)
            return AuthResult(success=False, handled=False)

        class Silent(asyncio.Protocol):
            pass

        class Busy(asyncio.Protocol):
            def connection_made(self, transport):
                transport.write(b"554-No service\\r\\n554 5.3.2 today\\r\\n")

        count = 0

        def protocol():
            global count
            if mode == "silent":
                return Silent()
            if mode == "busy":
                return Busy()
            count += 1
            starttls = {"tls_context": context, "require_starttls": True} if mode == "starttls" else {}
            login = {} if mode == "plain" else {
                "auth_required": True, "auth_require_tls": mode == "starttls", "authenticator": authenticate}
            server = SMTP(Handler(), hostname="mail.example", **starttls, **login)
            server.number = count
            return server

        async def main():
            server = await asyncio.get_running_loop().create_server(
                protocol, "127.0.0.1", 0, ssl=context if mode == "implicit" else None)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()

        asyncio.run(main())
        """
}
