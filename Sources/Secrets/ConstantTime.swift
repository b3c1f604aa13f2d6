import CSodium

/// Comparison whose duration tells nothing of where two secrets differ.
public enum ConstantTime {
    /// Whether the texts are the same, byte for byte. That they differ in length is no secret.
    public static func equal(_ one: String, _ other: String) -> Bool {
        let one = Array(one.utf8)
        let other = Array(other.utf8)
        return one.count == other.count && sodium_memcmp(one, other, one.count) == 0
    }
}
