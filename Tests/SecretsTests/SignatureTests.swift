import Foundation
import Secrets
import Testing

@Suite("Signatures")
struct SignatureTests {
    /// RFC 8032, section 7.1, tests 1 to 3: secret, public, message, signature.
    static let examples = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", [UInt8](),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe2465514"
                + "1438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", [0x72],
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d2"
                + "91612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", [0xaf, 0x82],
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027b"
                + "eceea1ec40a"
        ),
    ]

    @Test("The signatures are those of RFC 8032", arguments: examples)
    func standard(secret: String, published: String, message: [UInt8], signature: String) throws {
        let key = try #require(SigningKey(secret))
        #expect(key.text == secret)
        #expect(key.verifyingKey.text == published)
        let signed = key.sign(message)
        #expect(signed.map { String(format: "%02x", $0) }.joined() == signature)
        #expect(try #require(VerifyingKey(published)).verifies(signed, of: message))
    }

    @Test("Nothing else is verified: another message, key, or signature")
    func refuses() {
        let key = SigningKey.random()
        let message = Array("manifest".utf8)
        var signature = key.sign(message)
        #expect(key.verifyingKey.verifies(signature, of: message))
        #expect(!key.verifyingKey.verifies(signature, of: Array("manifesT".utf8)))
        #expect(!SigningKey.random().verifyingKey.verifies(signature, of: message))
        #expect(!key.verifyingKey.verifies(Array(signature.dropLast()), of: message))
        signature[3] ^= 1
        #expect(!key.verifyingKey.verifies(signature, of: message))
    }

    @Test("Keys are read from 64 hexadecimal digits only", arguments: ["", "9d61", String(repeating: "g", count: 64)])
    func reading(text: String) {
        #expect(SigningKey(text) == nil)
        #expect(VerifyingKey(text) == nil)
    }

    @Test("A key does not show its secret")
    func silent() {
        let key = SigningKey.random()
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "- SigningKey\n")
        #expect(!"\(key)".contains(key.text))
    }
}
