public import ArgumentParser
import Foundation
import Vocabulary

/// The portal that files are delivered to, and the key that lets us in.
public struct ServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Lämna in hos portalen på adressen i stället för i ett register.", valueName: "url"))
    var server: String?

    @Option(
        help: ArgumentHelp(
            "Fil med kommunens API-nyckel; annars läses den ur UNDERLAG_API_KEY.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("Fil med certifikat att lita på, i PEM; annars datorns.", valueName: "file"))
    var caFile: String?

    @Flag(help: "Lämna in på nytt fast samma fil har lämnats in hos portalen förut och inte gäller längre.")
    var again = false

    /// Without arguments nothing is chosen; the parser fills them in.
    public init() {}

    /// The portal's address without anything after it.
    func address(_ text: String, _ language: Language) throws(Refusal) -> URL {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), url.host() != nil, url.query() == nil, url.fragment() == nil else {
            throw Refusal(
                64, language, sv: "\(text) är ingen adress. Skriv till exempel https://statistik.example.se",
                en: "\(text) is no address. Write for instance https://statistik.example.se")
        }
        return url
    }

    /// The key. Never from the command line, where others on the computer can read it.
    func key(_ language: Language) throws(Refusal) -> String {
        let text: String?
        if let keyFile {
            text = try? String(contentsOfFile: keyFile, encoding: .utf8)
            if text == nil {
                throw Refusal(
                    66, language, sv: "Filen \(keyFile) går inte att läsa. Kontrollera --key-file.",
                    en: "The file \(keyFile) cannot be read. Check --key-file.")
            }
        } else {
            text = ProcessInfo.processInfo.environment["UNDERLAG_API_KEY"]
        }
        let key = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard !key.isEmpty, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Refusal(
                64, language, sv: "Det finns ingen nyckel. Lägg den i en fil (--key-file) eller i UNDERLAG_API_KEY.",
                en: "There is no key. Put it in a file (--key-file) or in UNDERLAG_API_KEY.")
        }
        return key
    }

    /// The file of certificates.
    func certificates(_ language: Language) throws(Refusal) -> URL? {
        try CertificateFile.url(caFile, option: "--ca-file", language)
    }
}
