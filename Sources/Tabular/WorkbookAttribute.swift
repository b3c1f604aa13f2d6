#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension WorkbookPart {
    /// The value of the attribute with this local name.
    static func value(_ name: String, in attributes: Attributes) -> String? {
        var at = attributes
        while let found = at[0], let value = at[1] {
            if strcmp(local(found), name) == 0 { return String(cString: value) }
            at += 2
        }
        return nil
    }

    /// Whether an attribute with this local name is set to true.
    static func isTrue(_ name: String, in attributes: Attributes) -> Bool {
        ["1", "true", "on"].contains { $0 == value(name, in: attributes) }
    }

    /// Whether an element is called this.
    @inline(__always)
    static func isNamed(_ name: Name, _ expected: StaticString) -> Bool {
        strcmp(name, UnsafeRawPointer(expected.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}
