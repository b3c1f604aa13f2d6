import Checking
import Collecting
import Definitions
import Frame
import Markup
import Register
import Review
import Vocabulary

extension Page {
    func delivery(_ delivery: DeliveryPage) -> Document {
        let receipt = delivery.receipt
        let back = Link(say("Alla leveranser", "All deliveries"), .deliveries)
        guard path.isReceipt, delivery.isCurrent else {
            return document(
                say("Leverans \(receipt.number)", "Delivery \(receipt.number)"),
                over: over(delivery.collection, receipt.municipality), tag: receipt.state(delivery.review).tag,
                back: back
            ) {
                "\(standing(delivery))\(contents(delivery))"
            }
        }
        let title =
            receipt.kind == .nothing
            ? say(
                "Inget att rapportera för \(fullName(delivery.month))",
                "Nothing to report for \(fullName(delivery.month))")
            : say(
                "Uppgifterna för \(fullName(delivery.month)) är inlämnade",
                "The figures for \(fullName(delivery.month)) are delivered")
        return document(
            title,
            main: """
                \(confirmation(title) {
                    """
                    <p>\(say("Tack! Leveransnummer", "Thank you! Delivery number")) <strong>\(receipt.number.description)</strong></p>
                    <p>\(inBrief(receipt))</p>
                    """
                })
                <h2>\(say("Det här händer nu", "What happens now"))</h2>
                \(next(delivery))
                \(contents(delivery))
                \(actions(buttonLink(say("Till Start", "To the start page"), .secondary, to: .start)))
                """)
    }

    /// "4 april 2013 kl. 9.31 · inlämnat av Anna Ek · 214 hushåll · 2 bekräftade varningar".
    private func inBrief(_ receipt: Receipt) -> String {
        let warnings = receipt.confirmed.count
        return [
            time(receipt.receivedAt), say("inlämnat av \(receipt.sender)", "delivered by \(receipt.sender)"),
            receipt.kind == .data ? households(receipt.rows) : nil,
            warnings > 0
                ? count(
                    warnings, sv: ("bekräftad varning", "bekräftade varningar"),
                    en: ("confirmed warning", "confirmed warnings")) : nil,
        ].compactMap { $0 }.joined(separator: " · ")
    }

    private func next(_ delivery: DeliveryPage) -> HTML {
        let period = delivery.period
        let reviewed = period.reviewed.flatMap { $0 < today ? nil : $0 }
        let by = reviewed.map { say(" senast \(date($0))", " by \(date($0))") } ?? ""
        let again: String? =
            switch period.state(on: today, extended: delivery.extended) {
            case .open(let due):
                say(
                    "Du kan lämna en ny fil till och med \(date(due)).",
                    "You can deliver another file until \(date(due)).")
            case .pastDue(_, let closes):
                closes.map {
                    say(
                        "Du kan lämna en ny fil till och med \(date($0)).",
                        "You can deliver another file until \(date($0)).")
                }
            case .notYetOpen, .closed: nil
            }
        return """
            <p>\(say("Vi granskar uppgifterna\(by). Du får mejl om vi har frågor.", "We review the figures\(by). We will mail you if we have questions.")) \
            \(again ?? "")</p>
            <p class="no-print">\(say(
                "Kvittot kommer också med e-post. Vill du spara det: skriv ut sidan, eller spara den som PDF där du skriver ut.",
                "The receipt also comes by e-mail. To keep it: print the page, or save it as PDF where you print."))</p>
            """
    }

