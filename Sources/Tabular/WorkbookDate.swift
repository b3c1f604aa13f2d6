/// Days as workbooks count them, as ISO 8601 dates.
enum WorkbookDate {
    /// Appends day number `serial` as `2013-03-01`, the hour left out; false when the number is no day.
    ///
    /// Day 60 of the calendar that begins in 1900 is 29 February 1900, which never was: Lotus 1-2-3's mistake, kept by
    /// everyone since.
    static func append(_ serial: Double, beginsIn1904: Bool, to bytes: inout [UInt8]) -> Bool {
        guard serial >= (beginsIn1904 ? 0 : 1), serial < 2_958_466 else { return false }
        let day = Int(serial)
        if day == 60, !beginsIn1904 {
            bytes.append(contentsOf: "1900-02-29".utf8)
            return true
        }
        // Days since 1 March of year 0, so that a leap day comes last in its year.
        let shift = beginsIn1904 ? 695_361 : day > 60 ? 693_899 : 693_900
        let (year, month, date) = civil(day + shift)
        guard year <= 9999 else { return false }
        for (number, width) in [(year, 4), (month, 2), (date, 2)] {
            if width == 2 { bytes.append(UInt8(ascii: "-")) }
            let digits = String(number).utf8
            bytes.append(contentsOf: repeatElement(0x30, count: width - digits.count))
            bytes.append(contentsOf: digits)
        }
        return true
    }

    /// The Gregorian date a number of days after 1 March of year 0.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let era = days / 146_097
        let inEra = days % 146_097
        let yearInEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100)
        let month = (5 * inYear + 2) / 153
        let isNextYear = month >= 10
        return (
            era * 400 + yearInEra + (isNextYear ? 1 : 0), month + (isNextYear ? -9 : 3),
            inYear - (153 * month + 2) / 5 + 1
        )
    }
}
