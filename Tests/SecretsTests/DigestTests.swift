import Secrets
import Testing

@Suite("SHA-256")
struct DigestTests {
    @Test("In pieces as in one, and as FIPS 180-4 has it", arguments: [0, 1, 63, 64, 65, 1_000])
    func pieces(_ cut: Int) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        var digest = RunningDigest()
        for piece in [Array(bytes[..<cut]), Array(bytes[cut...])] { piece.withUnsafeBufferPointer { digest.add($0) } }
        #expect(digest.hexadecimal == bytes.withUnsafeBufferPointer { Digest.hexadecimal($0) })
        #expect(RunningDigest().hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Digest.hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
