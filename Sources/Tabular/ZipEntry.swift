/// A member of a zip, as the archive's directory describes it.
public struct ZipEntry: Sendable, Equatable {
    /// Its name with `/` between folders: "xl/workbook.xml".
    public let name: String
    /// The general purpose bits; bit 0 means encrypted.
    public let flags: UInt16
    /// 0 stored, 8 deflated.
    public let method: UInt16
    /// CRC-32 of the unpacked bytes.
    public let crc: UInt32
    /// Bytes in the archive.
    public let packedSize: Int
    /// Bytes when unpacked, as the directory claims.
    public let size: Int
    /// Where its local header begins in the file.
    public let offset: Int

    /// Whether a password is needed to unpack it.
    public var isEncrypted: Bool { flags & 1 != 0 }
}
