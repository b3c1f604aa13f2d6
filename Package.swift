// swift-tools-version: 6.2
import PackageDescription

// The house, ground floor first. A room may use the rooms above it in this file, never those below.
// ARCHITECTURE.md says what each room is for; scripts/check-architecture fails on an arrow not drawn there.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The hot rooms: access to a buffer held by one owner needs no run-time exclusivity check.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// What pages are made of: the domain, and the frame they stand in.
let pageRooms: [Target.Dependency] = [
    "Vocabulary", "Definitions", "Checking", "AccessLog", "Outbox", "Register", "Statistics", "Publication", "Accounts",
    "Intake", "Review", "Collecting", "Tabular", "Storage", "Markup", "Secrets", "Web", "Frame",
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
]

let package = Package(
    name: "underlag",
    products: [
        .executable(name: "underlag", targets: ["underlag"]),
        // For Fuzz/, a package of its own.
        .library(name: "Tabular", targets: ["Tabular"]),
        .library(name: "Multipart", targets: ["Multipart"]),
        .library(name: "Vocabulary", targets: ["Vocabulary"]),
        .library(name: "Definitions", targets: ["Definitions"]),
        .library(name: "Checking", targets: ["Checking"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The ground: no domain.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "COath", pkgConfig: "liboath", providers: [.apt(["liboath-dev"])]),
        .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CYajl", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"])]),
        .target(name: "CScan"),
        .target(
            name: "CAssets",
            cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
        .target(name: "Tabular", dependencies: ["CScan", "CExpat", "CZlib", "CXlsxWriter"], swiftSettings: hot),
        .target(name: "Storage", swiftSettings: strict),
        .target(
            name: "SQLiteStorage",
            dependencies: [
                "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Markup", swiftSettings: strict),
        .target(name: "Multipart", swiftSettings: strict),
        .target(name: "Secrets", dependencies: ["CSodium", "COath", "CQrencode"], swiftSettings: strict),
        .target(name: "Transfer", dependencies: ["CCurl"], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Markup", "Multipart", "Secrets", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The river: the domain.
        .target(name: "Vocabulary", swiftSettings: hot),
        .target(
            name: "Definitions",
            dependencies: ["Vocabulary", "Tabular", "CAssets", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Checking", dependencies: ["Vocabulary", "Definitions", "Tabular", "CScan"], swiftSettings: hot),
        .target(name: "AccessLog", dependencies: ["Vocabulary", "Storage"], swiftSettings: strict),
        .target(name: "Outbox", dependencies: ["Vocabulary", "Storage", "Transfer"], swiftSettings: strict),
        .target(
            name: "Register",
            dependencies: ["Vocabulary", "Definitions", "Checking", "AccessLog", "Tabular", "Storage", "Secrets"],
            swiftSettings: strict),
        .target(
            name: "Statistics",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Register"],
            swiftSettings: hot),
        .target(
            name: "Publication",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Register", "Statistics", "Tabular"],
            swiftSettings: strict),
        .target(
            name: "Accounts",
            dependencies: ["Vocabulary", "AccessLog", "Outbox", "Storage", "Secrets", "Transfer"],
            swiftSettings: strict),
        .target(
            name: "Intake",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "AccessLog", "Register", "Tabular", "Storage", "Secrets",
            ],
            swiftSettings: strict),
        .target(
            name: "Review",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "AccessLog", "Register", "Intake", "Statistics", "Publication",
                "Tabular", "Storage", "Secrets",
            ],
            swiftSettings: strict),
        .target(
            name: "Collecting",
            dependencies: [
                "Vocabulary", "Definitions", "AccessLog", "Outbox", "Register", "Statistics", "Accounts", "Intake",
                "Review", "Storage", "Transfer",
            ],
            swiftSettings: strict),
        .target(
            name: "Extraction",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "Register", "Tabular", "Secrets", "Transfer", "CYajl",
            ],
            swiftSettings: hot),
        .target(
            name: "Indicators",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Register", "Statistics"],
            swiftSettings: hot),
        .target(
            name: "Reporting",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "AccessLog", "Register", "Statistics", "Publication",
                "Indicators", "Storage", "Secrets",
            ],
            swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: [
                "Vocabulary", "Definitions", "Publication", "Reporting", "Tabular", "Markup", "CAssets",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(
            name: "Demonstration",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Register", "Tabular"],
            swiftSettings: strict),
        // The portal: the frame that every page stands in, the pages by those who use them, and all of it served.
        .target(
            name: "Frame",
            dependencies: [
                "Vocabulary", "Definitions", "AccessLog", "Accounts", "Outbox", "Register", "Intake", "Review",
                "Collecting", "Storage", "Markup", "Secrets", "Web", "CAssets",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(name: "AccountPages", dependencies: pageRooms, swiftSettings: strict),
        .target(name: "MunicipalityPages", dependencies: pageRooms, swiftSettings: strict),
        .target(name: "AuthorityPages", dependencies: pageRooms, swiftSettings: strict),
        .target(name: "MachineInterface", dependencies: pageRooms, swiftSettings: strict),
        .target(
            name: "ReportPages", dependencies: pageRooms + ["Indicators", "Reporting", "Documents"],
            swiftSettings: strict),
        .target(
            name: "Portal",
            dependencies: pageRooms + [
                "AccountPages", "MunicipalityPages", "AuthorityPages", "MachineInterface", "ReportPages", "Transfer",
                "Reporting", "Documents",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "AccessLog", "Outbox", "Register", "Statistics", "Publication",
                "Accounts", "Intake", "Review", "Collecting", "Demonstration", "Portal", "Tabular", "Storage",
                "Secrets",
                "Transfer", "Extraction", "Indicators", "Reporting", "Documents", "ReportPages",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "underlag",
            dependencies: [
                "Commands", "SQLiteStorage", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Tests, a folder a room.
        .target(
            name: "TestSupport", dependencies: ["Vocabulary", "Definitions", "Checking", "Tabular"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "WebTestSupport",
            dependencies: [
                "Web", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            path: "Tests/WebTestSupport", swiftSettings: strict),
        .executableTarget(
            name: "CrashWriter", dependencies: ["Register", "SQLiteStorage", "TestSupport"],
            path: "Tests/CrashWriter", swiftSettings: strict),
        .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "DefinitionsTests", dependencies: ["Definitions", "Tabular", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CheckingTests", dependencies: ["Checking", "Definitions", "Tabular", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "SQLiteStorage", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RegisterTests",
            dependencies: ["Register", "Storage", "SQLiteStorage", "TestSupport", "CrashWriter"],
            swiftSettings: strict),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "Register", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PublicationTests", dependencies: ["Publication", "Statistics", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "MultipartTests", dependencies: ["Multipart", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "SecretsTests", dependencies: ["Secrets", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "TransferTests", dependencies: ["Transfer", "Outbox", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Markup", "Secrets", "TestSupport", "WebTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction", "Register", "Checking", "Definitions", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "IndicatorsTests",
            dependencies: ["Indicators", "Register", "Checking", "Definitions", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "Indicators", "Register", "Checking", "Definitions", "Demonstration", "Extraction",
                "AccessLog", "SQLiteStorage", "Tabular", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Documents", "Reporting", "Indicators", "Tabular", "Markup", "TestSupport"],
            exclude: ["Checks"], swiftSettings: strict),
        .testTarget(
            name: "AccountsTests", dependencies: ["Accounts", "AccessLog", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Register", "Checking", "Definitions", "SQLiteStorage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReviewTests",
            dependencies: [
                "Review", "Intake", "Register", "Checking", "Definitions", "Demonstration", "SQLiteStorage",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CollectingTests",
            dependencies: [
                "Collecting", "Review", "Intake", "Register", "Accounts", "Outbox", "Checking", "Definitions",
                "SQLiteStorage", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FrameTests",
            dependencies: [
                "Frame", "Web", "Markup", "Accounts", "SQLiteStorage", "TestSupport", "WebTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Browser"], swiftSettings: strict),
        .testTarget(
            name: "PortalTests",
            dependencies: [
                "Portal", "Frame", "Web", "Markup", "Accounts", "Intake", "Review", "Collecting", "Register", "Outbox",
                "Definitions", "Checking", "Demonstration", "Extraction", "Reporting", "Documents", "ReportPages",
                "SQLiteStorage", "Commands", "TestSupport", "WebTestSupport", "underlag",
            ],
            exclude: ["Browser"], swiftSettings: strict),
        .testTarget(
            name: "DemonstrationTests",
            dependencies: [
                "Demonstration", "Extraction", "Indicators", "Register", "Checking", "Definitions", "Vocabulary",
                "SQLiteStorage", "Storage", "Secrets", "Tabular", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "Demonstration", "Publication", "Register", "SQLiteStorage", "TestSupport", "underlag",
            ],
            swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
