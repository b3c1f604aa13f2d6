import Definitions
import Frame
import Markup
import Register
import Review
import Secrets
import Vocabulary

extension Page {
    func exports(_ exports: ExportsPage, _ errors: FormErrors = FormErrors()) -> Document {
        document(
            say("Uttag", "Packages"), over: say(exports.collection.title),
            back: Link(say("Till Register", "To Register"), .registry), errors: errors
        ) {
            """
            \(made(exports))\
            <p>\(say(
                "Ett paket är en zip-fil med det som har kommit in om en månad: filerna som de kom, de kontrollerade raderna, och listor över leveranser, bekräftade varningar, rättelser och omkodningar. Att det görs och hämtas syns i kommunernas loggar.",
                "A package is a zip file of what has come in about a month: the files as they came, the checked rows, and lists of deliveries, confirmed warnings, corrections and recodings. That it is made and fetched is seen in the municipalities' logs."
            ))</p>
            \(choose(exports.collection, among: exports.collections))\
            \(exports.months.count > 1 ? choose(exports.month, among: exports.months) : nil)\
            \(exports.month.map { new(exports, $0, errors) } ?? "<p class=\"empty\">\(say("Inget har kommit in än.", "Nothing has come in yet."))</p>\n")\
            \(earlier(exports))\(verifying(exports))
            """
        }
    }

    private func made(_ exports: ExportsPage) -> HTML? {
        guard let made = exports.packages.first(where: { $0.package.name == exports.done }) else { return nil }
        let package = made.package
        return notice(.ok, isNews: true, title: say("Paketet är klart", "The package is ready")) {
            """
            <p>\(package.name) · \(contents(package)) · \(size(package.bytes))</p>
            <p>SHA-256: <span class="code">\(package.sha256)</span></p>
            \(made.isKept ? actions(
                buttonLink(say("Ladda ner paketet", "Download the package"), to: address(package), icon: .download)) : nil)
            """
        }
    }

    private func address(_ package: ExportPackage) -> Path { Path.exports.under(package.name + ".zip") }

    private func contents(_ package: ExportPackage) -> String {
        let deliveries = count(
            package.deliveries.count, sv: ("leverans", "leveranser"), en: ("delivery", "deliveries"))
        return package.scope == .everything
            ? say("Allt: \(deliveries)", "Everything: \(deliveries)")
            : say("Sent inkommet: \(deliveries)", "Came late: \(deliveries)")
    }

