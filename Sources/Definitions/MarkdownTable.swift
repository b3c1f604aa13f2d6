/// A table in Markdown.
enum MarkdownTable {
    static func text(_ headers: [String], _ rows: [[String]]) -> String {
        let lines = [headers, headers.map { _ in "---" }] + rows
        return lines.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
