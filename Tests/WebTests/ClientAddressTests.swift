import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

struct ClientAddressTests {
    /// Who is connected, what is forwarded, and who it then is, with 127.0.0.0/8, 10.1.0.0/16 and 2001:db8::/32 as proxies.
    static let cases: [(String, String?, String)] = [
        ("192.0.2.1", nil, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.2.2.3", "10.2.2.3"),
        ("127.0.0.1", nil, "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, x", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        ("2001:db8::1", "[2a00::1]:4711", "2a00::1"),
        ("2001:db9::1", "2a00::1", "2001:db9::1"),
        ("::ffff:127.0.0.1", "2a00::1", "2a00::1"),
    ]

    @Test("What is forwarded is believed only of our own proxies", arguments: cases)
    func forwarded(peer: String, forwarded: String?, client: String) throws {
        let proxies = [
            try NetworkRange("127.0.0.0/8"), try NetworkRange("10.1.0.0/16"), try NetworkRange("2001:db8::/32"),
        ]
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
        if let forwarded { head.headerFields[try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let address = ClientAddress(of: request, from: try SocketAddress(ipAddress: peer, port: 1), proxies: proxies)
        #expect(address.description == client)
    }

    @Test("An address of IPv6 is counted with its whole subscription")
    func counted() {
        #expect(ClientAddress("2a00:1:2:3:4::5").counted == ClientAddress("2a00:1:2:3:ffff::6").counted)
        #expect(ClientAddress("2a00:1:2:3::5").counted != ClientAddress("2a00:1:2:4::5").counted)
        #expect(ClientAddress("192.0.2.1").counted != ClientAddress("192.0.2.2").counted)
        #expect(ClientAddress("::ffff:192.0.2.1").counted != ClientAddress("::ffff:192.0.2.2").counted)
    }

    @Test(
        "A range that is none is a setting that cannot be read",
        arguments: ["", "x", "10.0.0.0/33", "10.0.0.0/", "::/129", "10.0.0.0/-1"])
    func noRange(text: String) {
        #expect(throws: WebError.setting(name: "proxies")) { try NetworkRange(text) }
    }

    @Test("A range ends where its bits do")
    func range() throws {
        let range = try NetworkRange("192.0.2.64/26")
        #expect(range.contains("192.0.2.64") && range.contains("192.0.2.127"))
        #expect(!range.contains("192.0.2.63") && !range.contains("192.0.2.128"))
        #expect(try NetworkRange("0.0.0.0/0").contains("8.8.8.8") && !NetworkRange("0.0.0.0/0").contains("2a00::1"))
    }
}
