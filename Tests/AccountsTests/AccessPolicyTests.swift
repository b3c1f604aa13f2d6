@testable import Accounts
import Foundation
import Storage
import Testing
import Vocabulary

@Suite("Who may do what")
struct AccessPolicyTests {
    /// Written by hand from the design, not from the code. In each cell: own organisation, then another;
    /// `+` may, `-` may not. A changed decision is a changed line here.
    static let decisions = """
        permission     coordinator reporter controller reader reviewer publisher administrator key:check key:submit key:read
        check          +-          +-       --         --     --       --        --            +-        +-         --
        deliver        +-          +-       --         --     --       --        --            --        +-         --
        withdraw       +-          +-       --         --     --       --        --            --        --         --
        decline        +-          +-       --         --     --       --        --            --        --         --
        comment        +-          +-       --         --     --       --        --            --        --         --
        ask            +-          +-       +-         +-     --       --        --            --        --         --
        see-deliveries +-          +-       +-         +-     ++       ++        --            --        +-         +-
        see-drafts     +-          +-       --         --     --       --        --            +-        +-         --
        see-rows       +-          +-       --         --     ++       --        --            --        --         --
        fetch-file     +-          +-       --         --     ++       --        --            --        --         --
        see-reports    +-          +-       +-         +-     --       --        --            --        --         --
        write-report   --          --       +-         --     --       --        --            --        --         --
        approve-report --          --       +-         --     --       --        --            --        --         --
        publish-report --          --       +-         --     --       --        --            --        --         --
        oversee        --          --       --         --     ++       ++        --            --        --         --
        remind         --          --       --         --     ++       --        --            --        --         --
        extend         --          --       --         --     ++       --        --            --        --         --
        plan           --          --       --         --     ++       --        --            --        --         --
        review         --          --       --         --     ++       --        --            --        --         --
        export         --          --       --         --     ++       --        --            --        --         --
        answer         --          --       --         --     ++       --        --            --        --         --
        preview-rules  --          --       --         --     ++       --        --            --        --         --
        publish        --          --       --         --     --       ++        --            --        --         --
        manage-people  +-          --       --         --     --       --        ++            --        --         --
        change-domains --          --       --         --     --       --        ++            --        --         --
        make-keys      +-          --       --         --     --       --        --            --        --         --
        revoke-keys    +-          --       --         --     --       --        ++            --        --         --
        see-log        +-          +-       +-         +-     +-       +-        ++            --        --         --
        review-log     --          --       --         --     --       --        ++            --        --         --
        """

    let uppsala: Organisation
    let knivsta: Organisation

    init() throws {
        uppsala = .municipality(try #require(Municipality(code: "0380")))
        knivsta = .municipality(try #require(Municipality(code: "0330")))
    }

    func person(_ roles: Set<Role>, in organisation: Organisation, _ status: Person.Status = .active) -> Caller {
        .person(
            Person(
                id: 1, name: "Anna Ek", email: "anna.ek@uppsala.se", organisation: organisation, roles: roles,
                status: status, language: .sv, isContact: false, factor: .app, createdAt: .distantPast,
                lastSignedInAt: nil))
    }

    func key(_ scopes: Set<KeyScope>, of organisation: Organisation) -> Caller {
        .key(
            APIKey(
                id: 1, organisation: organisation, name: "Nattjobb", scopes: scopes, ending: "abcd", madeBy: 1,
                createdAt: .distantPast, expiresAt: .distantFuture, lastUsedAt: nil, revokedAt: nil))
    }

    func caller(_ column: Substring) throws -> (caller: Caller, own: Organisation) {
        if column.hasPrefix("key:") {
            return (key([try #require(KeyScope(rawValue: String(column.dropFirst(4))))], of: uppsala), uppsala)
        }
        let role = try #require(Role(rawValue: String(column)))
        let own: Organisation = role.isOfAuthority ? .authority : uppsala
        return (person([role], in: own), own)
    }

    @Test("Every role and key may do what the table says, with its own and with another organisation")
    func matrix() throws {
        let lines = Self.decisions.split(separator: "\n").map { $0.split(separator: " ") }
        let columns = try #require(lines.first).dropFirst()
        #expect(columns.count == Role.allCases.count + KeyScope.allCases.count)
        #expect(Set(lines.dropFirst().map { String($0[0]) }) == Set(Permission.allCases.map(\.rawValue)))
        for line in lines.dropFirst() {
            let permission = try #require(Permission(rawValue: String(line[0])))
            for (column, cell) in zip(columns, line.dropFirst()) {
                let (caller, own) = try caller(column)
                let found = [own, knivsta].map { AccessPolicy.may(caller, permission, of: $0) ? "+" : "-" }.joined()
                #expect(found == cell, "\(permission) \(column)")
                // What is another's is not the authority's either, nor the other way about.
                let third: Organisation = own == .authority ? uppsala : .authority
                let reachesOthers = AccessPolicy.may(caller, permission, of: third)
                #expect(reachesOthers == cell.hasSuffix("+"), "\(permission) \(column)")
            }
        }
    }

    @Test("Several roles may what any of them may", arguments: Permission.allCases)
    func union(_ permission: Permission) {
        let both = AccessPolicy.may(person([.reader, .reporter], in: uppsala), permission, of: uppsala)
        let either = [Role.reader, .reporter].contains {
            AccessPolicy.may(person([$0], in: uppsala), permission, of: uppsala)
        }
        #expect(both == either)
        let scopes = AccessPolicy.may(key([.check, .read], of: uppsala), permission, of: uppsala)
        #expect(
            scopes
                == [KeyScope.check, .read].contains {
                    AccessPolicy.may(key([$0], of: uppsala), permission, of: uppsala)
                })
    }

    @Test(
        "Whoever has not joined, has left, has no role or a role from elsewhere may nothing",
        arguments: Permission.allCases)
    func nothing(_ permission: Permission) {
        for organisation in [uppsala, knivsta, .authority] {
            for caller in [
                person(Set(Role.allCases), in: organisation, .invited),
                person(Set(Role.allCases), in: organisation, .deactivated), person([], in: organisation),
                person([.reviewer, .publisher, .administrator], in: uppsala),
                person([.coordinator, .reporter, .controller, .reader], in: .authority), key([], of: organisation),
                key(Set(KeyScope.allCases), of: .authority),
            ] {
                #expect(!AccessPolicy.may(caller, permission, of: organisation))
            }
            #expect(AccessPolicy.may(.commandLine, permission, of: organisation))
        }
    }
}
