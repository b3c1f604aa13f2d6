public import Definitions
public import Register
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

    /// Those of `receipts` that are of the collections shown here: extractions have pages of their own.
    public func collected(_ receipts: [Receipt]) -> [Receipt] {
        receipts.filter { receipt in collections.contains { $0.id == receipt.collection } }
    }
}
