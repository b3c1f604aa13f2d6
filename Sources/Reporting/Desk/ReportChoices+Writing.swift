public import Vocabulary

extension ReportChoices {
    /// Writes `text` at `place`, or takes away what stood there when it is empty or what is proposed anyway.
    ///
    /// What stood there already keeps its author and its month: that it was sent along in a form is no sign of its having
    /// been read.
    public mutating func write(
        _ text: String, at place: TextPlace, instead proposal: String, by author: String, in month: Month
    ) {
        let text = text.trimmingBlanks
        if text.isEmpty || text == proposal {
            texts[place] = nil
        } else if texts[place]?.text != text {
            texts[place] = OwnText(text: text, author: author, month: month)
        }
    }

    /// Says that what was kept at `place` from an earlier month still holds in `month`; whose words they are stays so.
    public mutating func keep(_ place: TextPlace, in month: Month) { texts[place]?.month = month.iso }

    /// The ids of `parts` in the order chosen; those not named come after, in the order given.
    public func ordered(_ parts: [String]) -> [String] {
        order.filter(parts.contains) + parts.filter { !order.contains($0) }
    }

    /// Moves a part `steps` places down, or up when negative, among `parts`.
    public mutating func move(_ part: String, by steps: Int, among parts: [String]) {
        var ids = ordered(parts)
        guard let place = ids.firstIndex(of: part) else { return }
        ids.insert(ids.remove(at: place), at: min(max(place + steps, 0), ids.count - 1))
        order = ids
    }

    /// With every text as it can be kept; refuses one that is too long or has an identity number.
    func checked() throws(DeskRefusal) -> ReportChoices {
        var choices = self
        for (place, own) in texts.sorted(by: { $0.key.name < $1.key.name }) {
            choices.texts[place]?.text = try ReportText.place(place).checked(own.text)
        }
        return choices
    }
}
