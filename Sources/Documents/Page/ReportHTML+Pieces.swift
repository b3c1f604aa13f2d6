public import Markup
public import Reporting

// For a page on which something stands between the parts of a report, such as where it is made. All of it is to stand
// within an element of the class "report".
extension ReportHTML {
    /// A part's key figures or late registration; of diagrams nothing, which are drawn one by one.
    public func piece(_ part: ReportPart) -> HTML {
        switch part.content {
        case .tiles(let tiles): self.tiles(tiles)
        case .lateRegistration(let late): lateRegistration(late)
        case .diagrams: .empty
        }
    }

    /// A diagram with everything around it.
    public func piece(_ diagram: Diagram) -> HTML { diagrams([diagram]) }

    /// Changed definitions, and where the figures come from.
    public var pieceOfGround: HTML { changes + about }
}
