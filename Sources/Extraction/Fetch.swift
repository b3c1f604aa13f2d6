import Checking
import Definitions
public import Foundation
import Tabular
public import Transfer
import Vocabulary

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

    /// Fetches what has changed in every source of the mapping since the fetch before, and delivers it as one extract,
    /// made when the fetch began: all of it or nothing.
    ///
    /// The pages that have come are kept sealed beside `state` until they are delivered, so that a fetch that was broken
    /// off goes on where it was. Only then does the state move on: the next fetch asks for what has changed since this
    /// one began.
    ///
    /// - Parameters:
    ///   - links: The file of what earlier extracts said of case and customer numbers, which this one adds to.
    ///   - now: When this fetch begins; one that goes on began when its first part did.
    ///   - deliver: Is given what was made, and when the fetch began. Not called when nothing has changed.
    public func run(
        _ extraction: Extraction, state file: URL, links: URL, at now: Date,
        deliver: (Extracted, _ began: Date) async throws(ExtractionError) -> Void
    ) async throws(ExtractionError) {
        var state = try FetchState(file: file)
        let pages = try FetchedPages(folder: file.appendingPathExtension("sidor"), key: extraction.sealingKey)
        if state.began == nil {
            try pages.clear()
            state.began = now
            try state.save(to: file)
        }
        let began = state.began ?? now
        let sources = extraction.mapping.sources.filter { $0.path != nil }
        for source in sources {
            try await fetch(source, after: state.sources[source.id]?.modifiedAfter, into: pages, extraction)
        }
        let all = sources.flatMap { source in pages.numbers(of: source).map { (source: source, number: $0) } }
        var extracted = try extraction.map(
            all.map { $0.source.path ?? "" }, today: SwedishTime(began).day,
            links: try LinkTable(file: links), telling: Set(state.tables ?? [])
        ) { (place: Int) throws(ExtractionError) in
            guard let page = try pages.page(all[place].number, of: all[place].source) else { throw .stateUnusable }
            return FileBytes(page)
        }
        extracted.report = extracted.report.joined
        guard extracted.report.isComplete else { throw .incomplete(extracted.report) }
        if !extracted.files.isEmpty { try await deliver(extracted, began) }
        try extracted.links.add(to: links)
        for source in sources { state.sources[source.id] = .init(modifiedAfter: Self.clock(began)) }
        state.tables = Set(state.tables ?? []).union(extracted.report.rows.keys).sorted()
        state.began = nil
        try state.save(to: file)
        try pages.clear()
    }

    /// Asks for the pages of a source that have not come, until all of its records have: as many as the server says that
    /// there are, or else until a page is empty. A server may give fewer a page than it is asked for.
    private func fetch(
        _ source: Mapping.Source, after: String?, into pages: FetchedPages, _ extraction: Extraction
    ) async throws(ExtractionError) {
        var (came, total, number) = (0, Int?.none, 0)
        var last: [UInt8] = []
        while true {
            let kept = try pages.page(number, of: source)
            let bytes: [UInt8]
            if let kept { bytes = kept } else { bytes = try await page(source, after: after, from: came) }
            let page = try extraction.count(FileBytes(bytes), named: source.path ?? "")
            total = page.total ?? total
            guard page.records > 0 else {
                guard came >= total ?? 0 else { throw .recordsMissing(source: source.id, came: came, of: total) }
                return
            }
            // The same page again: the server heeds no offset, and nobody knows how much there is.
            guard bytes != last else { throw .recordsMissing(source: source.id, came: came, of: total) }
            if kept == nil { try pages.keep(bytes, number, of: source) }
            came += page.records
            if came == total { return }
            number += 1
            last = bytes
        }
    }

    /// As the system writes times, on Swedish clocks: "2023-09-05T06:00:00".
    private static func clock(_ time: Date) -> String {
        let clock = SwedishTime(time)
        func two(_ number: Int) -> String { String(number).zeroPadded(to: 2) }
        return "\(clock.day.iso)T\(two(clock.hour)):\(two(clock.minute)):00"
    }

    /// A page of a source, as it came.
    private func page(
        _ source: Mapping.Source, after: String?, from offset: Int
    ) async throws(ExtractionError) -> [UInt8] {
        var query = [
            URLQueryItem(name: "offset", value: String(offset)),
            URLQueryItem(name: "limit", value: String(limit)), URLQueryItem(name: "key", value: key),
        ]
        if let domain { query.append(URLQueryItem(name: "domain", value: domain)) }
        if let after { query.append(URLQueryItem(name: "modifiedAfter", value: after)) }
        let url = address.appending(path: source.path ?? "").appending(queryItems: query)
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
