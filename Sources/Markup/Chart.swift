/// A chart, drawn for a wide and for a narrow place: a picture scaled down to a telephone has letters nobody can read.
public protocol Chart: Sendable {
    /// The chart drawn for a place of that width.
    func drawing(_ format: ChartFormat) -> Drawing
}

extension Chart {
    /// The chart for a wide window, a page or a slide.
    public func wide() -> Drawing { drawing(.wide) }

    /// The chart for a narrow window.
    public func narrow() -> Drawing { drawing(.narrow) }
}

/// How much room a chart has. Letters are of one size in both.
public enum ChartFormat: Sendable, CaseIterable {
    /// 720 units.
    case wide
    /// 336 units.
    case narrow

    /// Units across.
    public var width: Double { self == .wide ? 720 : 336 }

    /// How high the field is in which values stand.
    var fieldHeight: Double { self == .wide ? 264 : 200 }
}

/// The colours of charts. Neighbours in a stack differ by 3:1 in this order, and all do from white.
enum Ink {
    static let text = "#1b1b1b"
    static let weak = "#4b5563"
    static let rule = "#d1d5db"
    static let ground = "#ffffff"
    /// Unknown, other, and the year before last.
    static let rest = "#6b7280"
    static let first = "#12436d"
    static let second = "#b5530c"
    static let stack = [first, "#28a197", "#801650", "#f46a25"]
    static let pair = [first, "#f46a25"]

    /// What can be read on a stacked colour.
    static func onto(_ color: String) -> String { color == stack[1] || color == stack[3] ? text : ground }
}
