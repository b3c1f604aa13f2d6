extension FileBytes {
    /// Cuts what is from `start` on at line ends into stretches of about `size` bytes, to be read at the same time; none
    /// when it is not worth cutting. A cut may fall inside a quoted cell: whoever reads a stretch finds that when the one
    /// before it did not end there.
    public func stretches(from start: Int, of size: Int = 4 << 20) -> [Range<Int>] {
        let smallest = 1 << 20
        guard count - start > smallest else { return [] }
        let size = min(size, max((count - start) / 8, smallest / 4))
        var stretches: [Range<Int>] = []
        var at = start
        withBytes { bytes in
            while at < count {
                var end = min(at + size, count)
                while end < count, bytes[end - 1] != 10, !(bytes[end - 1] == 13 && bytes[end] != 10) { end += 1 }
                stretches.append(at..<end)
                at = end
            }
        }
        return stretches
    }
}
