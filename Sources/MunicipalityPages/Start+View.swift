import Accounts
import Collecting
import Definitions
import Frame
import Intake
import Markup
import Register
import Vocabulary

extension Page {
    func start(_ start: StartPage) -> Document {
        let name = start.desk.person.name.split(separator: " ").first.map(String.init)
        return document(
            say("Start", "Start"), heading: name.map { say("Hej \($0)", "Hello \($0)") } ?? say("Start", "Start")
        ) {
            """
            \(start.panel)\(toDo(start))\(start.isNew && !start.work.isEmpty ? firstSteps(start.may) : nil)\
            \(start.work.map { "\(answers($0))\(overview($0, start.may))" as HTML })
            """
        }
    }

    private func toDo(_ start: StartPage) -> HTML {
        guard !start.work.isEmpty else {
            if start.panel != nil { return .empty }
            return notice(.info, say("Ingen insamling är öppen just nu.", "No collection is open now."))
        }
        // One button of a page is the first choice.
        var isFirst = true
        return start.work.map { work -> HTML in
            let panels = work.standings.due.map { standing -> HTML in
                defer { isFirst = false }
                return task(standing, work, start.may, isFirst: isFirst)
            }
            return "\(panels.isEmpty ? nothingDue(work) : panels.joined())\(beside(work, start.may))"
        }.joined()
    }

    /// A month with something to do about it.
    private func task(_ standing: MonthStanding, _ work: StartPage.Work, _ may: Rights, isFirst: Bool) -> HTML {
        let month = standing.period.month
        let look: ButtonLook = isFirst ? .primary : .secondary
        return panel("\(say(work.collection.title)), \(fullName(month))", tag: Tag(standing.standing)) {
            """
            <p>\(standing.dueExtension == nil ? nil : "\(say("Ni har fått anstånd.", "You have been given more time.")) " as HTML)\
            \(deadline(month, standing.state))</p>
            \(standing.duty.flatMap { units($0.units) })\(work.messages[month].map { message in
                """
                <p>\(say("Myndigheten har återlämnat leveransen och skriver:", "The authority has returned the delivery and writes:"))</p>
                <blockquote>\(lines(message))</blockquote>
                """ as HTML
            })\(standing.pending.map { "<p>\(file($0))</p>\n" as HTML })\
            \(may.deliver ? actions(choices(standing, look)) : nil)
            """
        }
    }

    /// The parts of the municipality that each owe figures of their own.
    private func units(_ units: [String]) -> HTML? {
        guard !units.isEmpty else { return nil }
        return "<p>\(say("Uppgifterna ska gälla", "The figures are to cover")): \(units.joined(separator: ", ")).</p>\n"
    }

    /// What can be done about a month, what is nearest first.
    private func choices(_ standing: MonthStanding, _ look: ButtonLook) -> HTML {
        let month = standing.period.month
        let deliver = say("Lämna uppgifter för \(name(month))", "Deliver for \(name(month))")
        let other = say("Lämna en annan fil", "Deliver another file")
        let nothing = link(
            say("Inget att rapportera", "Nothing to report"), .nothingToReport(month), about: fullName(month))
        guard let pending = standing.pending, let draft = pending.draft, standing.standing.status != .returned else {
            let again = say("Lämna på nytt för \(name(month))", "Deliver again for \(name(month))")
            return [
                buttonLink(standing.standing.status == .returned ? again : deliver, look, to: .deliver(month)),
                standing.standing.status == .returned ? .empty : nothing,
            ].joined(separator: "\n")
        }
        let next: String =
            switch pending.state {
            case .checking: say("Se hur det går", "See how it goes")
            case .faulty: say("Visa felen", "Show the errors")
            case .ready: say("Fortsätt och lämna in", "Continue and deliver")
            }
        return [buttonLink(next, look, to: .draft(draft.text)), link(other, .deliver(month)), nothing]
            .joined(separator: "\n")
    }

    /// How it stands with a file that has been put in and not delivered.
    func file(_ file: PendingFile) -> String {
        let at = time(file.at)
        switch file.state {
        case .checking:
            return say("En fil som laddades upp \(at) kontrolleras.", "A file uploaded \(at) is being checked.")
        case .faulty(let errors):
            let errors = count(errors, sv: ("fel att rätta", "fel att rätta"), en: ("error", "errors"))
            return say(
                "Filen som laddades upp \(at) har \(errors). Inget är inlämnat.",
                "The file uploaded \(at) has \(errors) to correct. Nothing has been delivered.")
        case .ready:
            return say(
                "Filen som laddades upp \(at) är kontrollerad men inte inlämnad.",
                "The file uploaded \(at) has been checked but not delivered.")
        }
    }

    private func nothingDue(_ work: StartPage.Work) -> HTML {
        let owed = work.standings.filter { $0.duty != nil }
        let opens = owed.compactMap { standing -> Day? in
            if case .notYetOpen(let opens) = standing.state { opens } else { nil }
        }.min()
        let next = opens.map { say(" Nästa öppnar \(date($0)).", " The next opens \(date($0)).") } ?? ""
        let receiving = owed.filter(\.state.receives)
        if receiving.contains(where: { $0.standing.status == .declined }) {
            return notice(.info) {
                """
                <p>\(say(
                    "Ni har meddelat att ni avstår från \(say(work.collection.title)). Ändrar ni er kan ni lämna uppgifter ändå.",
                    "You have said that you do not take part in \(say(work.collection.title)). Should you change your minds, you can still deliver."))</p>
                """
            }
        }
        guard !receiving.isEmpty else {
            return notice(.info, say("Ingen insamling är öppen just nu.", "No collection is open now.") + next)
        }
        // What is left of a month is said beside it; "all" would then be untrue.
        guard !receiving.contains(where: { $0.standing.status.isAnswered && !lacking($0, work).isEmpty }) else {
            return .empty
        }
        return notice(
            .ok,
            say(
                "Ni har lämnat för alla månader som är öppna i \(say(work.collection.title)). Du behöver inte göra något nu.",
                "You have delivered for all months that are open in \(say(work.collection.title)). You need not do anything now."
            ) + next)
    }

