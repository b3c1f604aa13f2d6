/// What is to be mended in a form that was sent: said above the page, and again at each field.
public struct FormErrors: Sendable, Equatable {
    /// One of them.
    public struct Item: Sendable, Equatable {
        /// The field's name, which is also its id on the page.
        public let field: String
        /// What to do: "Skriv din e-postadress, till exempel namn@kommun.se."
        public let message: String
    }

    /// In the order of the page.
    public private(set) var items: [Item] = []

    /// None.
    public init() {}

    /// One.
    public init(_ field: String, _ message: String) { add(field, message) }

    /// Puts one more last.
    public mutating func add(_ field: String, _ message: String) {
        items.append(Item(field: field, message: message))
    }

    /// Whether there is nothing to mend.
    public var isEmpty: Bool { items.isEmpty }

    /// What is said at `field`.
    public subscript(field: String) -> String? { items.first { $0.field == field }?.message }
}