    /// What has become of the delivery, said first.
    private func standing(_ delivery: DeliveryPage) -> HTML? {
        let receipt = delivery.receipt
        if let withdrawal = receipt.withdrawal {
            return notice(.warning) {
                """
                <p>\(say(
                    "\(withdrawal.sender) drog tillbaka leveransen \(time(withdrawal.at)). Den räknas inte.",
                    "\(withdrawal.sender) withdrew the delivery \(time(withdrawal.at)). It is not counted."))</p>
                <p>\(say("Skälet", "The reason")): \(lines(withdrawal.reason))</p>
                """
            }
        }
        guard receipt.isCurrent else {
            let newer = receipt.parts.compactMap(\.supersededBy).max { $0.sequence < $1.sequence }
            return notice(.info) {
                """
                <p>\(say("Leveransen är ersatt av en nyare.", "The delivery has been replaced by a newer one.")) \
                \(newer.map { link(say("Visa leverans \($0)", "Show delivery \($0)"), .delivery($0)) })</p>
                """
            }
        }
        switch delivery.review {
        case .waiting:
            let by = delivery.period.reviewed.flatMap { $0 < today ? nil : $0 }
            return
                "<p>\(by.map { say("Myndigheten granskar uppgifterna senast \(date($0)).", "The authority reviews the figures by \(date($0)).") } ?? say("Myndigheten granskar uppgifterna.", "The authority reviews the figures."))</p>\n"
        case .approved(_, let at), .approvedAutomatically(let at):
            return
                "<p>\(say("Godkänd av myndigheten \(date(at)). Ni behöver inte göra något mer.", "Approved by the authority \(date(at)). You need not do anything more."))</p>\n"
        case .returned(let message, _, let at):
            return notice(
                .error, title: say("Myndigheten har återlämnat leveransen", "The authority has returned the delivery")
            ) {
                """
                <p>\(time(at))</p>
                <blockquote>\(lines(message))</blockquote>
                \(delivery.may.deliver ? "<p>\(link(say("Lämna på nytt för \(name(delivery.month))", "Deliver again for \(name(delivery.month))"), .deliver(delivery.month)))</p>" : nil)
                """
            }
        }
    }

    // MARK: The receipt itself

    private func contents(_ delivery: DeliveryPage) -> HTML {
        """
        \(receiptFacts(delivery))\(files(delivery))\(confirmed(delivery))\(corrected(delivery))\(versions(delivery))\
        \(more(delivery))
        """
    }

    /// What else can be done about it.
    private func more(_ delivery: DeliveryPage) -> HTML? {
        var links: [HTML] = []
        if delivery.may.ask {
            let path = Path.newQuestion.with("leverans", delivery.receipt.number.description)
            links.append(link(say("Ställ en fråga om leveransen", "Ask a question about the delivery"), path))
        }
        if delivery.may.withdraw, delivery.receipt.withdrawal == nil {
            links.append(link(say("Dra tillbaka leveransen", "Withdraw the delivery"), delivery.place.withdraw))
        }
        return links.isEmpty ? nil : "<p class=\"no-print\">\(links.joined(separator: " · "))</p>\n"
    }

    private func receiptFacts(_ delivery: DeliveryPage) -> HTML {
        let receipt = delivery.receipt
        let parts = receipt.parts.map { part -> HTML in
            let title = delivery.collection.table(part.table).map { say($0.title) } ?? part.table
            let content =
                receipt.kind == .nothing ? say("inget att rapportera", "nothing to report") : households(part.rows)
            return
                "\(title): \(content)\(part.isCurrent || receipt.withdrawal != nil ? "" : say(" (ersatt)", " (replaced)"))"
        }.joined(separator: "<br>")
        var facts: [(name: String, value: HTML)] = [
            (say("Leveransnummer", "Delivery number"), "\(receipt.number.description)"),
            (say("Insamling", "Collection"), "\(say(delivery.collection.title))"),
            (say("Kommun", "Municipality"), "\(receipt.municipality.fullName) (\(receipt.municipality.code))"),
            (say("Månad", "Month"), "\(fullName(receipt.month))"),
            (say("Inlämnad", "Delivered"), "\(time(receipt.receivedAt))"),
            (say("Inlämnad av", "Delivered by"), "\(receipt.sender)"),
            (say("Innehåll", "Contents"), parts),
        ]
        let due = delivery.period.due(extended: delivery.extended)
        if Day(receipt.receivedAt) > due {
            facts.append((say("Sista dag", "Last day"), "\(date(due)) \(tag(.late))"))
        }
        if !receipt.checksum.isEmpty {
            facts.append((say("Kontrollsumma", "Checksum"), "<span class=\"code\">\(receipt.checksum)</span>"))
        }
        facts.append(
            (
                say("Kontrollerad enligt", "Checked by"),
                "\(say("definitionens version \(receipt.definitionVersion)", "version \(receipt.definitionVersion) of the definition"))"
            ))
        return "<h2>\(say("Kvitto", "Receipt"))</h2>\n\(self.facts(facts))"
    }

