import Multipart

/// A form, cut by its first byte in pieces of a length: it must say the same as in one piece, and keep no more.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let form = Array(UnsafeBufferPointer(start: bytes, count: count)).dropFirst()
    let whole = read(form, by: form.count)
    let cut = read(form, by: Int(bytes[0]) % 70 + 1)
    guard whole == cut else { fatalError("whole \(whole), cut \(cut)") }
    return 0
}

/// What a form says: parts with the bytes they have had, and how it ended.
private struct Reading: Equatable {
    var parts: [MultipartPart] = []
    var bodies: [[UInt8]] = []
    var endedParts = 0
    var hasEnded = false
    var error: MultipartError?
}

private func read(_ form: ArraySlice<UInt8>, by length: Int) -> Reading {
    var reading = Reading()
    do throws(MultipartError) {
        var parser = try MultipartParser(boundary: "b-1", limits: MultipartLimits(parts: 9, headerBytes: 200))
        var rest = form
        while !rest.isEmpty {
            parser.append(rest.prefix(length))
            rest = rest.dropFirst(length)
            while let event = try parser.next() {
                switch event {
                case .part(let part):
                    reading.parts.append(part)
                    reading.bodies.append([])
                case .body(let bytes): reading.bodies[reading.bodies.count - 1] += bytes
                case .endOfPart: reading.endedParts += 1
                case .endOfForm: reading.hasEnded = true
                }
            }
        }
        try parser.finish()
    } catch {
        reading.error = error
        // In pieces, some of a part's bytes may have been given before the fault.
        reading.bodies = []
    }
    return reading
}
