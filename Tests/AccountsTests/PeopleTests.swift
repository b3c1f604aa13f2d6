import Accounts
import Foundation
import SQLiteStorage
import TestSupport
import Testing
import Vocabulary

@Suite("People", .fewAtATime)
struct PeopleTests {
    let fixture: AccountsFixture
    let accounts: Accounts
    let start: Date
    let anna: Person
    let bo: Person
    let lisa: Person

    init() async throws {
        fixture = try await AccountsFixture()
        accounts = fixture.accounts
        start = fixture.start
        anna = try await fixture.add("Anna Ek", fixture.uppsala, [.coordinator])
        bo = try await fixture.add("Bo Berg", fixture.uppsala, [.reporter])
        lisa = try await fixture.add("Lisa Norr", .authority, [.administrator])
    }

    @Test("Deactivation ends sessions at once and keeps keys, which are named")
    func deactivation() async throws {
        let carl = try await fixture.add("Carl Lind", fixture.uppsala, [.coordinator])
        let token = try await accounts.signIn(carl.id, from: fixture.client, at: start)
        #expect(try await accounts.session(token, at: start) != nil)
        let uppsala = try #require(fixture.uppsala.municipality)
        let (key, secret) = try await accounts.makeKey(
            for: uppsala, name: "Nattjobb", scopes: [.submit], expiresAt: start + 90 * 86_400, by: .person(carl),
            at: start)
        let left = try await accounts.deactivate(carl.id, by: .person(anna), at: start)
        #expect(left.map(\.id) == [key.id])
        #expect(try await accounts.session(token, at: start) == nil)
        #expect(try await accounts.key(secret, at: start)?.id == key.id)
        await #expect(throws: AccountsError.notActive) {
            try await accounts.signIn(carl.id, from: fixture.client, at: start)
        }
        #expect(try await accounts.reactivate(carl.id, by: .person(anna), at: start).status == .active)
        #expect(try await accounts.session(token, at: start) == nil)
        #expect(try await fixture.log(fixture.uppsala).suffix(2).map { $0.prefix(10) } == ["deactivate", "reactivate"])
    }

    @Test("A municipality's last coordinator stays until there is another, unless the authority decides")
    func lastCoordinator() async throws {
        let error = AccountsError.lastOne(.coordinator)
        await #expect(throws: error) {
            try await accounts.changeRoles(of: anna.id, to: [.reporter], by: .person(anna), at: start)
        }
        let carl = try await fixture.add("Carl Lind", fixture.uppsala, [.coordinator])
        #expect(
            try await accounts.changeRoles(of: anna.id, to: [.reporter], by: .person(carl), at: start).roles == [
                .reporter
            ])
        await #expect(throws: AccountsError.ownAccount) {
            try await accounts.deactivate(carl.id, by: .person(carl), at: start)
        }
        // A coordinator who has left does not count.
        _ = try await accounts.changeRoles(of: bo.id, to: [.coordinator], by: .person(carl), at: start)
        _ = try await accounts.deactivate(bo.id, by: .person(carl), at: start)
        await #expect(throws: error) {
            try await accounts.changeRoles(of: carl.id, to: [.reader], by: .person(carl), at: start)
        }
        _ = try await accounts.deactivate(carl.id, by: .person(lisa), at: start)
    }

    @Test("Nobody gives roles to themselves, and the last administrator is taken out by the command line only")
    func ownRoles() async throws {
        await #expect(throws: AccountsError.ownRoles) {
            try await accounts.changeRoles(of: lisa.id, to: [.administrator, .reviewer], by: .person(lisa), at: start)
        }
        let both: Set<Role> = [.administrator, .reviewer]
        let made = try await accounts.changeRoles(of: lisa.id, to: both, by: .commandLine, at: start)
        await #expect(throws: AccountsError.lastOne(.administrator)) {
            try await accounts.changeRoles(of: lisa.id, to: [.reviewer], by: .person(made), at: start)
        }
        let gun = try await fixture.add("Gun Gran", .authority, [.administrator])
        _ = try await accounts.changeRoles(of: lisa.id, to: [.reviewer], by: .person(made), at: start)
        await #expect(throws: AccountsError.ownAccount) {
            try await accounts.deactivate(gun.id, by: .person(gun), at: start)
        }
        _ = try await accounts.deactivate(gun.id, by: .commandLine, at: start)
    }

    @Test("People of another organisation cannot be touched, and the attempt is in that organisation's log")
    func others() async throws {
        let ali = try await fixture.add("Ali Kiv", fixture.knivsta, [.coordinator])
        let error = AccountsError.forbidden(.managePeople, fixture.uppsala)
        await #expect(throws: error) { try await accounts.deactivate(anna.id, by: .person(ali), at: start) }
        await #expect(throws: error) {
            try await accounts.changeRoles(of: bo.id, to: [.coordinator], by: .person(bo), at: start)
        }
        await #expect(throws: error) { try await accounts.changeContact(bo.id, to: true, by: .person(bo), at: start) }
        await #expect(throws: error) { try await accounts.people(of: fixture.uppsala, by: .person(ali), at: start) }
        await #expect(throws: error) { try await accounts.resetFactor(of: bo.id, by: .person(ali), at: start) }
        await #expect(throws: AccountsError.forbidden(.managePeople, .authority)) {
            try await accounts.people(by: .person(anna), at: start)
        }
        #expect(try await fixture.log(fixture.uppsala).filter { $0 == "refuse: \(ali.actor)" }.count == 3)
        #expect(try await accounts.people(by: .person(lisa), at: start)[fixture.uppsala] == [anna, bo])
    }

    @Test("A changed role counts from the next request on")
    func roleInSession() async throws {
        let token = try await accounts.signIn(bo.id, from: fixture.client, at: start)
        let before = try #require(try await accounts.session(token, at: start))
        #expect(!AccessPolicy.may(.person(before.person), .managePeople, of: fixture.uppsala))
        _ = try await accounts.changeRoles(of: bo.id, to: [.coordinator], by: .person(anna), at: start)
        let after = try #require(try await accounts.session(token, at: start))
        #expect(AccessPolicy.may(.person(after.person), .managePeople, of: fixture.uppsala))
    }

    @Test("Reminders go to contact persons, else to coordinators, else to the registrar, else to nobody")
    func contacts() async throws {
        let uppsala = try #require(fixture.uppsala.municipality)
        let knivsta = try #require(fixture.knivsta.municipality)
        #expect(try await accounts.contacts(of: uppsala).people.map(\.email) == ["anna.ek@uppsala.se"])
        #expect(try await accounts.contacts(of: knivsta).addresses.isEmpty)
        _ = try await accounts.changeOrganisation(
            fixture.knivsta, registrar: "Registrator@knivsta.se", language: .en, by: .person(lisa), at: start)
        let registrar = try #require(try await accounts.contacts(of: knivsta).addresses.first)
        #expect(registrar == ("registrator@knivsta.se", .en))
        _ = try await accounts.changeContact(bo.id, to: true, by: .person(anna), at: start)
        #expect(try await accounts.contacts(of: uppsala).people.map(\.email) == ["bo.berg@uppsala.se"])
        _ = try await accounts.changeContact(anna.id, to: true, by: .person(anna), at: start)
        let all = try await accounts.contacts()
        // The coordinator first, whoever was marked first.
        #expect(all[fixture.uppsala]?.people.map(\.name) == ["Anna Ek", "Bo Berg"])
        #expect(all[fixture.knivsta]?.people.isEmpty == true && all[.authority]?.people.map(\.name) == ["Lisa Norr"])
        _ = try await accounts.deactivate(bo.id, by: .person(anna), at: start)
        #expect(try await accounts.contacts(of: uppsala).people.map(\.name) == ["Anna Ek"])
    }

    @Test("A municipality where nobody has signed in is reminded by those invited, the active before them")
    func invitedContacts() async throws {
        let knivsta = try #require(fixture.knivsta.municipality)
        func invite(_ email: String, _ role: Role) async throws {
            _ = try await accounts.invite(
                Invitee(email: email, organisation: fixture.knivsta, roles: [role]), by: .person(lisa), at: start)
        }
        try await invite("las@knivsta.se", .reader)
        #expect(try await accounts.contacts(of: knivsta).addresses.isEmpty)
        try await invite("lamna@knivsta.se", .reporter)
        #expect(try await accounts.contacts(of: knivsta).people.map(\.name) == ["lamna@knivsta.se"])
        try await invite("sam@knivsta.se", .coordinator)
        #expect(try await accounts.contacts(of: knivsta).people.map(\.email) == ["sam@knivsta.se"])
        let ali = try await fixture.add("Ali Kiv", fixture.knivsta, [.reporter])
        #expect(try await accounts.contacts(of: knivsta).people.map(\.id) == [ali.id])
    }

    @Test("People are made up in one go where there are none, and only there")
    func madeUp() async throws {
        let empty = try await Accounts(
            SQLiteDatabase(folder: fixture.folder.url.path + "/empty"), settings: accounts.settings)
        let made = Municipality.all.map {
            MadeUpPerson(
                name: "Person \($0.name)", email: "p@k\($0.code).example", organisation: .municipality($0),
                roles: [.coordinator], isContact: true)
        }
        #expect(try await empty.makeUp(made, password: AccountsFixture.password, at: start).count == 290)
        #expect(try await empty.contacts().count == 290)
        await #expect(throws: AccountsError.notEmpty) {
            try await empty.makeUp(made, password: AccountsFixture.password, at: start)
        }
    }

    @Test("Domains are the authority's to change; the registrar's address is the municipality's own")
    func organisation() async throws {
        await #expect(throws: AccountsError.forbidden(.changeDomains, fixture.uppsala)) {
            try await accounts.changeDomains(of: fixture.uppsala, to: ["gmail.example"], by: .person(anna), at: start)
        }
        let changed = try await accounts.changeDomains(
            of: fixture.uppsala, to: ["@Uppsala.SE", "uppsala.se", "soc.example"], by: .person(lisa), at: start)
        #expect(changed.domains == ["uppsala.se", "soc.example"])
        for typed in ["", "uppsala", "upp sala..se", "x@y.se"] {
            await #expect(throws: AccountsError.notADomain(typed)) {
                try await accounts.changeDomains(of: fixture.uppsala, to: [typed], by: .person(lisa), at: start)
            }
        }
        _ = try await accounts.changeOrganisation(
            fixture.uppsala, registrar: "reg@uppsala.se", language: .sv, by: .person(anna), at: start)
        let none = try await accounts.changeOrganisation(
            fixture.uppsala, registrar: " ", language: .sv, by: .person(anna), at: start)
        #expect(none.registrar == nil && none.domains == ["uppsala.se", "soc.example"])
    }
}
