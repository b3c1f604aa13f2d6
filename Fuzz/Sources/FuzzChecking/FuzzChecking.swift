import Checking
import Definitions
import Dispatch
import Tabular
import Vocabulary

/// A delivered file, judged. The first byte says how: all municipalities at once, what is given beside the file.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0, let collection else { return 0 }
    let options = bytes[0]
    let file = InputFile(
        name: "fil.csv", bytes: FileBytes(UnsafeBufferPointer(start: bytes + 1, count: count - 1)))
    var request = CheckRequest(collections: [collection])
    request.keepsColumns = true
    request.allMunicipalities = options & 1 == 1
    request.language = options & 2 == 2 ? .en : .sv
    if options & 4 == 4 {
        request.municipality = Municipality(code: "0180")
        request.month = Month(year: 2013, month: 3)
        request.table = "insatser"
    }
    let asked = request
    let done = DispatchSemaphore(value: 0)
    Task {
        for checked in await Check.files([file], as: asked) { checked.verdicts.forEach(hold) }
        done.signal()
    }
    done.wait()
    return 0
}

private let collection = try? DefinitionLibrary.embedded().collection("testinsamling-2013")

/// What must be true of every verdict.
private func hold(_ verdict: Verdict) {
    guard verdict.columns == nil || (verdict.outcome != .notApproved && verdict.columns?.count == verdict.rows) else {
        fatalError("columns of \(verdict.columns?.count ?? 0) rows, \(verdict.rows) judged, \(verdict.outcome)")
    }
    for finding in Array(verdict.findings) + Array(verdict.repairs) {
        let said = [finding.column, finding.value, finding.corrected, finding.message, finding.remedy].compactMap(
            \.self)
        let own = finding.own.flatMap { [$0.column, $0.value] }
        guard !(said + own).contains(where: { IdentityNumber.looksLikeOne(in: $0) }) else {
            fatalError("\(finding.rule) echoes an identity number")
        }
        guard !finding.message.isEmpty, !finding.remedy.isEmpty else { fatalError("\(finding.rule) says nothing") }
    }
}
