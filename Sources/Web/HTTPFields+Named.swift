import HTTPTypes

extension HTTPFields {
    /// The value of a field whose name HTTPTypes does not have, all values of it in one.
    subscript(name: HTTPField.Name?) -> String? { name.flatMap { self[$0] } }
}