    private func files(_ delivery: DeliveryPage) -> HTML? {
        let files = delivery.receipt.files
        guard !files.isEmpty else { return nil }
        var columns: [Frame.Column<(Int, Receipt.File)>] = [
            Column(say("Fil", "File"), .rowHeader) { "\($0.1.shownName)" },
            Column(say("Kontrollsumma (SHA-256)", "Checksum (SHA-256)")) {
                "<span class=\"code\">\($0.1.sha256)</span>"
            },
        ]
        if delivery.may.fetch {
            columns.append(
                Column(say("Hämta", "Fetch")) { place, file in
                    let marked =
                        delivery.may.seeRows
                        ? link(
                            say("Med det vi hittade markerat", "With what we found marked"),
                            delivery.place.marked(String(place + 1)), about: file.shownName) : .empty
                    return """
                        \(link(say("Som den lämnades", "As it was delivered"), delivery.place.original(String(place + 1)), about: file.shownName, icon: .download))<br>\(marked)
                        """
                })
        }
        return table(
            say("Filer", "Files"), Array(files.enumerated()).map { ($0.offset, $0.element) }, columns, empty: "")
    }

    private func confirmed(_ delivery: DeliveryPage) -> HTML? {
        let confirmed = delivery.receipt.confirmed
        guard !confirmed.isEmpty else { return nil }
        let catalogue = MessageCatalogue.load(language, rules: delivery.collection.tables.flatMap(\.rules))
        return table(
            say("Bekräftade varningar", "Confirmed warnings"), confirmed,
            [
                Column(say("Varning", "Warning"), .rowHeader) { "\(catalogue.name($0.rule))" },
                Column(say("Gäller", "About")) { delivery.may.seeRows ? shown($0.subject) : "–" },
                Column(say("Kommentar", "Comment")) { $0.reason.isEmpty ? "–" : lines($0.reason) },
            ], empty: "")
    }

    private func corrected(_ delivery: DeliveryPage) -> HTML? {
        let corrections = delivery.receipt.corrections
        guard !corrections.isEmpty else { return nil }
        let title = say("Rättat på sidan före inlämningen", "Corrected on the page before delivery")
        let sheets = severalSheets(corrections)
        return details("\(title) (\(number(corrections.count)))") {
            table(
                title, corrections,
                [
                    Column(say("Cell", "Cell"), .rowHeader) { "\(address($0, withSheet: sheets))" },
                    Column(say("Kolumn", "Column")) { "\(self.title($0, delivery.collection))" },
                    Column(say("Stod i filen", "Stood in the file")) { delivery.may.seeRows ? shown($0.before) : "–" },
                    Column(say("Rättat till", "Corrected to")) { delivery.may.seeRows ? shown($0.cell.text) : "–" },
                    Column(say("Av", "By")) { "\($0.by), \(time($0.at))" },
                ], isCaptionUnseen: true, empty: "")
        }
    }

    /// Every delivery of the month, newest first, with what changed.
    private func versions(_ delivery: DeliveryPage) -> HTML? {
        guard delivery.all.count > 1 else { return nil }
        let before = delivery.before
        return """
            \(table(
                say("Alla leveranser för \(fullName(delivery.month))", "All deliveries for \(fullName(delivery.month))"),
                delivery.all.reversed(),
                [
                    Column(say("Leverans", "Delivery"), .rowHeader) { each in
                        each.number == delivery.receipt.number
                            ? "<strong>\(each.number.description)</strong> \(say("(den här)", "(this one)"))"
                            : link(each.number.description, .delivery(each.number))
                    },
                    Column(say("Inlämnad", "Delivered")) { "\(time($0.receivedAt)), \($0.sender)" },
                    Column(say("Hushåll", "Households"), .number) { $0.kind == .data ? "\(number($0.rows))" : "–" },
                    Column(say("Läge", "State")) { each in
                        each.withdrawal != nil ? tag(.withdrawn) : each.isCurrent ? "\(say("Gäller", "Counts"))" : tag(.replaced)
                    },
                ], empty: ""))\
            \(before.map { earlier in
                """
                <p class="no-print">\(link(
                    say("Visa vad som har ändrats sedan \(earlier.number)", "Show what has changed since \(earlier.number)"),
                    delivery.place.difference(since: String(earlier.number.sequence))))</p>

                """ as HTML
            })
            """
    }
}
