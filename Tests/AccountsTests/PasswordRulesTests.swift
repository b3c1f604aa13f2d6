import Testing
import Vocabulary

@testable import Accounts

@Suite("Passwords that may be chosen")
struct PasswordRulesTests {
    func fault(_ password: String) throws -> PasswordFault? {
        PasswordRules.fault(
            in: password, name: "Anna-Karin Ekström", email: "anna-karin.ekstrom@uppsala.se",
            organisation: .municipality(try #require(Municipality(code: "0380"))))
    }

    @Test("Twelve to 128 characters, whatever they are")
    func length() throws {
        #expect(try fault("kx8Wqz3#Lp1") == .short)
        #expect(try fault("kx8Wqz3#Lp1u") == nil)
        #expect(try fault("åäöéèüñçøßœŵ") == nil)
        let long = String(repeating: "häst cykel ", count: 12)
        #expect(try fault(String(long.prefix(128))) == nil)
        #expect(try fault(String(long.prefix(129))) == .long)
    }

    @Test(
        "What everybody tries is refused",
        arguments: [
            "123456789012", "password1234", "Lösenord2026!", "qwertyuiop123", "aaaaaaaaaaaa", "abcabcabcabc",
            "Sommaren2026!", "uppsalakommun", "Uppsala-Kommun-2026", "anna-karin.ekstrom@uppsala.se",
            "AnnaKarinEkström",
            "ekstrom123456", "P@ssw0rd1234", "xk9xk9xk9xk9", "välkommen1234", "socialtjänsten1", "iloveyou1234",
        ])
    func easy(password: String) throws {
        #expect(try fault(password) == .easy)
    }

    @Test(
        "What is long and one's own is taken, without capitals, digits or signs",
        arguments: [
            "tre gröna hästar på isen", "fyra blåa cyklar i regnet", "correct horse battery staple", "7h#Kq!z9Lw@2",
            "min katt heter sommar", "gurka lampa berg",
        ])
    func own(password: String) throws {
        #expect(try fault(password) == nil)
    }
}
