import CAssets
import Foundation

/// The files of `Definitions/`: those embedded in the binary, or those of a folder.
indirect enum DefinitionFiles: Sendable {
    case embedded
    case folder(String)
    /// Texts by path, and what they are laid over.
    case texts([String: String], over: DefinitionFiles)

    /// All definitions and data files, as paths within the folder, sorted.
    var paths: [String] {
        switch self {
        case .embedded:
            (0..<Int(asset_count)).map { String(cString: assets[$0].name) }.sorted()
        case .folder(let folder):
            (FileManager.default.subpaths(atPath: URL(filePath: folder).resolvingSymlinksInPath().path) ?? [])
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted()
        case .texts(let texts, let below):
            Set(below.paths).union(texts.keys).sorted()
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
        case .texts(let texts, let below): return texts[path] ?? below.text(path)
        }
    }
}
