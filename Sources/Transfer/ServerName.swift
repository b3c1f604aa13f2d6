/// What is put in an address as the name of a server.
enum ServerName {
    /// Whether `host` is a name or a number that means nothing else in an address.
    static func isOne(_ host: String) -> Bool {
        !host.isEmpty && host.utf8.allSatisfy { $0.isLetterOrDigit || ".-:".utf8.contains($0) } && host.first != "-"
    }

    /// Whether `host` is this machine itself, so that nobody else can listen.
    static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host == "localhost" || host == "::1"
            || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
    }

    /// As it stands in an address: IPv6 numbers in brackets.
    static func inAddress(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
