public import Vocabulary

extension PortalContext {
    /// The month at ":month" in the address.
    public func month() throws(PageError) -> Month {
        guard let month = Month(iso: try parameter("month")) else { throw .notFound }
        return month
    }

    /// The municipality at ":municipality" in the address.
    public func municipality() throws(PageError) -> Municipality {
        guard let municipality = Municipality(code: try parameter("municipality")) else { throw .notFound }
        return municipality
    }

    /// The number at `name` in the address.
    public func number(_ name: String) throws(PageError) -> Int {
        guard let number = Int(try parameter(name)) else { throw .notFound }
        return number
    }
}
