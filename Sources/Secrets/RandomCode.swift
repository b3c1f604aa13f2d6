/// Codes that people read and type.
public enum RandomCode {
    // Without 0 O 1 I L, and without U, which is taken for V.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Digits for a code sent by mail or message. Six are 20 bits: only for minutes, and few tries.
    public static func digits(_ count: Int = 6) -> String {
        String((0..<count).map { _ in Character(String(Sodium.random(below: 10))) })
    }

    /// Capitals and digits that cannot be taken for one another, "K7QM-4XRD-9TWA". Three groups are 58 bits: keep them
    /// as `PasswordHasher.digest(of:salt:)`.
    public static func letters(groups: Int = 3) -> String {
        (0..<groups).map { _ in
            String((0..<4).map { _ in alphabet[Sodium.random(below: alphabet.count)] })
        }.joined(separator: "-")
    }

    /// What was meant by a code as typed: capitals, without spaces and hyphens. Compare and digest this form only.
    public static func read(_ typed: String) -> String {
        String(typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2013}" })
    }
}
