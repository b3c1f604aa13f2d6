extension ZipArchive {
    /// The archive again, with other contents where `change` gives them for a member; `nil` leaves a member as it is.
    ///
    /// - Throws: `WorkbookError.malformed` for an archive that cannot be read.
    public func replacing(
        _ change: (_ name: String, _ contents: [UInt8]) -> [UInt8]?
    ) throws(WorkbookError) -> [UInt8] {
        var writer = ZipWriter()
        for entry in entries {
            do {
                if let changed = change(entry.name, try contents(of: entry)) {
                    try writer.add(entry.name, changed)
                } else {
                    try writer.copy(entry, of: self)
                }
            } catch {
                throw .malformed(part: entry.name)
            }
        }
        return try writer.finish()
    }
}