    /// "12,4 MB".
    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? "\(number(max(1, (bytes + 500) / 1_000)))\u{a0}kB"
            : "\(NumberForm(language).text(tenths: (bytes + 50_000) / 100_000))\u{a0}MB"
    }

    // MARK: A new package

    private func new(_ exports: ExportsPage, _ month: Month, _ errors: FormErrors) -> HTML {
        let current = exports.deliveries.filter(\.isCurrent)
        let waiting = current.count { exports.states[$0.number] == nil }
        let returned = current.count { exports.states[$0.number]?.isReturned == true }
        var tiles: [(figure: String, text: HTML)] = [
            tile(
                exports.deliveries.count, sv: ("leverans har kommit in", "leveranser har kommit in"),
                en: ("delivery has come in", "deliveries have come in")),
            tile(
                current.count, sv: ("räknas", "av dem räknas"), en: ("counts", "of them count")),
            (
                number(waiting),
                link(say("väntar på granskning", "wait for review"), Path.review.with(ReviewWord.month, month.iso))
            ),
            tile(
                returned, sv: ("är återlämnad", "är återlämnade"),
                en: ("has been returned", "have been returned")),
        ]
        if exports.isAgain {
            let words = say(
                "har kommit eller återkallats sedan senaste uttaget",
                "have come or been withdrawn since the latest package")
            tiles.append((number(exports.late.count), "\(words)"))
        }
        return """
            <h2>\(capital(month))</h2>
            \(self.tiles(tiles))\(exports.isAgain ? lateOnes(exports) : nil)\(form(exports, month, errors))
            """
    }

    /// What has come since the packages before.
    private func lateOnes(_ exports: ExportsPage) -> HTML? {
        let late = exports.deliveries.filter { exports.late.contains($0.number) }
        guard !late.isEmpty else { return nil }
        let columns: [Column<Receipt>] = [
            Column(say("Kommun", "Municipality"), .rowHeader) { "\($0.municipality.name)" },
            Column(say("Leverans", "Delivery")) { self.link($0.number.description, .review($0.number)) },
            Column(say("Kom in", "Came in")) { "\(self.time($0.receivedAt))" },
            Column(say("Läge", "State")) { receipt in
                let state = exports.states[receipt.number] ?? .waiting
                return self.tag(receipt.withdrawal != nil ? .withdrawn : receipt.isCurrent ? Tag(state) : .replaced)
            },
        ]
        return details(
            say(
                "Visa vad som har kommit eller återkallats sedan senaste uttaget",
                "Show what has come or been withdrawn since the latest package")
        ) {
            table(say("Sent inkommet", "Came late"), late, columns, empty: "")
        }
    }

    private func form(_ exports: ExportsPage, _ month: Month, _ errors: FormErrors) -> HTML {
        let all = count(exports.deliveries.count, sv: ("leverans", "leveranser"), en: ("delivery", "deliveries"))
        let late = count(exports.late.count, sv: ("leverans", "leveranser"), en: ("delivery", "deliveries"))
        var options = [
            Option(
                ExportPackage.Scope.everything.word,
                say("allt som har kommit in (\(all))", "everything that has come in (\(all))"))
        ]
        if exports.isAgain, !exports.late.isEmpty {
            options.insert(
                Option(
                    ExportPackage.Scope.late.word,
                    say(
                        "det som har kommit eller återkallats sedan senaste uttaget (\(late))",
                        "what has come or been withdrawn since the latest package (\(late))")),
                at: 0)
        }
        return self.form(to: path.with(ReviewWord.done, nil)) {
            """
            \(hiddenField(ReviewWord.month, month.iso))\
            \(exports.isAgain && exports.late.isEmpty ? "<p>\(say("Inget har kommit eller återkallats sedan det senaste uttaget.", "Nothing has come or been withdrawn since the latest package."))</p>\n" : nil)\
            \(options.count > 1
                ? radios(
                    ExportsPage.scope, say("Vad ska paketet innehålla?", "What is the package to have in it?"),
                    options.map { Option($0.value, $0.label.capitalised) },
                    selected: options.first?.value, errors: errors)
                : only(options, errors))\
            \(actions(button(say("Gör paketet", "Make the package"), exports.done == nil ? .primary : .secondary)))
            """
        }
    }

    /// What the package has in it when there is nothing to choose.
    private func only(_ options: [Option], _ errors: FormErrors) -> HTML {
        let error = errors[ExportsPage.scope].map { "<p class=\"error\">\($0)</p>\n" as HTML }
        let items = options.map { option in
            "<p id=\"\(ExportsPage.scope)\">\(say("Paketet innehåller:", "The package has in it:")) \(option.label).</p>\(hiddenField(ExportsPage.scope, option.value))"
                as HTML
        }
        return "<div class=\"field\">\(error)\(items)</div>\n"
    }

    // MARK: Those made before

    private func earlier(_ exports: ExportsPage) -> HTML {
        let list = PageOfList(of: exports.packages.count, path)
        let columns: [Column<ExportsPage.Package>] = [
            Column(say("Paket", "Package"), .rowHeader) { "<span class=\"code\">\($0.package.name)</span>" },
            Column(say("Månad", "Month")) { "\(self.capital($0.package.month))" },
            Column(say("Innehåll", "Contents")) { "\(self.contents($0.package))" },
            Column(say("Gjort", "Made")) { "\(self.time($0.package.at)), \(self.who($0.package.by))" },
            Column("SHA-256") { "<span class=\"code\">\($0.package.sha256)</span>" },
            Column(say("Hämta", "Fetch")) { made in
                guard made.isKept else { return "\(self.say("Finns inte kvar", "No longer kept"))" }
                return self.link(
                    self.say(
                        "Ladda ner (\(self.size(made.package.bytes)))", "Download (\(self.size(made.package.bytes)))"),
                    self.address(made.package), about: made.package.name, icon: .download)
            },
        ]
        return """
            <h2>\(say("Tidigare uttag", "Earlier packages"))</h2>
            \(table(say("Paket som har gjorts, nyaste först", "Packages that have been made, the newest first"), Array(exports.packages[list.range]), columns, isCaptionUnseen: true, empty: say("Inget uttag har gjorts.", "No package has been made.")))\
            \(pager(list, things: say("paket", "packages")))\
            <p class="hint">\(say(
                "Paket finns kvar här i 30 dagar. Ett som inte finns kvar kan göras på nytt.",
                "Packages are kept here for 30 days. One that is no longer kept can be made anew."))</p>

            """
    }

    // MARK: Verifying

    private func verifying(_ exports: ExportsPage) -> HTML {
        details(
            say(
                "Så kontrollerar den som får paketet att det är helt",
                "How whoever gets the package sees that it is whole")
        ) {
            """
            <p>\(say(
                "Kontrollsumman ovan är paketets egen. Inuti paketet har manifest.json en kontrollsumma för varje fil.",
                "The checksum above is the package's own. In the package, manifest.json has a checksum for each file."
            ))</p>
            <ul><li><code>sha256sum paket.zip</code></li></ul>
            \(exports.key.map(signature) ?? "<p>\(say("Paketen är inte signerade.", "The packages are not signed."))</p>\n")
            """
        }
    }

    private func signature(_ key: VerifyingKey) -> HTML {
        // The twelve bytes before the key say that it is one of Ed25519 (RFC 8410).
        """
        <p>\(say(
            "manifest.json är signerad med Ed25519. Den öppna nyckeln är:",
            "manifest.json is signed by Ed25519. The public key is:"))</p>
        <p><code>\(key.text)</code></p>
        <p>\(say("Med OpenSSL 3 kontrolleras signaturen så här:", "By OpenSSL 3 the signature is verified like this:"))</p>
        <ol>
        <li><code>unzip paket.zip manifest.json manifest.sig</code></li>
        <li><code>printf 302a300506032b6570032100\(key.text) | xxd -r -p | openssl pkey -pubin -inform DER -out nyckel.pem</code></li>
        <li><code>openssl pkeyutl -verify -pubin -inkey nyckel.pem -rawin -in manifest.json -sigfile manifest.sig</code></li>
        </ol>

        """
    }
}
