public import ArgumentParser
import Definitions
import Extraction
import Foundation
import Transfer
import Vocabulary

/// The interface of a case system, and the key that lets us in.
public struct InterfaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Systemets gränssnitt för utdrag, till exempel https://lifecare.example.se/apifc/v1/Extract.",
            valueName: "url"))
    var address: String?
    @Option(help: ArgumentHelp("Fil med nyckeln till gränssnittet.", valueName: "file")) var interfaceKey: String?
    @Option(help: "Domänen, om gränssnittet vill ha en.") var domain: String?
    @Option(
        help: ArgumentHelp(
            "Fil som minns hur långt hämtningen har kommit; annars bredvid pseudonymnyckeln.", valueName: "file"))
    var state: String?
    @Option(help: ArgumentHelp("Fil med certifikat att lita på, i PEM; annars datorns.", valueName: "file"))
    var caFile: String?

    /// Without arguments nothing is chosen; the parser fills them in.
    public init() {}

    /// The address; `nil` when files are given instead.
    func address(files: [String], _ mapping: Mapping, _ language: Language) throws -> URL? {
        guard files.isEmpty != (address == nil) else {
            throw Refusal(
                64, language, sv: "Ange antingen filer eller --address.", en: "Give either files or --address."
            ).told()
        }
        guard let address else { return nil }
        guard mapping.isFetched else {
            throw Refusal(
                64, language, sv: "Mappningen \(mapping.id) läser filer. Till --address hör till exempel lifecare-api.",
                en: "The mapping \(mapping.id) reads files. With --address goes for instance lifecare-api."
            ).told()
        }
        // The key goes with every question, so they are encrypted unless they never leave the machine.
        guard let url = URL(string: address), let host = url.host(), url.query() == nil,
            url.scheme == "https" || (url.scheme == "http" && ["localhost", "127.0.0.1"].contains(host))
        else {
            throw Refusal(
                64, language, sv: "\(address) är ingen adress som går att använda. Den ska börja med https://",
                en: "\(address) is no address that can be used. It should begin with https://"
            ).told()
        }
        return url
    }

    /// What asks it.
    func fetch(_ address: URL, _ language: Language) throws -> Fetch {
        guard let interfaceKey else {
            throw Refusal(
                64, language, sv: "Ange filen med nyckeln till gränssnittet: --interface-key FIL",
                en: "Give the file with the key to the interface: --interface-key FILE"
            ).told()
        }
        let key: String
        do throws(ExtractionError) {
            key = try Fetch.key(file: URL(filePath: interfaceKey))
        } catch {
            throw Refusal(
                66, language, sv: "Filen \(interfaceKey) går inte att läsa, eller är tom. Kontrollera --interface-key.",
                en: "The file \(interfaceKey) cannot be read, or is empty. Check --interface-key."
            ).told()
        }
        let certificates = try CertificateFile.url(caFile, option: "--ca-file", language)
        return Fetch(
            address: address, key: key, domain: domain, requester: HTTPRequester(certificates: certificates))
    }
}
