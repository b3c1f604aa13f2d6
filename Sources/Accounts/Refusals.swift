import Vocabulary

// What is refused whoever asks.

extension AccountsError {
    private static let longestName = 100

    /// A name as it was typed, without the spaces around it. Throws `badName`.
    static func name(_ typed: String) throws(AccountsError) -> String {
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = name.unicodeScalars.allSatisfy {
            !$0.properties.generalCategory.isControl && $0 != "<" && $0 != ">"
        }
        guard !name.isEmpty, name.count <= longestName, isPlain, !IdentityNumber.looksLikeOne(in: name) else {
            throw .badName
        }
        return name
    }

    /// Throws `password`.
    static func refuse(
        password: String, name: String, email: String, organisation: Organisation
    ) throws(AccountsError) {
        if let fault = PasswordRules.fault(in: password, name: name, email: email, organisation: organisation) {
            throw .password(fault)
        }
    }

    /// Throws `noRoles`, `foreignRole`.
    static func refuse(_ roles: Set<Role>, in organisation: Organisation) throws(AccountsError) {
        if roles.isEmpty { throw .noRoles }
        let here = Role.roles(of: organisation)
        if let foreign = Role.allCases.first(where: { roles.contains($0) && !here.contains($0) }) {
            throw .foreignRole(foreign, organisation)
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
