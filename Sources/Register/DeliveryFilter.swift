import Storage
public import Vocabulary

/// Which deliveries are asked for; `nil` = all.
public struct DeliveryFilter: Sendable {
    /// A collection's id.
    public var collection: String?
    /// About this municipality.
    public var municipality: Municipality?
    /// About this month.
    public var month: Month?
    /// With data, or with nothing to report.
    public var kind: Receipt.Kind?

    /// All deliveries, unless narrowed.
    public init(
        collection: String? = nil, municipality: Municipality? = nil, month: Month? = nil, kind: Receipt.Kind? = nil
    ) {
        self.collection = collection
        self.municipality = municipality
        self.month = month
        self.kind = kind
    }

    var condition: SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let collection { conditions.append("collection = \(collection)") }
        if let municipality { conditions.append("municipality = \(Int(municipality.number))") }
        if let month { conditions.append("month = \(Int(month.index))") }
        if let kind { conditions.append("kind = \(kind.rawValue)") }
        return SQL.joined(conditions, by: " AND ")
    }
}
