extension UploadedFile {
    /// Its name without folder (some browsers send the whole path) and signs that cannot be seen, of at most 200
    /// characters.
    public var plainName: String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let seen = last.unicodeScalars.filter {
            let category = $0.properties.generalCategory
            return category != .control && category != .format
        }
        return String(String(String.UnicodeScalarView(seen)).prefix(200))
    }
}
