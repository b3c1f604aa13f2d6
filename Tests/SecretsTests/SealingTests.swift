import Secrets
import Testing

@Suite("Sealing")
struct SealingTests {
    let secret = Array("12345678901234567890".utf8)

    @Test("What was sealed is opened by the same key, stored and read again, and looks different every time")
    func opens() throws {
        let key = SealingKey.random()
        let sealed = key.seal(secret)
        #expect(try #require(SealingKey(key.text)).open(sealed) == secret)
        #expect(key.open(key.seal([])) == [])
        #expect(sealed.count == secret.count + 40)
        #expect(key.seal(secret) != sealed)
    }

    @Test("Nothing else is opened: another key, a changed byte, a piece")
    func refuses() {
        let key = SealingKey.random()
        let sealed = key.seal(secret)
        #expect(SealingKey.random().open(sealed) == nil)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(key.open(changed) == nil)
            #expect(key.open(Array(sealed.prefix(place))) == nil)
        }
        #expect(SealingKey("abc") == nil)
    }

    @Test("A key does not show its secret")
    func silent() {
        let key = SealingKey.random()
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "- SealingKey\n")
    }
}
