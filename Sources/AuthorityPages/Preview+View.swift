import Definitions
import Frame
import Markup
import Review
import Vocabulary

extension Page {
    /// Where a preview is begun.
    func preview(
        _ start: PreviewStart, _ choice: PreviewChoice = PreviewChoice(), errors: FormErrors = FormErrors(),
        problems: [DefinitionProblem] = []
    ) -> Document {
        document(
            say("Pröva en ändring av reglerna", "Try a change of the rules"), over: say(start.collection.title),
            back: Link(say("Till Register", "To Register"), .registry), errors: errors
        ) {
            """
            <p>\(say(
                "Kör en ändrad definition på det som redan är inlämnat och se vilka kommuner och hur många rader som skulle bedömas annorlunda. Inget ändras. Att du gör det syns i loggen.",
                "Run a changed definition on what has been delivered already and see which municipalities and how many rows would be judged otherwise. Nothing is changed. That you do it is seen in the log."
            ))</p>
            \(choose(start.collection, among: start.collections))\
            \(list(problems))\
            \(start.months.isEmpty
                ? "<p class=\"empty\">\(say("Inget har kommit in än att pröva på.", "Nothing has come in yet to try it on."))</p>\n" as HTML
                : form(start, choice, errors))\
            \(recent(start))
            """
        }
    }

    /// What is wrong with the definition, and where.
    private func list(_ problems: [DefinitionProblem]) -> HTML? {
        guard !problems.isEmpty else { return nil }
        let columns: [Column<DefinitionProblem>] = [
            Column(say("Fil", "File"), .rowHeader) { "<span class=\"code\">\($0.name)</span>" },
            Column(say("Rad", "Line"), .number) { "\($0.line)" },
            Column(say("Vad som är fel och hur du rättar", "What is wrong and how to correct it")) { problem in
                "<strong>\(problem.message(self.language))</strong> \(problem.remedy(self.language))"
            },
        ]
        return table(
            say("Det som behöver rättas i definitionen", "What needs to be corrected in the definition"),
            Array(problems.prefix(200)), columns, empty: "")
    }

    private func form(_ start: PreviewStart, _ choice: PreviewChoice, _ errors: FormErrors) -> HTML {
        let names = (["collection.yaml"] + start.collection.tables.map { "\($0.id).yaml" }).joined(separator: ", ")
        let months = start.months.map { Option($0.iso, capital($0)) }
        let sources = [
            Option(PreviewField.uploaded, say("Filerna jag väljer", "The files I choose")),
            Option(
                PreviewField.embedded,
                say(
                    "Den som följer med programmet (version \(start.embedded ?? 0))",
                    "The one that comes with the program (version \(start.embedded ?? 0))")),
        ]
        return self.form(to: path, hasFile: true) {
            """
            \(start.embedded == nil ? nil : radios(
                PreviewField.source, say("Vilken definition ska prövas?", "Which definition is to be tried?"), sources,
                selected: choice.isEmbedded ? PreviewField.embedded : PreviewField.uploaded))\
            \(fileField(
                PreviewField.files, say("Ändrade definitionsfiler", "Changed definition files"), accept: ".yaml,.yml",
                isMultiple: true,
                hint: say(
                    "Välj bara de filer som är ändrade. De heter \(names). Resten tas från den definition som gäller, version \(start.collection.version).",
                    "Choose only the files that are changed. They are called \(names). The rest is taken from the definition in force, version \(start.collection.version)."
                ), errors: errors))\
            <div class="row-of-fields">\(select(
                PreviewField.from, say("Från och med", "From"), months,
                selected: (choice.from ?? start.months.first)?.iso, errors: errors))\
            \(select(
                PreviewField.to, say("Till och med", "To"), months,
                selected: (choice.to ?? start.months.last)?.iso))</div>
            \(actions(button(say("Pröva", "Try"))))
            """
        }
    }

    private func recent(_ start: PreviewStart) -> HTML? {
        guard !start.runs.isEmpty else { return nil }
        let columns: [Column<PreviewRun>] = [
            Column(say("Definition", "Definition"), .rowHeader) { run in
                self.link(self.versions(run), .preview(run.key), about: self.clock(run.at))
            },
            Column(say("Månader", "Months")) { "\($0.months.name(self.language))" },
            Column(say("Började", "Began")) { "\(self.time($0.at)), \(self.who($0.by))" },
            Column(say("Läge", "State")) { self.tag(self.state($0)) },
        ]
        return """
            <h2>\(say("Prov den senaste timmen", "Previews of the last hour"))</h2>
            \(table(say("Prov den senaste timmen", "Previews of the last hour"), start.runs, columns, isCaptionUnseen: true, empty: ""))
            """
    }

    private func state(_ run: PreviewRun) -> Tag {
        switch run.state {
        case .running: Tag(Localized(sv: "Pågår", en: "Running"), .waiting, .info)
        case .finished: Tag(Localized(sv: "Klart", en: "Done"), .tick, .ok)
        case .calledOff: Tag(Localized(sv: "Avbrutet", en: "Called off"), .none, .plain)
        case .failed: Tag(Localized(sv: "Misslyckades", en: "Failed"), .cross, .error)
        }
    }

    private func versions(_ run: PreviewRun) -> String {
        "\(say(run.changed.title)), version \(run.current.version) → \(run.changed.version)"
    }

    // MARK: One preview

    /// A preview on its way, or what came of it.
    func preview(_ run: PreviewRun) -> Document {
        let back = Link(say("Till Pröva en ändring", "To Try a change"), .preview)
        let over = "\(versions(run)) · \(run.months.name(language))"
        switch run.state {
        case .running(let done, let all):
            return document(say("Reglerna prövas", "The rules are being tried"), over: over, back: back, refresh: 2) {
                """
                \(progress(
                    all > 0
                        ? say("\(number(done)) av \(number(all)) leveranser är prövade.", "\(number(done)) of \(number(all)) deliveries have been tried.")
                        : say("Leveranserna hämtas.", "The deliveries are being read."),
                    part: all > 0 ? done : nil, of: max(all, 1)))\
                <p>\(say("Sidan laddas om av sig själv. Du kan lämna den: resultatet finns kvar i en timme.", "The page reloads by itself. You can leave it: the result is kept for an hour."))</p>
                \(actions(buttonForm(say("Avbryt", "Call off"), to: Path.preview(run.key).callingOff)))
                """
            }
        case .finished(let result): return self.result(result, of: run, over: over, back: back)
        case .calledOff:
            return document(say("Provet är avbrutet", "The preview was called off"), over: over, back: back) {
                "<p>\(say("Inget har ändrats.", "Nothing has been changed.")) \(link(say("Pröva igen", "Try again"), .preview))</p>"
            }
        case .failed:
            return document(
                say("Provet misslyckades", "The preview failed"), over: over, back: back
            ) {
                """
                \(notice(.error, say(
                    "Något gick fel hos oss. Inget har ändrats. Försök igen om en stund.",
                    "Something went wrong with us. Nothing has been changed. Try again in a while.")))\
                <p>\(link(say("Pröva igen", "Try again"), .preview))</p>
                """
            }
        }
    }
}

extension DefinitionProblem {
    /// The name of its file, without folder.
    var name: String { file.split(separator: "/").last.map(String.init) ?? file }
}
