import Foundation
import Secrets
import Storage
import Vocabulary

// The app that counts a person's codes: a secret in use, and at times a new one that is to be confirmed by a code.

extension Transaction {
    /// Keeps the secret of an app that has not been confirmed.
    func keepNewApp(_ app: TOTP, of person: Person.ID, settings: AccountSettings, at time: Date) throws {
        try execute(
            """
            UPDATE person SET new_app_secret = \(settings.sealingKey.seal(app.secret)), new_app_at = \(time)
            WHERE id = \(person)
            """)
    }

    /// The app that is to be confirmed, if it was chosen within `lifetime` seconds.
    func newApp(
        of person: Person.ID, settings: AccountSettings, lifetime: TimeInterval, at time: Date
    ) throws -> TOTP? {
        let kept = try first("SELECT new_app_secret, new_app_at FROM person WHERE id = \(person)") {
            (secret: $0.isNull(0) ? nil : settings.sealingKey.open($0.bytes(0)), at: $0.time(1))
        }
        guard let secret = kept?.secret, let chosen = kept?.at, time.timeIntervalSince(chosen) < lifetime else {
            return nil
        }
        return TOTP(secret: secret)
    }

    /// Puts the new app in use when `code` is its; whether it was.
    func confirmNewApp(
        of person: Person.ID, code: String, settings: AccountSettings, lifetime: TimeInterval, at time: Date
    ) throws -> Bool {
        guard let app = try newApp(of: person, settings: settings, lifetime: lifetime, at: time),
            let step = app.matchingStep(code: code, at: time)
        else { return false }
        try execute(
            """
            UPDATE person SET factor = 'app', app_secret = new_app_secret, app_step = \(step), new_app_secret = NULL,
                new_app_at = NULL
            WHERE id = \(person)
            """)
        return true
    }

    /// Whether `code` is that of the app in use, and has not been used. It is then.
    func useAppCode(_ code: String, of person: Person.ID, settings: AccountSettings, at time: Date) throws -> Bool {
        let kept = try first("SELECT app_secret, app_step FROM person WHERE id = \(person)") {
            (secret: $0.isNull(0) ? nil : settings.sealingKey.open($0.bytes(0)), step: $0.optionalInteger(1))
        }
        guard let kept, let secret = kept.secret,
            let step = TOTP(secret: secret).matchingStep(code: code, at: time, after: kept.step)
        else { return false }
        let used = try first(
            """
            UPDATE person SET app_step = \(step) WHERE id = \(person) AND (app_step IS NULL OR app_step < \(step))
            RETURNING id
            """
        ) { $0.integer(0) }
        return used != nil
    }

    /// Codes by mail from now on; the app's secret is forgotten.
    func useMailCodes(for person: Person.ID) throws {
        try execute(
            """
            UPDATE person SET factor = 'mail', app_secret = NULL, app_step = NULL, new_app_secret = NULL,
                new_app_at = NULL
            WHERE id = \(person)
            """)
    }
}

extension AppSecret {
    init(_ app: TOTP, of person: Person, settings: AccountSettings) {
        uri = app.uri(issuer: settings.serviceName[person.language], account: person.email)
        typed = app.base32
    }
}
