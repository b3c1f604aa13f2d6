// swift-tools-version: 6.2
import PackageDescription

// Every target is one entry that libFuzzer feeds; Fuzz/run builds and runs them.

func entry(_ name: String, _ rooms: String...) -> Target {
    .executableTarget(
        name: name, dependencies: ["StoredPackage"] + rooms.map { .product(name: $0, package: "underlag") },
        swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "underlag", path: "..")],
    targets: [
        .target(name: "StoredPackage"),
        entry("FuzzChecking", "Checking", "Definitions", "Tabular", "Vocabulary"),
        entry("FuzzWorkbook", "Tabular"),
        entry("FuzzMarking", "Tabular"),
        entry("FuzzDefinitions", "Definitions"),
        entry("FuzzIdentity", "Vocabulary"),
        entry("FuzzMultipart", "Multipart"),
    ]
)
