import CSodium

/// The library that does the arithmetic.
enum Sodium {
    /// Its generator of random numbers may be used by several threads only once it has been started.
    private static let isStarted = sodium_init() >= 0

    /// `count` bytes that nobody can guess.
    static func randomBytes(_ count: Int) -> [UInt8] {
        _ = isStarted
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// A whole number from 0 up to `bound`, every one as likely.
    static func random(below bound: Int) -> Int {
        _ = isStarted
        return Int(randombytes_uniform(UInt32(clamping: bound)))
    }
}
