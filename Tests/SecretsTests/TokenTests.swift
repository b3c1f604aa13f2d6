import Foundation
import Secrets
import Testing

@Suite("Tokens and codes")
struct TokenTests {
    @Test("A token has 256 bits in characters that need no escaping, and is never the same")
    func random() {
        let tokens = (0..<200).map { _ in Token.random().text }
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        #expect(Set(tokens).count == 200)
        #expect(tokens.allSatisfy { $0.count == 43 && $0.allSatisfy(plain.contains) })
    }

    @Test("The digest is the SHA-256 of the text, and nothing shows the text")
    func digest() {
        let token = Token("abc")
        #expect(token.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token) \(String(reflecting: token)) \(dumped)".contains("abc"))
    }

    @Test(
        "Texts are equal byte for byte",
        arguments: [("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false)])
    func equal(one: String, other: String, same: Bool) { #expect(ConstantTime.equal(one, other) == same) }

    @Test("A code is read back however it was typed")
    func typed() {
        let code = RandomCode.letters()
        #expect(code.count == 14 && code.allSatisfy { !"01OILU".contains($0) })
        let meant = code.filter { $0 != "-" }
        #expect(RandomCode.read(code) == meant)
        #expect(RandomCode.read(" \(code.lowercased().replacing("-", with: " ")) ") == meant)
        #expect(RandomCode.letters() != RandomCode.letters())
    }

    @Test("Six digits, with their zeros, and all digits come")
    func digits() {
        let codes = (0..<300).map { _ in RandomCode.digits() }
        #expect(codes.allSatisfy { $0.count == 6 && $0.allSatisfy(\.isASCII) && Int($0) != nil })
        #expect(Set(codes.joined()).count == 10)
    }
}
