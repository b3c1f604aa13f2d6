extension DefinitionLibrary {
    static let reportFile = "/report.yaml"

    /// The ids of the reports there are definitions of, sorted.
    public var reports: [String] {
        files.paths.filter { $0.hasSuffix(Self.reportFile) }.map { String($0.dropLast(Self.reportFile.utf8.count)) }
    }

    /// The report `id`, read from its file.
    public func report(_ id: String) throws(DefinitionError) -> ReportDefinition {
        guard reports.contains(id) else { throw .unknownCollection(id: id, known: reports) }
        var reader = ReportReader(files: files, folder: id, indicators: try indicators(id))
        let report = reader.read()
        let problems = reader.problemsOfOthers + reader.problems
        guard let report, problems.isEmpty else { throw .faulty(problems) }
        return report
    }

    /// Everything the files of reports say that cannot be meant, in file order. A report whose figures cannot be read is
    /// read when they can.
    func lintReports() -> [DefinitionProblem] {
        reports.flatMap { id -> [DefinitionProblem] in
            guard let indicators = try? indicators(id) else { return [] }
            var reader = ReportReader(files: files, folder: id, indicators: indicators)
            _ = reader.read()
            guard reader.problemsOfOthers.isEmpty else { return [] }
            return reader.problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        }
    }
}
