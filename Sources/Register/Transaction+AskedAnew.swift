public import Storage

extension Transaction {
    /// Says whether the municipality has been asked to deliver anew (*återlämnad*). While it has, the same files are
    /// another version, where they would else be the same delivery come twice.
    public func setAskedAnew(_ number: DeliveryNumber, _ isAsked: Bool) throws {
        let delivery: SQL = "SELECT id FROM delivery WHERE \(number.condition)"
        try execute("DELETE FROM asked_anew WHERE delivery IN (\(delivery))")
        if isAsked { try execute("INSERT INTO asked_anew (delivery) \(delivery)") }
    }

    func isAskedAnew(_ delivery: Int) throws -> Bool {
        try first("SELECT delivery FROM asked_anew WHERE delivery = \(delivery)") { $0.integer(0) } != nil
    }
}
