/// One transaction, to be used only within the body it was given to.
public protocol Transaction {
    /// What the engine calls things.
    var dialect: Dialect { get }

    /// Runs one statement and lends its rows to `body` one by one.
    ///
    /// A row is valid during its call only. Throws `StorageError`, or what `body` throws.
    func forEach(_ sql: SQL, _ body: (any Row) throws -> Void) throws
}

extension Transaction {
    /// Runs one statement whose rows, if any, are of no interest.
    public func execute(_ sql: SQL) throws {
        try forEach(sql) { _ in }
    }

    /// What `read` makes of every row.
    public func all<Element>(_ sql: SQL, _ read: (any Row) throws -> Element) throws -> [Element] {
        var elements: [Element] = []
        try forEach(sql) { elements.append(try read($0)) }
        return elements
    }

    /// What `read` makes of the first row; `nil` without rows.
    public func first<Element>(_ sql: SQL, _ read: (any Row) throws -> Element) throws -> Element? {
        var element: Element?
        try forEach(sql) { row in
            if element == nil { element = try read(row) }
        }
        return element
    }

    /// The key of the row that `insertion`, which ends in `RETURNING id`, made.
    public func identity(of insertion: SQL) throws -> Int {
        guard let id = try first(insertion, { $0.integer(0) }) else {
            throw StorageError.failed(code: 0, message: "an insertion gave no row")
        }
        return id
    }
}
