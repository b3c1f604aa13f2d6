import AccessLog
public import Foundation
import Storage
import Transfer
public import Vocabulary

extension Accounts {
    /// What `organisation` has said of itself; without domains until somebody has said which.
    public func organisation(_ organisation: Organisation) async throws(AccountsError) -> OrganisationSettings {
        try await read { try $0.organisation(organisation) }
    }

    /// Says which mail domains are the organisation's own. People who have joined stay. Throws `notADomain`.
    public func changeDomains(
        of organisation: Organisation, to typed: [String], by caller: Caller, at time: Date
    ) async throws(AccountsError) -> OrganisationSettings {
        try await require(.changeDomains, of: organisation, by: caller, at: time)
        var domains: [String] = []
        for each in typed {
            guard let domain = MailAddress.domain(typed: each) else { throw .notADomain(each) }
            if !domains.contains(domain) { domains.append(domain) }
        }
        return try await change(organisation, "domäner \(domains.joined(separator: " "))", by: caller, at: time) {
            [domains] in $0.domains = domains
        }
    }

    /// Changes the registrar's address (empty for none) and the language. Throws `notAnAddress`.
    public func changeOrganisation(
        _ organisation: Organisation, registrar typed: String, language: Language, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> OrganisationSettings {
        try await require(.managePeople, of: organisation, by: caller, at: time)
        let isNone = typed.allSatisfy(\.isWhitespace)
        let registrar = MailAddress(typed: typed)?.text
        guard isNone || registrar != nil else { throw .notAnAddress }
        return try await change(organisation, "registrator \(registrar ?? "ingen")", by: caller, at: time) {
            $0.registrar = registrar
            $0.language = language
        }
    }

    private func change(
        _ organisation: Organisation, _ detail: String, by caller: Caller, at time: Date,
        _ change: @escaping @Sendable (inout OrganisationSettings) -> Void
    ) async throws(AccountsError) -> OrganisationSettings {
        try await write { transaction in
            var settings = try transaction.organisation(organisation)
            change(&settings)
            try transaction.keep(settings)
            try transaction.log(
                Event(
                    at: time, actor: caller.actor, organisation: organisation, act: .changedOrganisation,
                    subject: detail))
            return settings
        }
    }
}

extension Transaction {
    func organisation(_ organisation: Organisation) throws -> OrganisationSettings {
        try first("SELECT domains, registrar, language FROM organisation WHERE code = \(organisation.code)") {
            OrganisationSettings(
                organisation: organisation, domains: $0.text(0).split(separator: " ").map(String.init),
                registrar: $0.optionalText(1), language: Language(rawValue: $0.text(2)) ?? .sv)
        } ?? OrganisationSettings(organisation: organisation, domains: [], registrar: nil, language: .sv)
    }

    func keep(_ settings: OrganisationSettings) throws {
        try execute(
            """
            INSERT INTO organisation (code, domains, registrar, language)
            VALUES (
                \(settings.organisation.code), \(settings.domains.joined(separator: " ")), \(settings.registrar),
                \(settings.language.rawValue)
            )
            ON CONFLICT (code) DO UPDATE SET
                domains = excluded.domains, registrar = excluded.registrar, language = excluded.language
            """)
    }
}
