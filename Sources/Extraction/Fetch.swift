import Checking
public import Foundation
import Tabular
public import Transfer
public import Vocabulary

/// Asks a case system's extract interface for what has changed, page by page (*hämtning*).
///
/// `GET <address>/<path>?modifiedAfter=…&offset=…&limit=…&key=…`, answered with `{TotalNumberOfRecords, Result[]}`.
public struct Fetch: Sendable {
    private let address: URL
    private let key: String
    private let domain: String?
    private let requester: HTTPRequester
    private let limit: Int
    private let wait: @Sendable (Duration) async throws -> Void

    /// A fetch from `address`, up to and with "Extract", with the municipality's key to it.
    ///
    /// - Parameters:
    ///   - limit: Records a page.
    ///   - wait: How to wait before trying again.
    public init(
        address: URL, key: String, domain: String? = nil, requester: HTTPRequester = HTTPRequester(), limit: Int = 500,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        (self.address, self.key, self.domain, self.requester) = (address, key, domain, requester)
        (self.limit, self.wait) = (limit, wait)
    }

    /// The key to the interface in `file`, without blanks around it.
    public static func key(file: URL) throws(ExtractionError) -> String {
        guard let bytes = FileManager.default.contents(atPath: file.path), bytes.count <= 4_096 else {
            throw .keyUnusable
        }
        let key = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty else { throw .keyUnusable }
        return key
    }

    /// Times a page is asked for before giving up.
    private static let mostTries = 6

    /// Fetches what has changed in every source of the mapping and delivers it, a set of pages at a time.
    ///
    /// After each delivery the place reached is put in `state`, so that a fetch that was broken off goes on from there;
    /// what it delivers twice is merged by record. When a source is at its end, the next fetch asks for what has changed
    /// since this one began.
    ///
    /// - Parameters:
    ///   - links: The file of what earlier extracts said of case and customer numbers, which this one adds to.
    ///   - began: When this fetch begins, "2023-09-05T06:00:00", as the system writes times.
    ///   - today: The day of the extract.
    ///   - pages: Pages a delivery; memory is bounded by them.
    public func run(
        _ extraction: Extraction, state file: URL, links: URL, began: String, today: Day, pages: Int = 20,
        deliver: (Extracted) async throws(ExtractionError) -> Void
    ) async throws(ExtractionError) {
        var state = try FetchState(file: file)
        for source in extraction.mapping.sources {
            guard let path = source.path else { continue }
            var isAtEnd = false
            while !isAtEnd {
                var place = state.sources[source.id] ?? FetchState.Place()
                if place.began == nil { place.began = began }
                var files: [InputFile] = []
                var next = place
                while files.count < pages, !isAtEnd {
                    let bytes = FileBytes(try await page(path, next))
                    files.append(InputFile(name: "\(source.id) \(next.offset)", bytes: bytes))
                    let records = try extraction.count(bytes)
                    next.offset += records
                    isAtEnd = records < limit
                }
                let extracted = extraction.map(files, today: today, links: try LinkTable(file: links))
                guard extracted.report.isComplete else { throw .incomplete(extracted.report) }
                try await deliver(extracted)
                try extracted.links.add(to: links)
                if isAtEnd { next = FetchState.Place(modifiedAfter: next.began) }
                state.sources[source.id] = next
                try state.save(to: file)
            }
        }
    }

    /// The next page of a source, as it came.
    private func page(_ path: String, _ place: FetchState.Place) async throws(ExtractionError) -> [UInt8] {
        var query = [
            URLQueryItem(name: "offset", value: String(place.offset)),
            URLQueryItem(name: "limit", value: String(limit)), URLQueryItem(name: "key", value: key),
        ]
        if let domain { query.append(URLQueryItem(name: "domain", value: domain)) }
        if let after = place.modifiedAfter { query.append(URLQueryItem(name: "modifiedAfter", value: after)) }
        let url = address.appending(path: path).appending(queryItems: query)
        var pause = Duration.seconds(1)
        var tries = 0
        while true {
            tries += 1
            let response: HTTPResponse
            do throws(TransferError) {
                response = try await requester.send(HTTPRequest("GET", url, headers: ["Accept": "application/json"]))
            } catch {
                guard tries < Self.mostTries, error.isWorthAnotherTry else { throw .transfer(error) }
                try await rest(pause)
                pause *= 2
                continue
            }
            if response.status == 200 { return response.body }
            guard tries < Self.mostTries, response.status == 429 || response.status >= 500 else {
                throw .refused(status: response.status)
            }
            // The server may say how long, within reason.
            if let seconds = response.headers["retry-after"].flatMap({ Int($0) }) {
                pause = .seconds(min(max(seconds, 1), 300))
            }
            try await rest(pause)
            pause *= 2
        }
    }

    private func rest(_ pause: Duration) async throws(ExtractionError) {
        do { try await wait(pause) } catch { throw .cancelled }
    }
}

extension TransferError {
    /// Whether the network may be better in a moment.
    fileprivate var isWorthAnotherTry: Bool {
        switch self {
        case .cannotConnect, .timedOut, .broken: true
        default: false
        }
    }
}
