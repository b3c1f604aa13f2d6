public import Frame
import HTTPTypes
public import Hummingbird
import Vocabulary
public import Web

/// `/api/v1`: check, submit, status, receipts and obligations for case systems, by API key; and `/api`, the page about it.
public struct MachineInterface: Sendable {
    let house: House
    let limits: Limits
    let usage: any UsageStore

    /// How often a system may ask, and how long it waits for itself.
    public struct Limits: Sendable {
        /// Requests by a key.
        public var requests = Allowance(300, in: 60)
        /// Files checked or delivered by a key.
        public var files = Allowance(60, in: 60)
        /// Keys that are not good, from a network address.
        public var wrongKeys = Allowance(30, in: 60)
        /// How long a request waits for the same request that came before it: longer than one may hold an errand.
        public var patience = Duration.seconds(15)

        /// Three hundred requests, sixty of them with files, and thirty wrong keys a minute, unless told otherwise.
        public init() {}
    }

    /// The interface of `house`; what is used of the limits is kept in `usage`.
    public init(_ house: House, limits: Limits = Limits(), usage: any UsageStore = UsageMemory()) {
        self.house = house
        self.limits = limits
        self.usage = usage
    }

    /// Adds the addresses to `router`.
    public func add(to router: Router<PortalContext>) {
        router.get(Path.api.route) { _, context in context.page.guide(house.site.origin) }
        router.get(Path.apiDescription.route) { request, context in
            let chosen = context.path["sprak"] == nil ? Language(preferredBy: request) : context.language
            return try Response.json(
                Description(
                    endpoints, origin: house.site.origin, examples: house.collections.first.map { Examples($0) }, chosen
                ).json)
        }
        for endpoint in endpoints {
            router.on(endpoint.route, method: endpoint.method) { request, context in
                try await answer(request, context, endpoint)
            }
        }
        // Whatever else is asked for here is answered in the same form.
        let used = Dictionary(grouping: endpoints, by: \.path).mapValues { $0.map(\.method) }
        for (path, methods) in used {
            let allowed = methods.contains(.get) ? methods + [.head] : methods
            for method in Self.methods where !allowed.contains(method) {
                router.on(RouterPath(Self.base.text + "/" + path), method: method) { request, context in
                    let names = allowed.map(\.rawValue).sorted().joined(separator: ", ")
                    return try refusal(Problem(.methodNotAllowed, headers: [.allow: names]), request, context)
                }
            }
        }
        for method in Self.methods {
            router.on(RouterPath(Self.base.text + "/**"), method: method) { request, context in
                try refusal(Problem(.notFound), request, context)
            }
        }
    }

    /// All that a system can ask for.
    var endpoints: [Endpoint] {
        checkEndpoints + deliveryEndpoints + [nothingToReportEndpoint] + obligationEndpoints + collectionEndpoints
    }

    /// Where the interface begins.
    static let base = Path.api.under("v1")

    private static let methods: [HTTPRequest.Method] =
        [.get, .head, .post, .put, .patch, .delete, .options, .trace] + [HTTPRequest.Method("QUERY")].compactMap { $0 }
}

extension Path {
    /// What the interface for machines has, by OpenAPI.
    static let apiDescription = MachineInterface.base.under("openapi.json")
}