    /// What is left of months that are answered already: files put in since, and tables that have not come.
    private func beside(_ work: StartPage.Work, _ may: Rights) -> HTML? {
        guard may.deliver else { return nil }
        return work.standings.filter { $0.standing.status.isAnswered && $0.state.receives }.map { standing -> HTML in
            let month = standing.period.month
            if let pending = standing.pending, let draft = pending.draft {
                return notice(.warning) {
                    """
                    <p>\(capital(month)): \(file(pending)) \(say(
                        "Det som är inlämnat gäller tills du lämnar in den.",
                        "What has been delivered counts until you deliver it.")) \
                    \(link(say("Visa filen", "Show the file"), .draft(draft.text)))</p>
                    """
                }
            }
            let missing = lacking(standing, work).map { say($0.title) }
            guard !missing.isEmpty else { return .empty }
            return notice(.warning) {
                """
                <p>\(capital(month)): \(missing.joined(separator: ", ")) \(say(
                    "har inte lämnats.", "has not been delivered.")) \
                \(link(say("Lämna uppgifter för \(name(month))", "Deliver for \(name(month))"), .deliver(month))) \
                \(say("eller", "or")) \(link(say("säg att det inte finns något att rapportera", "say that there is nothing to report"), .nothingToReport(month))).</p>
                """
            }
        }.joined()
    }

    /// The tables of the collection of which nothing has come for a month.
    private func lacking(_ standing: MonthStanding, _ work: StartPage.Work) -> [Definitions.Table] {
        work.collection.tables.filter { !standing.tables.contains($0.id) }
    }

    private func answers(_ work: StartPage.Work) -> HTML? {
        guard !work.answered.isEmpty else { return nil }
        let items = work.answered.prefix(5).map { question in
            let at = question.entries.last(where: \.isFromAuthority)?.at
            return TaskItem(
                say(
                    "Svar på frågan om \(say(question.topic.title).lowercased())",
                    "Answer about \(say(question.topic.title).lowercased())"),
                .ourQuestion(question.id), hint: at.map { say("Besvarad \(time($0))", "Answered \(time($0))") })
        }
        return "<h2>\(say("Svar från myndigheten", "Answers from the authority"))</h2>\n\(tasks(items))"
    }

    private func overview(_ work: StartPage.Work, _ may: Rights) -> HTML {
        let years = Set(work.standings.map(\.period.month.year)).sorted(by: >)
        return years.map { year -> HTML in
            """
            <h2>\(say("Årsöversikt \(year)", "Overview of \(year)"))</h2>
            \(months(work.standings.filter { $0.period.month.year == year }, may))\
            <p>\(link(say("Hela året", "The whole year"), .year(year), about: String(year)))</p>
            """
        }.joined()
    }

    /// Months with how they stand, as a list.
    func months(_ standings: [MonthStanding], _ may: Rights) -> HTML {
        tasks(
            standings.map { standing in
                let month = standing.period.month
                guard standing.duty != nil || standing.latest != nil else {
                    return TaskItem(capital(month), nil, hint: say("Ni ska inte lämna något.", "You owe nothing."))
                }
                if case .notYetOpen(let opens) = standing.state {
                    return TaskItem(capital(month), nil, hint: say("Öppnar \(date(opens))", "Opens \(date(opens))"))
                }
                let path = standing.latest.map { Path.delivery($0.number) } ?? (may.deliver ? .deliver(month) : nil)
                return TaskItem(capital(month), path, tag: Tag(standing.standing), hint: about(standing))
            })
    }

    /// "Inlämnat 18 april 2013 kl. 9.12 · 214 hushåll · Sen".
    private func about(_ standing: MonthStanding) -> String? {
        guard let latest = standing.latest else {
            if standing.standing.status == .notApproved, let pending = standing.pending { return file(pending) }
            return standing.standing.isLate && standing.standing.status.isAwaited
                ? deadline(standing.period.month, standing.state) : nil
        }
        var parts = [say("Inlämnat \(time(latest.receivedAt))", "Delivered \(time(latest.receivedAt))")]
        if latest.kind == .data { parts.append(households(latest.rows)) }
        if standing.standing.isLate { parts.append(say("Sen", "Late")) }
        return parts.joined(separator: " · ")
    }

    /// "214 hushåll".
    func households(_ count: Int) -> String {
        self.count(count, sv: ("hushåll", "hushåll"), en: ("household", "households"))
    }

    private func firstSteps(_ may: Rights) -> HTML {
        var items = [TaskItem(say("Kontrollera dina uppgifter", "Check your details"), .account)]
        if may.invite { items.append(TaskItem(say("Bjud in en kollega", "Invite a colleague"), .ourMunicipality)) }
        if may.check {
            items.append(
                TaskItem(
                    say("Testa en fil", "Try a file"), .tryFile,
                    hint: say("Inget lämnas in.", "Nothing is delivered.")))
        }
        return "<h2>\(say("Kom igång", "First steps"))</h2>\n\(tasks(items))"
    }
}

extension StartPage {
    /// Whether the municipality has not delivered anything yet.
    fileprivate var isNew: Bool { work.allSatisfy { $0.standings.allSatisfy { $0.latest == nil } } }
}
