import COath
public import Foundation

/// The secret that a person's app counts its six digits from, a new code every 30 seconds (RFC 6238 with SHA-1, which is
/// what every app knows).
public struct TOTP: Sendable, CustomStringConvertible, CustomReflectable {
    /// The secret's bytes, to be stored.
    public let secret: [UInt8]

    private static let secondsOfAStep = 30.0
    private static let digits = 6
    // Some forms of the library set up tables on the first call, which must not be made by two threads at once.
    private static let isStarted = oath_init() == 0

    /// One that was stored.
    public init(secret: [UInt8]) { self.secret = secret }

    /// A new one of 160 bits.
    public static func random() -> TOTP { TOTP(secret: Sodium.randomBytes(20)) }

    /// What is typed into an app that cannot read the picture: 32 capitals and digits.
    public var base32: String { Base32.text(secret) }

    /// What an app reads from the picture, "otpauth://totp/…"; `issuer` is the service and `account` the person's e-mail.
    public func uri(issuer: String, account: String) -> String {
        let issuer = Self.percentEncoded(issuer)
        return "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(base32)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Int(Self.secondsOfAStep))"
    }

    /// The number of the 30 seconds that `time` lies in, counted from 1970.
    public static func step(at time: Date) -> Int { Int((time.timeIntervalSince1970 / secondsOfAStep).rounded(.down)) }

    /// The code of one step. The app shows it; we need it only to compare. `nil` before 1970.
    public func code(step: Int) -> String? {
        guard Self.isStarted, let counter = UInt64(exactly: step) else { return nil }
        var code = [CChar](repeating: 0, count: Self.digits + 1)
        let secret = secret.map { CChar(bitPattern: $0) }
        // OATH_HOTP_DYNAMIC_TRUNCATION is the largest size, which is -1 here.
        guard oath_hotp_generate(secret, secret.count, counter, UInt32(Self.digits), false, -1, &code) == 0 else {
            return nil
        }
        return String(decoding: code.prefix(Self.digits).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The step whose code was typed, if it lies at most `window` steps from that of `time`.
    ///
    /// Store the step and pass it as `after` the next time: a code is then good once (RFC 6238, 5.2).
    public func matchingStep(code typed: String, at time: Date, window: Int = 1, after last: Int? = nil) -> Int? {
        let typed = RandomCode.read(typed)
        let now = Self.step(at: time)
        var matching: Int?
        // To the end even when one matches: the time it takes tells nothing.
        for step in (now - window)...(now + window) {
            if let code = code(step: step), ConstantTime.equal(code, typed), step > last ?? .min { matching = step }
        }
        return matching
    }

    private static func percentEncoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    /// Says nothing of its secret.
    public var description: String { "TOTP" }
    /// Says nothing of its secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
