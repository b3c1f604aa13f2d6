import Accounts
import Frame
import HTTPTypes
import Hummingbird
import Web

extension Client {
    /// Whoever sent a request.
    init(_ request: Request, _ context: PortalContext) {
        self.init(
            address: context.clientAddress.description, description: Self.browser(request.headers[.userAgent] ?? ""),
            network: context.clientAddress.counted)
    }

    /// "Firefox, Windows", for a person to know a session by; "" when nothing is recognised.
    static func browser(_ agent: String) -> String {
        // Browsers name those they are like as well: the first that is found is the one.
        let browsers = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
            ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ]
        let found = [browsers, systems].compactMap { names in names.first { agent.contains($0.0) }?.1 }
        return found.joined(separator: ", ")
    }
}
