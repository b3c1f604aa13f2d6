import Vocabulary

/// Which passwords may be chosen (OWASP ASVS 5, chapter 6.2).
public enum PasswordRules {
    /// Characters.
    public static let shortest = 12
    /// Characters.
    public static let longest = 128

    // So many characters must be left when what everybody tries has been taken out.
    private static let ownCharacters = 6
    private static let differentCharacters = 5

    /// What is wrong with `password` for somebody called `name` with this address; `nil` when it may be chosen.
    static func fault(
        in password: String, name: String, email: String, organisation: Organisation
    ) -> PasswordFault? {
        if password.count < shortest { return .short }
        if password.count > longest { return .long }
        var own = (name.lowercased() + " " + email).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let municipality = organisation.municipality { own.append(municipality.name.lowercased()) }
        let left = withoutRuns(without(own + TriedWords.all, in: password.lowercased()))
        return left.count < ownCharacters || Set(password).count < differentCharacters ? .easy : nil
    }

    private static func without(_ words: [String], in password: String) -> String {
        // The longest first, so that a short word does not cut it in two.
        words.filter { $0.count >= 3 }.sorted { $0.count > $1.count }
            .reduce(password.filter { !" .-_".contains($0) }) { $0.replacing($1, with: "") }
    }

    /// Without the characters that repeat or follow the one before: of "111234" the first is left.
    private static func withoutRuns(_ text: String) -> String {
        var before: Int?
        return String(
            text.filter { character in
                let code = Int(character.unicodeScalars.first?.value ?? 0)
                defer { before = code }
                return before.map { abs($0 - code) > 1 } ?? true
            })
    }
}
