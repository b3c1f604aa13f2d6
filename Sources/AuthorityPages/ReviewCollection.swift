import Definitions
import Frame
import Markup
import Vocabulary

extension House {
    /// The collection that an address asks for; the newest when it asks for none.
    func chosenCollection(_ path: Path) throws(PageError) -> Definitions.Collection {
        if let id = path[ReviewWord.collection] { return try collection(id) }
        guard let first = collections.first else { throw .notFound }
        return first
    }
}

extension Page {
    /// The collections to choose among; nothing while there is only one.
    func choose(_ collection: Definitions.Collection, among all: [Definitions.Collection]) -> HTML? {
        guard all.count > 1 else { return nil }
        return chips(
            say("Insamlingar", "Collections"),
            all.map { each in
                Chip(
                    say(each.title), path.page.with(ReviewWord.collection, each.id), isCurrent: each.id == collection.id
                )
            })
    }

    /// The months to choose among, and all of them together when that can be asked for.
    func choose(_ month: Month?, among months: [Month], all: String? = nil) -> HTML {
        let everything = all.map { Chip($0, path.of(nil), isCurrent: month == nil) }
        return chips(
            say("Månader", "Months"),
            [everything].compactMap { $0 }
                + months.map { Chip(capital($0), path.of($0), isCurrent: $0 == month) })
    }
}

extension Path {
    /// The same page about a month, from its beginning.
    fileprivate func of(_ month: Month?) -> Path {
        page.with(ReviewWord.collection, self[ReviewWord.collection]).with(ReviewWord.month, month?.iso)
    }

    /// The month after the question mark.
    var month: Month? { self[ReviewWord.month].flatMap { Month(iso: $0) } }
}
