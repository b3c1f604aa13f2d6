import Storage

extension AccessLog {
    /// Adds several lines at once: all of them are kept, or none.
    public func add(_ events: [Event]) async throws {
        try await database.write { transaction in
            for event in events { try transaction.log(event) }
        }
    }
}
