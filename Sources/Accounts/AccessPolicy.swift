public import Vocabulary

/// Every decision of who may do what to whose data (*behörighet*), in one table.
public enum AccessPolicy {
    /// Whether `caller` has `permission` over what belongs to `organisation`.
    ///
    /// What concerns a whole collection belongs to the authority. The command line may do all: whoever can run it can
    /// open the database. A key counts as long as `Accounts.key` gives it; a person as long as the account is active.
    public static func may(_ caller: Caller, _ permission: Permission, of organisation: Organisation) -> Bool {
        let row = row(permission)
        switch caller {
        case .commandLine:
            return true
        case .person(let person):
            let isOwn = person.organisation == organisation
            // A role counts only where it can be had, whatever has come to be stored.
            return person.status == .active
                && person.roles.contains {
                    $0.isOfAuthority == (person.organisation == .authority) && row.reach($0).includes(isOwn: isOwn)
                }
        case .key(let key):
            let isOwn = key.organisation == organisation
            return key.organisation != .authority && key.scopes.contains { row.reach($0).includes(isOwn: isOwn) }
        }
    }

    /// Whether whoever has the roles `held` may all that `roles` give.
    static func covers(_ held: Set<Role>, _ roles: Set<Role>) -> Bool {
        Permission.allCases.allSatisfy { permission in
            let row = row(permission)
            return roles.allSatisfy { role in held.contains { row.reach(role) <= row.reach($0) } }
        }
    }

    /// How far a permission goes.
    private enum Reach: Int, Comparable {
        /// Not at all.
        case not
        /// To the own organisation.
        case own
        /// To every organisation.
        case all

        static func < (one: Reach, other: Reach) -> Bool { one.rawValue < other.rawValue }

        func includes(isOwn: Bool) -> Bool {
            switch self {
            case .not: false
            case .own: isOwn
            case .all: true
            }
        }
    }

    private struct Row {
        let coordinator, reporter, controller, reader, reviewer, publisher, administrator, check, submit, read: Reach

        init(
            _ coordinator: Reach, _ reporter: Reach, _ controller: Reach, _ reader: Reach, _ reviewer: Reach,
            _ publisher: Reach, _ administrator: Reach, _ check: Reach, _ submit: Reach, _ read: Reach
        ) {
            self.coordinator = coordinator
            self.reporter = reporter
            self.controller = controller
            self.reader = reader
            self.reviewer = reviewer
            self.publisher = publisher
            self.administrator = administrator
            self.check = check
            self.submit = submit
            self.read = read
        }

        func reach(_ role: Role) -> Reach {
            switch role {
            case .coordinator: coordinator
            case .reporter: reporter
            case .controller: controller
            case .reader: reader
            case .reviewer: reviewer
            case .publisher: publisher
            case .administrator: administrator
            }
        }

        func reach(_ scope: KeyScope) -> Reach {
            switch scope {
            case .check: check
            case .submit: submit
            case .read: read
            }
        }
    }

    /// The table. Columns: coordinator, reporter, controller, reader; reviewer, publisher, administrator; a key's check, submit, read.
    ///
    /// The authority never delivers for a municipality nor sees what it has not submitted. An administrator decides who
    /// may, but sees no rows. A controller makes reports of figures that others deliver. A key cannot take back, decline or speak for the municipality: people do that.
    private static func row(_ permission: Permission) -> Row {
        switch permission {
        case .check:
            Row(.own, .own, .not, .not, .not, .not, .not, .own, .own, .not)
        case .deliver:
            Row(.own, .own, .not, .not, .not, .not, .not, .not, .own, .not)
        case .withdraw, .decline, .comment:
            Row(.own, .own, .not, .not, .not, .not, .not, .not, .not, .not)
        case .ask:
            Row(.own, .own, .own, .own, .not, .not, .not, .not, .not, .not)
        case .seeDeliveries:
            Row(.own, .own, .own, .own, .all, .all, .not, .not, .own, .own)
        case .seeDrafts:
            Row(.own, .own, .not, .not, .not, .not, .not, .own, .own, .not)
        case .seeRows, .fetchFile:
            Row(.own, .own, .not, .not, .all, .not, .not, .not, .not, .not)
        case .seeReports:
            Row(.own, .own, .own, .own, .not, .not, .not, .not, .not, .not)
        case .writeReport, .approveReport, .publishReport:
            Row(.not, .not, .own, .not, .not, .not, .not, .not, .not, .not)
        case .oversee:
            Row(.not, .not, .not, .not, .all, .all, .not, .not, .not, .not)
        case .remind, .extend, .plan, .review, .export, .answer, .previewRules:
            Row(.not, .not, .not, .not, .all, .not, .not, .not, .not, .not)
        case .publish:
            Row(.not, .not, .not, .not, .not, .all, .not, .not, .not, .not)
        case .managePeople:
            Row(.own, .not, .not, .not, .not, .not, .all, .not, .not, .not)
        case .changeDomains:
            Row(.not, .not, .not, .not, .not, .not, .all, .not, .not, .not)
        case .makeKeys:
            Row(.own, .not, .not, .not, .not, .not, .not, .not, .not, .not)
        case .revokeKeys:
            Row(.own, .not, .not, .not, .not, .not, .all, .not, .not, .not)
        case .seeLog:
            Row(.own, .own, .own, .own, .own, .own, .all, .not, .not, .not)
        case .reviewLog:
            Row(.not, .not, .not, .not, .not, .not, .all, .not, .not, .not)
        }
    }
}
