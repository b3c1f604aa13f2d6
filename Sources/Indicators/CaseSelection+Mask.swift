import Definitions

/// A selection of cases as bits.
struct CaseMask {
    private let kinds: UInt64
    private let units: UInt64
    private let targetGroups: UInt64

    init(_ selection: CaseSelection) {
        kinds = bits(selection.kinds)
        units = bits(selection.units)
        targetGroups = bits(selection.targetGroups)
    }

    /// Whether the case is of a kind that counts, wherever and for whomever.
    func hasKind(_ cases: Cases, _ row: Int) -> Bool { kinds.has(cases.kind[row]) }

    /// Whether the case counts.
    func selects(_ cases: Cases, _ row: Int) -> Bool {
        kinds.has(cases.kind[row]) && units.has(cases.unit[row]) && targetGroups.has(cases.targetGroup[row])
    }
}

/// The codes as bits; none = every code.
private func bits(_ codes: [Int]) -> UInt64 {
    codes.isEmpty ? .max : codes.reduce(0) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
}

extension UInt64 {
    fileprivate func has(_ code: UInt8) -> Bool { code < 64 && self & (1 << UInt64(code)) != 0 }
}
