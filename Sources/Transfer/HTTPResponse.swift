/// What a web server answered.
public struct HTTPResponse: Sendable {
    /// 200 and so on.
    public let status: Int
    /// Names in lower case and values; of a header that came more than once, the last.
    public let headers: [String: String]
    /// The contents.
    public let body: [UInt8]

    init(_ exchange: CurlExchange) {
        status = exchange.status
        body = exchange.body
        var headers: [String: String] = [:]
        for line in exchange.lines {
            // Another reply came before it, "100 Continue".
            if line.hasPrefix("HTTP/") { headers = [:] }
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[colon...].dropFirst().drop { $0 == " " })
        }
        self.headers = headers
    }
}
