import Accounts
import Frame

/// What a form calls the fields that accounts may find something in.
struct AccountFields {
    var email = "epost"
    var name = "namn"
    var password = "losenord"
    var oldPassword = "nuvarande"
    var code = "kod"
    var roles = "roller"
    var domains = "domaner"
    var scopes = "behorighet"
    var expiry = "giltig"

    /// The field that `error` is about; `nil` for what no form can mend.
    fileprivate func field(of error: AccountsError) -> String? {
        switch error {
        case .notAnAddress, .foreignDomain, .addressTaken: email
        case .notADomain: domains
        case .noRoles, .foreignRole, .ownRoles, .lastOne: roles
        case .badName: name
        case .password: password
        case .wrongPassword, .tooManyTries: oldPassword
        case .wrongCode: code
        case .noScopes: scopes
        case .badExpiry: expiry
        case .storage, .outOfMemory, .forbidden, .noSuchPerson, .noSuchKey, .ownAccount, .notActive, .alreadyJoined,
            .alreadyBootstrapped, .notEmpty, .deadLink, .signedOut:
            nil
        }
    }
}

extension FormErrors {
    /// What is to be mended after `error`, at the one of `fields` that it is about; `nil` for what no form can mend.
    init?(_ error: AccountsError, on page: Page, at fields: AccountFields) {
        guard let field = fields.field(of: error), let words = error.words else { return nil }
        self.init(field, page.say(words))
    }
}
