import Foundation
import Transfer
import Vocabulary

/// Asks a portal's interface for machines, again and again when the network or the portal has no time.
struct PortalClient {
    private let base: URL
    private let key: String
    private let language: Language
    private let requester: HTTPRequester

    /// The interface of the portal at `address`.
    init(_ address: URL, key: String, certificates: URL?, _ language: Language) {
        base = address.appending(path: "api/v1")
        self.key = key
        self.language = language
        requester = HTTPRequester(certificates: certificates)
    }

    /// What the portal answers when it has had time to.
    func send(
        _ method: String, _ path: String, query: [URLQueryItem] = [], headers: [String: String] = [:],
        body: HTTPRequest.Body? = nil
    ) async throws -> HTTPResponse {
        var url = base.appending(path: path)
        if !query.isEmpty { url.append(queryItems: query) }
        let own = [
            "Authorization": "Bearer \(key)", "Accept-Language": language.rawValue,
            "Accept": "application/json, application/problem+json",
        ]
        let request = HTTPRequest(method, url, headers: own.merging(headers) { $1 }, body: body)
        var pause = Duration.milliseconds(500)
        for _ in 1..<Self.tries {
            do throws(TransferError) {
                let response = try await requester.send(request)
                guard response.isForLater else { return response }
                if let wait = response.headers["retry-after"].flatMap({ Int($0) }) {
                    pause = .seconds(min(max(wait, 1), Self.longestWait))
                }
            } catch {
                guard error.isPassing else { throw Refusal(error, base, language) }
            }
            try await Task.sleep(for: pause)
            pause *= 2
        }
        do throws(TransferError) {
            return try await requester.send(request)
        } catch {
            throw Refusal(error, base, language)
        }
    }

    /// Times that the portal is asked before we give up.
    private static let tries = 5
    /// Seconds that a portal may make us wait between.
    private static let longestWait = 60
}

extension HTTPResponse {
    /// Whether the same request may fare better in a while.
    var isForLater: Bool {
        status == 429 || status >= 500 || status == 409 && headers["retry-after"] != nil
    }
}

extension TransferError {
    /// Whether the same request may fare better in a while. It is safe to send again: the portal does it once.
    fileprivate var isPassing: Bool {
        switch self {
        case .cannotConnect, .timedOut, .broken: true
        default: false
        }
    }
}

extension Refusal {
    /// Why a portal could not be asked.
    fileprivate init(_ error: TransferError, _ address: URL, _ language: Language) {
        let place = address.host() ?? ""
        switch error {
        case .notPrivate:
            self.init(
                64, language, sv: "Utan https går det bara att lämna in till den egna datorn. Skriv https://\(place)",
                en: "Without https one can only deliver to this computer. Write https://\(place)")
        case .badAddress:
            self.init(
                64, language, sv: "\(place) är ingen adress. Kontrollera --server.",
                en: "\(place) is no address. Check --server.")
        case .cannotConnect:
            self.init(
                69, language,
                sv: "Portalen på \(place) svarar inte. Inget är inlämnat. Kontrollera --server och nätet.",
                en: "The portal at \(place) does not answer. Nothing is submitted. Check --server and the network.")
        case .notTrusted:
            self.init(
                69, language,
                sv:
                    "Portalen på \(place) har inget certifikat som datorn litar på. Ange det med --ca-file om det är rätt.",
                en:
                    "The portal at \(place) has no certificate that this computer trusts. Give it by --ca-file if it is right."
            )
        case .timedOut, .broken:
            self.init(
                75, language,
                sv: "Förbindelsen med \(place) bröts. Kör samma kommando igen: filen lämnas ändå bara in en gång.",
                en:
                    "The connection with \(place) was lost. Run the same command again: the file is still submitted once."
            )
        case .cannotUseFile:
            self.init(66, language, sv: "En fil gick inte att läsa.", en: "A file could not be read.")
        default:
            self.init(
                70, language, sv: "Portalen på \(place) svarar något som inte går att förstå.",
                en: "The portal at \(place) answers something that cannot be understood.")
        }
    }
}
