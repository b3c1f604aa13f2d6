import Frame
import HTTPTypes
import Markup
import Vocabulary
import Web

extension Page {
    /// The page about the interface: how to get a key, how to deliver with one line, what can go wrong.
    func guide(_ origin: Origin) -> Document {
        let base = origin.description + MachineInterface.base.text
        return document(say("API för verksamhetssystem", "API for case systems")) {
            """
            <p>\(say(
                "Ert verksamhetssystem kan kontrollera och lämna in filer, hämta kvitton och se vad som är kvar att lämna.",
                "Your case system can check and submit files, get receipts and see what is left to deliver."))</p>
            <h2>\(say("Skaffa en nyckel", "Get a key"))</h2>
            <p>\(say(
                "Er samordnare loggar in och skapar nyckeln under Vår kommun, API-nycklar. Den visas en gång. Spara den i "
                    + "en fil som bara systemet kan läsa.",
                "Your coordinator signs in and makes the key under Our municipality, API keys. It is shown once. Save it in "
                    + "a file that only the system can read."))</p>
            <h2>\(say("Lämna in med en rad", "Deliver with one line"))</h2>
            <p>\(say(
                "Programmet underlag visar samma besked och kvitto som portalen, försöker igen när nätet krånglar och "
                    + "lämnar aldrig samma fil två gånger.",
                "The program underlag shows the same verdict and receipt as the portal, tries again when the network "
                    + "fails and never delivers the same file twice."))</p>
            <pre class="code">underlag submit insatser.xlsx --server \(origin.description) \
            --key-file \(say("nyckel.txt", "key.txt"))</pre>
            <p>\(say("Det går lika bra med curl:", "curl does as well:"))</p>
            <pre class="code">\(lines(
                "curl --retry 5 -H \"Authorization: Bearer $NYCKEL\" -H \"Idempotency-Key: $(uuidgen)\" \\",
                "  -F file=@insatser.xlsx \(base)/deliveries"))</pre>
            <p>\(say("Bara kontrollera, utan att något sparas:", "Only check, nothing is kept:"))</p>
            <pre class="code">\(lines(
                "curl -H \"Authorization: Bearer $NYCKEL\" -H \"Content-Type: text/csv\" \\",
                "  --data-binary @insatser.csv \(base)/checks"))</pre>
            <h2>\(say("Beskrivningen för program", "The description for programs"))</h2>
            <p>\(link("openapi.json", .apiDescription)) (OpenAPI 3.1)</p>
            <h2>\(say("När något går fel", "When something goes wrong"))</h2>
            <p>\(say(
                "Fel svaras enligt RFC 9457. Ordet sist i type säger vilket slag det är:",
                "Errors are answered by RFC 9457. The word that type ends with says which kind it is:"))</p>
            \(table(
                say("Slag av fel", "Kinds of error"), ProblemKind.allCases,
                [
                    Column("type", .rowHeader) { kind in
                        "<span class=\"code\" id=\"\(kind.rawValue)\">\(kind.rawValue)</span>"
                    },
                    Column(say("Status", "Status")) { "\($0.status.code)" },
                    Column(say("Vad det är, och vad du gör", "What it is, and what to do")) {
                        "\(say($0.title)). \(say($0.remedy))"
                    },
                ], narrow: .stack, empty: ""))
            """
        }
    }

    private func lines(_ lines: String...) -> String { lines.joined(separator: "\n") }
}
