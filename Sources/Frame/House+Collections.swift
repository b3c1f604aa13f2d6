public import Definitions
public import Vocabulary

extension House {
    /// The collection that a month belongs to: the newest, should several have it.
    public func collection(of month: Month) throws(PageError) -> Definitions.Collection {
        guard let collection = collections.first(where: { $0.calendar.period(month) != nil }) else { throw .notFound }
        return collection
    }

    /// The collection called `id`.
    public func collection(_ id: String) throws(PageError) -> Definitions.Collection {
        guard let collection = collections.first(where: { $0.id == id }) else { throw .notFound }
        return collection
    }
}
