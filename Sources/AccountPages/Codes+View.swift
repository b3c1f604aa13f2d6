import Accounts
import Frame
import Markup
import Secrets

// What is shown for codes: the secret of an app, and recovery codes.

extension Page {
    /// What to do for an app to know an account: a picture to photograph, or a text to type.
    func appSecret(_ app: AppSecret) -> HTML {
        let groups = stride(from: 0, to: app.typed.count, by: 4).map { String(app.typed.dropFirst($0).prefix(4)) }
        return """
            <ol>
            <li>\(say(
                "Öppna appen och välj att lägga till ett konto.", "Open the app and choose to add an account."))</li>
            <li>\(say("Rikta mobilen mot bilden.", "Point your phone at the picture."))</li>
            <li>\(say("Skriv de sex siffrorna som appen visar.", "Write the six digits that the app shows."))</li>
            </ol>
            \(picture(app.uri))\
            \(details(say("Går det inte att läsa bilden?", "Can the picture not be read?")) {
                """
                <p>\(say("Skriv i stället den här nyckeln i appen:", "Type this key into the app instead:"))</p>
                <p class="code">\(groups.joined(separator: " "))</p>
                <p>\(say("Finns appen på den här enheten?", "Is the app on this device?")) \
                <a href="\(app.uri)">\(say("Öppna den", "Open it"))</a></p>
                """
            })
            """
    }

    /// A field for a code from an app.
    func codeOfApp(errors: FormErrors) -> HTML {
        field(
            "kod", say("Kod från appen", "Code from the app"), .oneTimeCode, hint: say("Sex siffror", "Six digits"),
            isShort: true, errors: errors)
    }

    private func picture(_ text: String) -> HTML? {
        QRCode(text).map { code in
            """
            <p><svg role="img" aria-label="\(say("Bild att läsa med appen", "Picture to read with the app"))" \
            viewBox="0 0 \(code.side) \(code.side)" width="240" height="240" shape-rendering="crispEdges">\
            <rect width="\(code.side)" height="\(code.side)" fill="#fff"/><path d="\(code.svgPath)" fill="#000"/></svg></p>

            """
        }
    }

    /// Recovery codes, shown once: as one block, easy to copy and to print.
    func recoveryCodes(_ codes: [String]) -> HTML {
        """
        <section class="panel"><h2>\(say("Spara dina reservkoder", "Save your recovery codes"))</h2>
        <p>\(say(
            "Med en reservkod kan du logga in om du inte kommer åt din app eller din e-post. Varje kod fungerar en gång.",
            "With a recovery code you can sign in when you cannot reach your app or your mail. Each works once."))</p>
        <pre class="code">\(codes.joined(separator: "\n"))</pre>
        <p><strong>\(say("Koderna visas bara nu.", "The codes are shown only now."))</strong> \
        \(say(
            "Skriv ut sidan eller spara dem där du har andra lösenord.",
            "Print the page, or save them where you keep other passwords."))</p></section>

        """
    }
}
