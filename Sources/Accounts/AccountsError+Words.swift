public import Vocabulary

extension AccountsError {
    /// What to say to whoever was refused, and how to go on; `nil` for what is our own fault.
    public var words: Localized? {
        switch self {
        case .storage, .outOfMemory: nil
        case .forbidden:
            Localized(sv: "Du har inte behörighet till det här.", en: "You may not do this.")
        case .noSuchPerson: Localized(sv: "Personen finns inte.", en: "There is no such person.")
        case .noSuchKey: Localized(sv: "Nyckeln finns inte.", en: "There is no such key.")
        case .notAnAddress:
            Localized(
                sv: "Skriv en e-postadress, till exempel anna.ek@uppsala.se.",
                en: "Type an e-mail address, for example anna.ek@uppsala.se.")
        case .foreignDomain(let domain, let allowed):
            Self.foreignDomain(domain, allowed)
        case .addressTaken:
            Localized(
                sv: "Adressen har redan ett konto. Leta upp personen i listan, eller skriv en annan adress.",
                en: "The address has an account already. Find the person in the list, or type another address.")
        case .notADomain:
            Localized(
                sv: "Skriv domäner som i uppsala.se, en på varje rad.",
                en: "Type domains such as uppsala.se, one a line.")
        case .noRoles: Localized(sv: "Välj minst en roll.", en: "Choose at least one role.")
        case .foreignRole(let role, _):
            Localized(
                sv: "Rollen \(role.title.sv) finns inte i den här organisationen. Välj en annan.",
                en: "The role \(role.title.en) is not to be had in this organisation. Choose another.")
        case .ownRoles:
            Localized(
                sv: "Du kan inte ge dig själv en roll som får mer än du. Be en kollega som kan det.",
                en: "You cannot give yourself a role that may more than you. Ask a colleague who can.")
        case .ownAccount:
            Localized(
                sv: "Du kan inte stänga av ditt eget konto. Be en kollega som kan det.",
                en: "You cannot deactivate your own account. Ask a colleague who can.")
        case .lastOne(let role):
            Localized(
                sv: "Minst en person behöver vara \(role.title.sv.lowercased()). Ge någon annan rollen först.",
                en: "At least one person must be \(role.title.en.lowercased()). Give somebody else the role first.")
        case .notActive:
            Localized(sv: "Kontot är inte aktivt.", en: "The account is not active.")
        case .alreadyJoined:
            Localized(
                sv: "Personen har redan tackat ja till sin inbjudan.",
                en: "The person has already accepted the invitation.")
        case .alreadyBootstrapped:
            Localized(
                sv: "Det finns redan en administratör, som kan bjuda in fler.",
                en: "There is an administrator already, who can invite others.")
        case .notEmpty:
            Localized(
                sv: "Det finns redan konton här. Påhittade personer läggs bara till där det inte finns några.",
                en: "There are accounts here already. People are made up only where there are none.")
        case .badName:
            Localized(
                sv: "Skriv ett namn på högst 100 tecken, utan personnummer och utan tecknen < och >.",
                en: "Type a name of at most 100 characters, without identity numbers and without < and >.")
        case .password(let fault): fault.words
        case .deadLink:
            Localized(
                sv: "Länken är redan använd eller för gammal. Be om en ny.",
                en: "The link has been used or is too old. Ask for a new one.")
        case .signedOut: Localized(sv: "Du är utloggad. Logga in igen.", en: "You are signed out. Sign in again.")
        case .wrongPassword:
            Localized(
                sv: "Det är inte ditt lösenord. Skriv det du loggar in med.",
                en: "That is not your password. Type the one you sign in with.")
        case .wrongCode:
            Localized(
                sv:
                    "Koden stämmer inte. Skriv koden som appen visar nu, och kontrollera att telefonens klocka går rätt.",
                en:
                    "The code is not right. Type the code that the app shows now, and see that the telephone's clock is right."
            )
        case .tooManyTries:
            Localized(
                sv: "För många försök har varit fel. Vänta en stund och försök igen.",
                en: "Too many tries have been wrong. Wait a while and try again.")
        case .noScopes:
            Localized(
                sv: "Välj minst en sak som nyckeln är till för.", en: "Choose at least one thing that the key is for.")
        case .badExpiry:
            Localized(
                sv: "Välj en dag från och med i morgon och inom två år.",
                en: "Choose a day from tomorrow on and within two years.")
        }
    }

    private static func foreignDomain(_ domain: String, _ allowed: [String]) -> Localized {
        allowed.isEmpty
            ? Localized(
                sv:
                    "Organisationen har ingen e-postdomän än. Be administratören på myndigheten att lägga till \(domain).",
                en: "The organisation has no mail domain yet. Ask the authority's administrator to add \(domain).")
            : Localized(
                sv: """
                    Adressen slutar på \(domain). Skriv en som slutar på \(allowed.joined(separator: " eller ")), eller be \
                    administratören på myndigheten att lägga till domänen.
                    """,
                en: """
                    The address ends with \(domain). Type one that ends with \(allowed.joined(separator: " or ")), or ask \
                    the authority's administrator to add the domain.
                    """)
    }
}

extension PasswordFault {
    /// What to say of it.
    public var words: Localized {
        switch self {
        case .short:
            Localized(
                sv: "Lösenordet är för kort. Välj minst \(PasswordRules.shortest) tecken, gärna några ord i rad.",
                en:
                    "The password is too short. Choose at least \(PasswordRules.shortest) characters, such as a few words."
            )
        case .long:
            Localized(
                sv: "Lösenordet är för långt. Välj högst \(PasswordRules.longest) tecken.",
                en: "The password is too long. Choose at most \(PasswordRules.longest) characters.")
        case .easy:
            Localized(
                sv: """
                    Lösenordet är lätt att gissa: det är nästan bara vanliga ord, ditt namn, din adress eller tecken i \
                    följd. Lägg till några ord som bara du tänker på.
                    """,
                en: """
                    The password is easy to guess: it is hardly more than common words, your name, your address or runs of \
                    characters. Add some words that only you think of.
                    """)
        }
    }
}
