public import Markup

/// A small drawing that stands beside a word, never alone.
public enum Icon: String, Sendable, CaseIterable {
    case tick, cross, warning, info, none, clock, waiting, file, download, back, up, down, person, mail, note

    /// The drawing, hidden from screen readers: the word beside it says the same.
    public var html: HTML {
        """
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" \
        stroke-width="2"><path d="\(shape)"/></svg>
        """
    }

    private var shape: String {
        switch self {
        case .tick: "M2.5 8.5l3.5 3.5 7.5-8"
        case .cross: "M3.5 3.5l9 9m0-9l-9 9"
        case .warning: "M8 2L1.5 14h13zM8 6.5v3.5M8 11v1.6"
        case .info: "M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM8 7v4.6M8 4.2v1.7"
        case .none: "M3 8h10"
        case .clock: "M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM8 4.5V8l2.8 2"
        case .waiting: "M4 1.5h8M4 14.5h8M4.5 2v2.5L11.5 11.5V14M11.5 2v2.5L4.5 11.5V14"
        case .file: "M3.5 1.5h6l3 3.200v9.800h-9zM9 2v3.5h3.5"
        case .download: "M8 1.5v9m-3.5-3.5l3.5 3.700 3.5-3.700M2 14h12"
        case .back: "M10.5 2.5L5 8l5.5 5.5"
        case .up: "M3 10.5L8 5.5l5 5"
        case .down: "M3 5.5L8 10.5l5-5"
        case .person: "M8 2a3 3 0 110 6 3 3 0 010-6zM2.5 14.5c0-6.5 11-6.5 11 0"
        case .mail: "M1.5 3.5h13v9h-13zM2 4l6 5 6-5"
        case .note: "M2.5 2.5h11v8h-6l-3 3v-3h-2z"
        }
    }
}

extension HTML.StringInterpolation {
    /// The drawing.
    public mutating func appendInterpolation(_ icon: Icon) { appendInterpolation(icon.html) }
}
