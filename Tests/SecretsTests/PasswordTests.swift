import Foundation
import Secrets
import Testing

@Suite("Passwords")
struct PasswordTests {
    let hasher = PasswordHasher(atOnce: 2)

    @Test("A password is verified by its hash, another is not, and nobody's never")
    func verifies() async throws {
        let hash = try await hasher.hash("korrekt häst batteri")
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(await hasher.verify("korrekt häst batteri", against: hash))
        #expect(await !hasher.verify("korrekt hast batteri", against: hash))
        #expect(await !hasher.verify("", against: hash))
        #expect(await !hasher.verify("korrekt häst batteri", against: nil))
        #expect(await !hasher.verify("korrekt häst batteri", against: "korrekt häst batteri"))
        #expect(try await hasher.hash("korrekt häst batteri") != hash)
    }

    @Test("An å typed as two characters is the same å")
    func composition() async throws {
        let hash = try await hasher.hash("bla\u{30A}ba\u{308}r")
        #expect(await hasher.verify("bl\u{E5}b\u{E4}r", against: hash))
    }

    @Test("All of a long password counts, and bytes after a NUL")
    func everyByteCounts() async throws {
        let long = String(repeating: "å", count: 600)
        #expect(await !hasher.verify(long + "b", against: try hasher.hash(long + "a")))
        #expect(await !hasher.verify("a\0c", against: try hasher.hash("a\0b")))
    }

    @Test("A hash of weaker limits, or of no kind we know, is made anew")
    func rehash() async throws {
        #expect(PasswordHasher.needsRehash(try await hasher.hash("a")) == false)
        let weak = "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$" + String(repeating: "A", count: 43)
        #expect(PasswordHasher.needsRehash(weak))
        #expect(PasswordHasher.needsRehash("md5"))
    }

    @Test("A short secret's digest depends on the secret and the salt")
    func salted() async throws {
        let salt = Salt.random()
        let digest = try await hasher.digest(of: "K7QM4XRD9TWA", salt: salt)
        #expect(digest.count == 64)
        #expect(try await hasher.digest(of: "K7QM4XRD9TWA", salt: #require(Salt(salt.bytes))) == digest)
        #expect(try await hasher.digest(of: "K7QM4XRD9TWB", salt: salt) != digest)
        #expect(try await hasher.digest(of: "K7QM4XRD9TWA", salt: .random()) != digest)
        #expect(Salt([1, 2, 3]) == nil)
    }

    @Test("Many at once all get their answer")
    func manyAtOnce() async {
        let answers = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 { group.addTask { (try? await hasher.hash("a")) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(answers == 12)
    }
}
