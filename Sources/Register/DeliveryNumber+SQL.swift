package import Storage
import Vocabulary

extension DeliveryNumber {
    /// From the columns month, municipality and sequence, which begin at `column`.
    init?(_ row: any Row, at column: Int) {
        guard let municipality = Municipality(number: row.integer(column + 1)) else { return nil }
        self.init(
            month: Month(index: Int32(truncatingIfNeeded: row.integer(column))), municipality: municipality,
            sequence: row.integer(column + 2))
    }

    /// Finds the delivery, and what tables of other rooms say about it.
    package var condition: SQL {
        "month = \(Int(month.index)) AND municipality = \(Int(municipality.number)) AND sequence = \(sequence)"
    }
}
