import Definitions
import Frame
import Hummingbird
import Markup
import Review
import Vocabulary

extension Page {
    func compiledComments(_ page: CompiledCommentsPage) -> Document {
        document(
            say("Synpunkter", "Comments"), over: say(page.collection.title),
            back: Link(say("Till Register", "To Register"), .registry)
        ) {
            """
            <p>\(say(
                "Det kommunerna tycker om insamlingen, ämne för ämne. Har en kommun svarat flera gånger visas det senaste.",
                "What the municipalities think of the collection, subject by subject. When a municipality has answered several times, the latest is shown."
            ))</p>
            \(choose(page.collection, among: page.collections))\
            \(page.current.map { comments(page, $0) } ?? "<p class=\"empty\">\(say("Insamlingen frågar inte efter synpunkter.", "The collection does not ask for comments."))</p>\n")
            """
        }
    }

    private func comments(_ page: CompiledCommentsPage, _ current: CommentsCompiled) -> HTML {
        let titles = Dictionary(
            uniqueKeysWithValues: (page.collection.form?.texts ?? []).map { ($0.id, say($0.title)) })
        let subjects = page.subjects.map { subject in
            Chip(
                titles[subject.subject] ?? subject.subject, count: subject.comments.count,
                path.with(CompiledCommentsPage.subject, subject.subject).with("sida", nil),
                isCurrent: subject.subject == current.subject)
        }
        let list = PageOfList(of: current.comments.count, path)
        let columns: [Column<CommentsCompiled.Comment>] = [
            Column(say("Kommun", "Municipality"), .rowHeader) { "\($0.municipality.name)" },
            Column(say("Synpunkt", "Comment")) { self.lines($0.text) },
            Column(say("Kom in", "Came in")) { "\(self.time($0.receivedAt))" },
        ]
        let files = Path.compiledComments.carrying([ReviewWord.collection, CompiledCommentsPage.subject], of: path)
        let named =
            page.mayName
            ? """
            \(fileLinks(files, CompiledCommentsPage.fileWithNames, say("med vem som svarar", "with who answers")))\
            <p class="hint">\(say(
                "Att du hämtar vem som svarar syns i kommunernas loggar.",
                "That you fetch who answers is seen in the municipalities' logs."))</p>

            """ as HTML : nil
        return """
            \(chips(say("Ämnen", "Subjects"), subjects))\
            \(table(titles[current.subject] ?? current.subject, Array(current.comments[list.range]), columns, empty: say("Ingen kommun har skrivit något om det.", "No municipality has written anything about it.")))\
            \(pager(list, things: say("synpunkter", "comments")))\
            \(fileLinks(files, CompiledCommentsPage.file))\(named)
            """
    }

    /// All subjects as a workbook, or the one shown as CSV.
    func commentsFile(_ page: CompiledCommentsPage, _ kind: TableFile) throws -> Response {
        let name = ["synpunkter", page.collection.id, kind == .csv ? page.current?.subject : nil]
        let subjects = kind == .csv ? [page.current].compactMap { $0 } : page.subjects
        return try file(
            subjects.map { $0.table(page.collection, language) }, kind, name.compactMap { $0 }.joined(separator: "-"))
    }
}
