public import Documents
public import Foundation
import Markup
public import Reporting
import Vocabulary

extension ReportRooms {
    /// The form that an open page shows within the portal's frame; not for fetching.
    static let body = "innehall"

    /// The publishing of a report: every form that this machine has the programs for, as it is now. Throws when one of
    /// them was not made: what is published stays so, and is published whole.
    public func publishing(
        _ work: ReportWork, _ figures: ReportFigures, by person: ReportPerson, at time: Date
    ) async throws(DocumentError) -> ReportAct {
        let report = Report(
            figures, of: work, state: .published(ReportStep(by: person.name, at: time)), warning: warning?.sv)
        let body = PublishedForm(
            form: Self.body, mediaType: DocumentForm.html.mediaType, fileName: "innehall.html",
            bytes: Array(ReportHTML(report).body.text.utf8))
        // At once: most of the time is spent in programs beside this one.
        let made = await withTaskGroup(of: Result<PublishedForm?, DocumentError>.self) { group in
            for form in DocumentForm.inOrder { group.addTask { await self.made(form, of: report) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var forms: [PublishedForm] = []
        for form in made { if let form = try form.get() { forms.append(form) } }
        let order = DocumentForm.inOrder.map(\.rawValue)
        return .publish(
            title: report.title,
            forms: [body]
                + forms.sorted { order.firstIndex(of: $0.form) ?? 0 < order.firstIndex(of: $1.form) ?? 0 })
    }

    /// A form of a report.
    func make(_ form: DocumentForm, of report: Report) async throws(DocumentError) -> [UInt8] {
        let press = press
        return try await withTaskExecutorPreference(AsideExecutor.shared) { () async throws(DocumentError) in
            try await press.make(form, of: report)
        }
    }

    /// A form; `nil` when what makes it is not installed.
    private func made(_ form: DocumentForm, of report: Report) async -> Result<PublishedForm?, DocumentError> {
        do throws(DocumentError) {
            let bytes = try await make(form, of: report)
            return .success(
                PublishedForm(
                    form: form.rawValue, mediaType: form.mediaType, fileName: form.fileName(of: report), bytes: bytes))
        } catch .engineMissing {
            return .success(nil)
        } catch {
            return .failure(error)
        }
    }

    /// The forms that cannot be made here.
    var missing: Set<String> {
        get async {
            var missing: Set<String> = []
            for form in DocumentForm.allCases where await press.missing(for: form) != nil {
                missing.insert(form.rawValue)
            }
            return missing
        }
    }
}
