import Vocabulary

/// A text that may hold identity numbers: whatever is one must also be seen inside other text.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    let isOne = IdentityNumber(text.span) != .invalid
    let looks = IdentityNumber.looksLikeOne(in: text.span)
    let inside = Array("Anna ".utf8) + text + Array(", ja".utf8)
    guard !isOne || looks, !looks || IdentityNumber.looksLikeOne(in: inside.span) else {
        fatalError("one \(isOne), looks like one \(looks)")
    }
    return 0
}
