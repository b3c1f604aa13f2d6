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

let package = Package(
    name: "underlag",
    products: [
        .executable(name: "underlag", targets: ["underlag"]),
        // For Fuzz/, a package of its own.
        .library(name: "Tabular", targets: ["Tabular"]),
        .library(name: "Vocabulary", targets: ["Vocabulary"]),
        .library(name: "Definitions", targets: ["Definitions"]),
        .library(name: "Checking", targets: ["Checking"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The ground: no domain.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
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

        // The river: the domain.
        .target(name: "Vocabulary", swiftSettings: hot),
        .target(
            name: "Definitions",
            dependencies: ["Vocabulary", "Tabular", "CAssets", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Checking", dependencies: ["Vocabulary", "Definitions", "Tabular", "CScan"], swiftSettings: hot),
        .target(
            name: "Register",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Tabular", "Storage", "CSodium"],
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
            name: "Demonstration",
            dependencies: ["Vocabulary", "Definitions", "Checking", "Register", "Tabular"],
            swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "Vocabulary", "Definitions", "Checking", "Register", "Statistics", "Publication", "Demonstration",
                "Tabular", "Storage",
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
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "Demonstration", "Publication", "Register", "SQLiteStorage", "TestSupport", "underlag",
            ],
            swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
