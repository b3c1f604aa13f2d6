public import Vocabulary

/// The figures of a report (*nyckeltalen i en rapport*) as data: `<report>/indicators.yaml`.
public struct IndicatorCollection: Sendable {
    /// Its folder: "namndrapport-ekonomiskt-bistand".
    public let id: String
    /// What the report is called.
    public let title: Localized
    /// The case systems the figures come from.
    public let systems: [SourceSystem]
    /// In the order a report shows them.
    public let indicators: [Indicator]

    /// Figures from their parts.
    public init(id: String, title: Localized, systems: [SourceSystem], indicators: [Indicator]) {
        self.id = id
        self.title = title
        self.systems = systems
        self.indicators = indicators
    }

    /// The indicator called `id`.
    public subscript(id: String) -> Indicator? { indicators.first { $0.id == id } }
}

extension DefinitionLibrary {
    static let indicatorFile = "/indicators.yaml"

    /// The ids of the reports whose figures are defined, sorted.
    public var indicatorCollections: [String] {
        files.paths.filter { $0.hasSuffix(Self.indicatorFile) }.map {
            String($0.dropLast(Self.indicatorFile.utf8.count))
        }
    }

    /// The figures of the report `id`, read from its file.
    public func indicators(_ id: String) throws(DefinitionError) -> IndicatorCollection {
        guard indicatorCollections.contains(id) else {
            throw .unknownCollection(id: id, known: indicatorCollections)
        }
        var reader = IndicatorReader(files: files, folder: id)
        guard let collection = reader.read(), reader.problems.isEmpty else { throw .faulty(reader.problems) }
        return collection
    }

    /// Everything the files of figures say that cannot be meant, in file order.
    func lintIndicators() -> [DefinitionProblem] {
        indicatorCollections.flatMap { id in
            var reader = IndicatorReader(files: files, folder: id)
            _ = reader.read()
            return reader.problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        }
    }
}
