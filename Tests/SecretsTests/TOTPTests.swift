import Foundation
import Secrets
import Testing

@Suite("One-time codes of an app")
struct TOTPTests {
    /// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    @Test(
        "The codes are those of RFC 6238",
        arguments: [
            (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func standard(seconds: Double, code: String) {
        let time = Date(timeIntervalSince1970: seconds)
        #expect(totp.code(step: TOTP.step(at: time)) == code)
        #expect(totp.matchingStep(code: code, at: time) == TOTP.step(at: time))
    }

    let totp = TOTP(secret: Array("12345678901234567890".utf8))
    let noon = Date(timeIntervalSince1970: 1_364_900_400)

    @Test("A code is good a step early or late, and no longer")
    func window() throws {
        let now = TOTP.step(at: noon)
        for (step, expected) in [(-2, nil), (-1, now - 1), (0, now), (1, now + 1), (2, nil)] {
            let code = try #require(totp.code(step: now + step))
            #expect(totp.matchingStep(code: code, at: noon) == expected)
        }
    }

    @Test("A code that was used is refused, and so are those before it")
    func replay() throws {
        let now = TOTP.step(at: noon)
        let code = try #require(totp.code(step: now))
        #expect(totp.matchingStep(code: code, at: noon, after: now - 1) == now)
        #expect(totp.matchingStep(code: code, at: noon, after: now) == nil)
        #expect(totp.matchingStep(code: code, at: noon, after: now + 1) == nil)
    }

    @Test("What is no code matches nothing", arguments: ["", "00000", "28708", "2870822", "abcdef", "٢٨٧٠٨٢"])
    func nonsense(typed: String) {
        #expect(totp.matchingStep(code: typed, at: Date(timeIntervalSince1970: 59)) == nil)
    }

    @Test("A code is read with the space that apps show in it")
    func spaced() { #expect(totp.matchingStep(code: "287 082", at: Date(timeIntervalSince1970: 59)) == 1) }

    /// RFC 4648, section 10, and the secret above.
    @Test(
        "Secrets are written in base 32",
        arguments: [
            ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"), ("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        ])
    func base32(secret: String, text: String) {
        #expect(TOTP(secret: Array(secret.utf8)).base32 == text)
    }

    @Test("The address names service and person, whatever characters they have")
    func address() {
        #expect(
            totp.uri(issuer: "Underlag: test", account: "åsa&co@x.se")
                == "otpauth://totp/Underlag%3A%20test:%C3%A5sa%26co%40x.se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Underlag%3A%20test&algorithm=SHA1&digits=6&period=30")
    }

    @Test("A new secret has 160 bits and is never the same")
    func random() {
        #expect(TOTP.random().secret.count == 20)
        #expect(TOTP.random().secret != TOTP.random().secret)
        #expect(!"\(totp) \(String(reflecting: totp))".contains("49"))
    }
}
