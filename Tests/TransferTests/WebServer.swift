import Foundation
import TestSupport
import Testing

/// A real web server that says what it was asked; with TLS unless told otherwise.
final class WebServer: Sendable {
    let certificate: Certificate
    private let folder: TemporaryFolder
    private let server: PythonServer
    private let scheme: String

    /// What the server was asked, as it answers at /echo.
    struct Asked: Decodable, Equatable {
        let method: String
        let path: String
        let headers: [String: String]
        let length: Int
        let digest: String
    }

    init(isEncrypted: Bool = true) throws {
        folder = try TemporaryFolder()
        certificate = try Certificate(in: folder)
        scheme = isEncrypted ? "https" : "http"
        server = try PythonServer(Self.script, [scheme, certificate.file.path, certificate.key.path])
    }

    func url(_ path: String, host: String = "localhost") throws -> URL {
        try #require(URL(string: "\(scheme)://\(host):\(server.port)\(path)"))
    }

    private static let script = """
        import hashlib, json, socket, ssl, struct, sys, time
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        scheme, certificate, key = sys.argv[1:]

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                if self.path == "/hangup":
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.close_connection = True
                    return self.connection.close()
                if self.path == "/silent":
                    return time.sleep(600)
                if self.path == "/full":
                    self.close_connection = True
                    self.reply(413, b"{}")
                    # Closing with bytes unread would take the answer back.
                    while self.rfile.read1(65536):
                        pass
                    return
                if self.path == "/elsewhere":
                    return self.reply(302, b"", ("Location", "/echo"))
                if self.path == "/endless":
                    self.send_response(200)
                    self.send_header("Transfer-Encoding", "chunked")
                    self.end_headers()
                    while True:
                        self.wfile.write(b"10000\\r\\n" + b"a" * 65536 + b"\\r\\n")
                rest = length = int(self.headers.get("Content-Length") or 0)
                digest = hashlib.sha256()
                while rest:
                    piece = self.rfile.read(min(rest, 65536))
                    digest.update(piece)
                    rest -= len(piece)
                self.reply(200, json.dumps({
                    "method": self.command, "path": self.path, "length": length, "digest": digest.hexdigest(),
                    "headers": {name.lower(): value for name, value in self.headers.items()}}).encode())

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

            def reply(self, status, body, *headers):
                self.send_response(status)
                for header in (("Content-Length", str(len(body))), ("X-Twice", "1"), ("X-Twice", "2: b"), *headers):
                    self.send_header(*header)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if scheme == "https":
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate, key)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
