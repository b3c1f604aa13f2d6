import Vocabulary
import Yams

/// A place in a definition file, and the list its problems go to.
package struct DefinitionNode {
    let node: Node
    package let file: String

    var line: Int { node.mark?.line ?? 1 }

    package func problem(_ kind: DefinitionProblem.Kind) -> DefinitionProblem {
        DefinitionProblem(file: file, line: line, kind: kind)
    }

    /// The text of a scalar.
    package var text: String? { node.scalar?.string }

    /// The items of a list; a single value is a list of one.
    package var items: [DefinitionNode]? {
        if let sequence = node.sequence { return sequence.map { DefinitionNode(node: $0, file: file) } }
        return node.scalar == nil ? nil : [self]
    }

    /// The month `2013-03`.
    var month: Month? { text.flatMap { Month(iso: $0) } }

    /// A date `2013-04-22`.
    var date: String? {
        guard let text, text.utf8.count == 10, let month = Month(iso: text.prefix(7)),
            text.utf8.dropFirst(7).first == UInt8(ascii: "-"), let day = Int(text.suffix(2)),
            (1...month.days).contains(day)
        else { return nil }
        return text
    }

    /// The root of the file's only document.
    package static func parse(_ text: String, file: String, problems: inout [DefinitionProblem]) -> DefinitionNode? {
        if let (name, line) = alias(in: text) {
            problems.append(DefinitionProblem(file: file, line: line, kind: .alias(name)))
            return nil
        }
        do {
            // Every scalar is read as the text it is, so that "no", 0180 and 2013-03 mean what they say.
            if let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() {
                return DefinitionNode(node: root, file: file)
            }
            problems.append(DefinitionProblem(file: file, line: 1, kind: .notYAML("empty file")))
        } catch let error as YamlError {
            let (line, detail) = error.place
            problems.append(DefinitionProblem(file: file, line: line, kind: .notYAML(detail)))
        } catch {
            problems.append(DefinitionProblem(file: file, line: 1, kind: .notYAML("\(error)")))
        }
        return nil
    }

    /// The first value that was named (`&name`) and is used again (`*name`). Looked for before the file is read, as
    /// reading a kilobyte of them could take a lifetime.
    private static func alias(in text: String) -> (name: String, line: Int)? {
        var (names, line, rest) = (Set<String>(), 1, Substring(text).utf8)
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
            let name = String(Substring(rest.prefix(while: \.isOfAnchor)))
            if name.isEmpty { continue }
            if byte == UInt8(ascii: "&") {
                names.insert(name)
            } else if names.contains(name) {
                return (name, line)
            }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it can stand in the name of an anchor.
    fileprivate var isOfAnchor: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension YamlError {
    fileprivate var place: (line: Int, detail: String) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, "duplicate key \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _):
            (1, problem)
        default:
            (1, "\(self)")
        }
    }
}
