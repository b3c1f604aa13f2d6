import CAssets
import Foundation

/// The files of `Definitions/`: those embedded in the binary, or those of a folder.
enum DefinitionFiles: Sendable {
    case embedded
    case folder(String)

    /// All YAML files, as paths within the folder, sorted.
    var paths: [String] {
        switch self {
        case .embedded:
            (0..<Int(asset_count)).map { String(cString: assets[$0].name) }.sorted()
        case .folder(let folder):
            (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
                .filter { $0.hasSuffix(".yaml") }.sorted()
        }
    }

    /// The text of the file at `path`; `nil` if there is none or it is not UTF-8.
    func text(_ path: String) -> String? {
        switch self {
        case .embedded:
            for index in 0..<Int(asset_count) where String(cString: assets[index].name) == path {
                return String(
                    validating: UnsafeBufferPointer(start: assets[index].bytes, count: assets[index].size),
                    as: UTF8.self)
            }
            return nil
        case .folder(let folder):
            return FileManager.default.contents(atPath: folder + "/" + path).flatMap {
                String(validating: $0, as: UTF8.self)
            }
        }
    }
}
