package import Vocabulary
import Yams

/// The keys of a mapping in a definition file. Reading a key that is missing or of another shape notes a problem and
/// gives a stand-in, so that all problems of a file are found at once.
package struct DefinitionEntries {
    package let place: DefinitionNode
    private var entries: [(key: String, value: DefinitionNode)] = []
    package var problems: [DefinitionProblem] = []

    /// The keys of `place`; those outside `known` are problems.
    package init(_ place: DefinitionNode, known: [String]) {
        self.place = place
        guard let mapping = place.node.mapping else {
            problems.append(place.problem(.wrongShape(key: "…", expected: .mapping)))
            return
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if !known.contains(name) {
                problems.append(DefinitionNode(node: key, file: place.file).problem(.unknownKey(name, known: known)))
            }
            entries.append((name, DefinitionNode(node: value, file: place.file)))
        }
    }

    /// All keys, in the order of the file.
    package var keys: [String] { entries.map(\.key) }

    package subscript(_ key: String) -> DefinitionNode? { entries.first { $0.key == key }?.value }

    /// The value of `key` as `shape`; `nil`, and a problem, when it is missing or something else.
    package mutating func required<Value>(
        _ key: String, _ shape: DefinitionProblem.Shape, _ read: (DefinitionNode) -> Value?
    ) -> Value? {
        guard let node = self[key] else {
            problems.append(place.problem(.missing(key: key)))
            return nil
        }
        if let value = read(node) { return value }
        problems.append(node.problem(.wrongShape(key: key, expected: shape)))
        return nil
    }

    /// As `required`, but the key may be missing.
    package mutating func optional<Value>(
        _ key: String, _ shape: DefinitionProblem.Shape, _ read: (DefinitionNode) -> Value?
    ) -> Value? {
        self[key] == nil ? nil : required(key, shape, read)
    }

    package mutating func text(_ key: String) -> String { required(key, .text, \.text) ?? "" }

    package mutating func texts(_ key: String) -> [String] {
        (optional(key, .list, \.items) ?? []).compactMap(\.text)
    }

    package mutating func items(_ key: String) -> [DefinitionNode] { required(key, .list, \.items) ?? [] }

    /// A whole number within bounds; `standard` when missing, or a problem when there is none.
    package mutating func wholeNumber(_ key: String, _ bounds: ClosedRange<Int>, standard: Int? = nil) -> Int {
        if self[key] == nil, let standard { return standard }
        guard let value = required(key, .wholeNumber, { $0.text.flatMap { Int($0) } }) else { return bounds.lowerBound }
        if !bounds.contains(value) {
            let kind = DefinitionProblem.Kind.outOfBounds(
                key: key, value: value, minimum: bounds.lowerBound, maximum: bounds.upperBound)
            problems.append((self[key] ?? place).problem(kind))
        }
        return value
    }

    package mutating func number(_ key: String) -> Double {
        required(key, .number) { $0.text.flatMap { Double($0) } } ?? 0
    }

    package mutating func truth(_ key: String, standard: Bool) -> Bool {
        optional(key, .truth) { ["true": true, "false": false][$0.text ?? ""] } ?? standard
    }

    /// A text in both languages.
    package mutating func localized(_ key: String) -> Localized? {
        guard let node = self[key] else { return nil }
        var entries = DefinitionEntries(node, known: ["sv", "en"])
        let text = Localized(sv: entries.text("sv"), en: entries.text("en"))
        problems += entries.problems
        return text
    }

    package mutating func requiredLocalized(_ key: String) -> Localized {
        if self[key] == nil { problems.append(place.problem(.missing(key: key))) }
        return localized(key) ?? Localized(sv: "", en: "")
    }

    /// One of the words of `vocabulary`.
    package mutating func word<Value>(_ key: String, _ vocabulary: KeyValuePairs<String, Value>) -> Value? {
        let value = text(key)
        if let found = vocabulary.first(where: { $0.key == value }) { return found.value }
        if let node = self[key], node.text != nil {
            problems.append(node.problem(.unknownWord(key: key, value: value, known: vocabulary.map(\.key))))
        }
        return nil
    }
}
