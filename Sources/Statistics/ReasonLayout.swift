public import Definitions

/// Which stored columns of a table are codes of a list (*avslutsorsaker*): registerledare, medsökande, hushåll.
public struct ReasonLayout: Sendable {
    /// The code columns, in the table's order.
    public let fields: [Field]
    /// The codes they may have.
    public let list: CodeList

    /// The code fields of `table` that share its first code list; `nil` if it has none.
    public init?(_ table: Table, of collection: Collection) {
        guard let id = table.fields.lazy.compactMap(\.listOfCodes).first, let list = collection.codeList(id) else {
            return nil
        }
        self.list = list
        fields = table.fields.filter { $0.listOfCodes == id }
    }
}
