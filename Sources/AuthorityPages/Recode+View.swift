import Definitions
import Frame
import Markup
import Review
import Vocabulary

extension Page {
    func recode(_ list: RecodeList) -> Document {
        let undecided = list.shown(.undecided).count
        return document(say("Fritexter att placera", "Free texts to place"), over: say(list.collection.title)) {
            """
            \(reviewTabs(freeTexts: undecided))\(list.done.map { decided($0, list) })\
            \(choose(list.collection, among: list.collections))\
            <p>\(say(
                "Insatser som kommunerna har beskrivit med egna ord. Texter som säger samma sak står på en rad, och ett beslut gäller dem alla. Det som kommunen skrev ändras aldrig.",
                "Measures that municipalities have described in their own words. Texts that say the same stand on one row, and a decision holds for all of them. What the municipality wrote is never changed."
            )) \(link(say("Se vad besluten gör med antalen", "See what the decisions make of the counts"), Path.recodedCounts.with(ReviewWord.collection, path[ReviewWord.collection])))</p>
            \(choices(list))\(texts(list))
            """
        }
    }

    private func choices(_ list: RecodeList) -> HTML {
        chips(
            say("Visa", "Show"),
            RecodeList.Choice.allCases.map { choice in
                let title =
                    switch choice {
                    case .undecided: say("Att besluta", "To decide")
                    case .decided: say("Beslutade", "Decided")
                    case .all: say("Alla", "All")
                    }
                return Chip(
                    title, count: list.shown(choice).count,
                    path.with(RecodeList.choice, choice.rawValue).with("sida", nil).with(ReviewWord.done, nil),
                    isCurrent: choice == list.choice)
            })
    }

    /// What has just been decided, with a way back.
    private func decided(_ group: FreeTextGroup, _ list: RecodeList) -> HTML {
        let query = path.with(ReviewWord.done, nil).items
        let undoing = query.reduce(Path.recode(group.key).undoing) { $0.with($1.name, $1.value) }
        guard let target = group.recoding?.target else {
            return notice(
                .info, isNews: true,
                say("”\(safe(group.text))” är obeslutad igen.", "“\(safe(group.text))” is undecided again."))
        }
        return notice(.ok, isNews: true) {
            """
            <p><strong>\(typed(group.text))</strong>: \(self.target(target, group, list.collection)).</p>
            \(buttonForm(say("Ångra", "Undo"), .link, to: undoing, about: self.safe(group.text)))
            """
        }
    }

    private func texts(_ list: RecodeList) -> HTML {
        let shown = list.shown(list.choice)
        let part = PageOfList(of: shown.count, path)
        let query = path.with(ReviewWord.done, nil).items
        func place(_ group: FreeTextGroup) -> Path {
            query.reduce(Path.recode(group.key)) { $0.with($1.name, $1.value) }
        }
        let columns: [Column<FreeTextGroup>] = [
            Column(say("Text", "Text"), .rowHeader) { self.typed($0.text) },
            Column(say("Hushåll", "Households"), .number) { "\(self.number($0.households))" },
            Column(say("Kommuner", "Municipalities")) { "\(self.some($0.municipalities.map(\.name)))" },
            Column(say("Förslag", "Suggestion")) { group in
                "\(group.suggestion.map { self.target($0, group, list.collection) } ?? "–")"
            },
            Column(say("Godta", "Accept"), isTitleUnseen: true) { group in
                guard group.suggestion != nil, group.recoding == nil else { return .empty }
                let place = self.acceptance(of: group, query)
                return self.buttonForm(self.say("Godta", "Accept"), .secondary, to: place, about: self.safe(group.text))
            },
            Column(say("Beslut", "Decision")) { group in
                let target = group.recoding?.target.map { self.target($0, group, list.collection) }
                let title = group.recoding == nil ? self.say("Välj", "Choose") : self.say("Ändra", "Change")
                return
                    "\(target.map { "\($0)<br>" as HTML })\(self.link(title, place(group), about: self.safe(group.text)))"
            },
        ]
        return """
            \(table(caption(list, shown.count), Array(shown[part.range]), columns, empty: empty(list)))\
            \(pager(part, things: say("texter", "texts")))
            """
    }

    private func acceptance(of group: FreeTextGroup, _ query: [(name: String, value: String)]) -> Path {
        query.reduce(Path.recode(group.key).acceptance) { $0.with($1.name, $1.value) }
    }

    private func caption(_ list: RecodeList, _ count: Int) -> String {
        let texts = self.count(count, sv: ("text", "texter"), en: ("text", "texts"))
        switch list.choice {
        case .undecided:
            return say("\(texts) att besluta om, vanligast först", "\(texts) to decide on, the most common first")
        case .decided: return say("\(texts) med beslut, vanligast först", "\(texts) decided on, the most common first")
        case .all: return say("\(texts), vanligast först", "\(texts), the most common first")
        }
    }

    private func empty(_ list: RecodeList) -> String {
        if list.all.isEmpty {
            return say("Ingen kommun har skrivit någon fritext.", "No municipality has written a free text.")
        }
        return list.choice == .undecided
            ? say("Alla fritexter har ett beslut.", "All free texts are decided on.")
            : say("Inget är beslutat än.", "Nothing has been decided yet.")
    }

    /// "Uppsala, Knivsta, Tierp och 4 till".
    private func some(_ names: [String]) -> String {
        guard names.count > 4 else { return names.joined(separator: ", ") }
        let rest = number(names.count - 3)
        return names.prefix(3).joined(separator: ", ") + say(" och \(rest) till", " and \(rest) more")
    }

    /// Where a free text is put: "3 Kurs", "Kvar i kod 8", "Utanför modellen".
    func target(_ target: Recoding.Target, _ group: FreeTextGroup, _ collection: Definitions.Collection) -> String {
        let table = collection.table(group.table)
        switch target {
        case .code(let code): return "\(code) \(table.flatMap { label(of: code, in: $0, collection) } ?? "")"
        case .stays:
            let own = table?.freeTextCode.map(String.init) ?? ""
            return say("Kvar i kod \(own)", "Stays in code \(own)")
        case .outsideModel: return say("Utanför modellen", "Outside the model")
        }
    }

    /// What a code of the table is called.
    func label(of code: Int, in table: Definitions.Table, _ collection: Definitions.Collection) -> String? {
        table.fields.first { $0.code == code }?.codeList.flatMap(collection.codeList)?
            .codes.first { $0.value == code }.map { say($0.shortLabel) }
    }
}
