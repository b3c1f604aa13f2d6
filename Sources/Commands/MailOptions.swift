public import ArgumentParser
import Definitions
import Foundation
import Frame
import Transfer
import Vocabulary

/// How mail leaves.
public struct MailOptions: ParsableArguments {
    @ArgumentParser.Option(help: "E-postserver. Utan den skrivs breven som filer i mappen post.") var smtpHost: String?
    @ArgumentParser.Option(help: "E-postserverns port.") var smtpPort: UInt16 = 587
    @ArgumentParser.Option(help: "TLS till e-postservern: starttls, implicit, eller none på samma dator.")
    var smtpTls: String = SMTPSettings.Privacy.startTLS.rawValue
    @ArgumentParser.Option(help: "Användare hos e-postservern.") var smtpUser: String?
    @ArgumentParser.Option(help: ArgumentHelp("Fil med lösenordet till e-postservern.", valueName: "file"))
    var smtpPasswordFile: String?
    @ArgumentParser.Option(
        help: ArgumentHelp(
            "Fil med certifikat att lita på hos e-postservern, i PEM; annars datorns.", valueName: "file"))
    var smtpCaFile: String?
    @ArgumentParser.Option(help: "Avsändare av breven.") var sender: String = "statistik@underlag.example"

    /// Without arguments mail is written to files.
    public init() {}

    func from(_ language: Language) throws -> MailAddress {
        guard let address = MailAddress(sender, name: Page.serviceName[language]) else {
            throw Refusal(
                64, language, sv: "\(sender) är ingen e-postadress. Kontrollera --sender.",
                en: "\(sender) is no e-mail address. Check --sender.")
        }
        return address
    }

    func mailer(_ folder: URL, _ language: Language) throws -> any Mailer {
        guard let smtpHost else { return try FolderMailer(folder: folder.appending(path: "post")) }
        guard let privacy = SMTPSettings.Privacy(rawValue: smtpTls) else {
            throw Refusal(
                64, language, sv: "--smtp-tls är starttls, implicit eller none.",
                en: "--smtp-tls is starttls, implicit or none.")
        }
        let login = try smtpUser.map { SMTPSettings.Login(user: $0, password: try password(language)) }
        let certificates = try CertificateFile.url(smtpCaFile, option: "--smtp-ca-file", language)
        do throws(TransferError) {
            return try SMTPMailer(
                SMTPSettings(
                    host: smtpHost, port: smtpPort, privacy: privacy, login: login, certificates: certificates))
        } catch {
            throw Refusal(
                64, language,
                sv: "E-postservern \(smtpHost) går inte att använda så. Utan TLS måste den vara på samma dator.",
                en: "The mail server \(smtpHost) cannot be used so. Without TLS it must be on this computer.")
        }
    }

    private func password(_ language: Language) throws -> String {
        if let smtpPasswordFile {
            guard let text = try? String(contentsOfFile: smtpPasswordFile, encoding: .utf8) else {
                throw Refusal(
                    66, language, sv: "Filen \(smtpPasswordFile) går inte att läsa. Kontrollera --smtp-password-file.",
                    en: "The file \(smtpPasswordFile) cannot be read. Check --smtp-password-file.")
            }
            return text.trimmingCharacters(in: .newlines)
        }
        guard let password = ProcessInfo.processInfo.environment["UNDERLAG_SMTP_PASSWORD"] else {
            throw Refusal(
                64, language, sv: "Ange lösenordet i en fil med --smtp-password-file, eller i UNDERLAG_SMTP_PASSWORD.",
                en: "Give the password in a file by --smtp-password-file, or in UNDERLAG_SMTP_PASSWORD.")
        }
        return password
    }
}

/// Who runs the portal.
public struct HostOptions: ParsableArguments {
    @ArgumentParser.Option(help: "Myndighetens namn; annars det som insamlingens definition har.") var name: String?
    @ArgumentParser.Option(help: "Dit frågor skickas, och den första administratörens adress.")
    var email: String = "statistik@underlag.example"
    @ArgumentParser.Option(help: "Telefon för frågor.") var telephone: String?

    /// Without arguments nobody in particular.
    public init() {}

    /// Who runs the portal; by the name that the collections of `library` have, unless another is given.
    func host(_ library: DefinitionLibrary) -> Frame.Host {
        let collected = (try? library.surveys())?.first?.authority
        return Frame.Host(name: name ?? collected ?? Frame.Host.unnamed.name, email: email, telephone: telephone)
    }
}
