/// What Socialstyrelsen's report on the test collection of 2013 prints, which the demonstration agrees with.
public enum Published2013 {
    /// Tabell 2: marks of measures 1–8.
    public static let measures = [860, 3189, 548, 842, 811, 614, 118, 870]
    /// Tabell 2: their shares, in tenths of a per cent.
    public static let measureShares = [110, 406, 70, 107, 103, 78, 15, 111]
    /// Marks of measures by registerledare and by medsökande.
    public static let measuresByRole = [7575, 277]

    /// Tabell 3: shares of closure reasons 1–12 in tenths of a per cent: registerledare, medsökande, household.
    public static let reasonShares = [
        [167, 46, 44, 6, 25, 45, 69, 41, 83, 19, 95, 359],
        [150, 40, 29, 17, 29, 81, 69, 104, 127, 0, 156, 197],
        [195, 63, 58, 11, 28, 79, 111, 55, 98, 34, 117, 151],
    ]
    /// Tabell 3: the number they are shares of.
    public static let reasonNumbers = [2006, 173, 1626]

    /// Tabell 1 and the sum of Bilaga 3: municipalities with data and with comments, for measures and for reasons.
    public static let municipalities = [47, 40, 55, 31]
    /// Bilaga 3: the participants' population on 1 November 2012.
    public static let population = 3_578_840
    /// Municipalities that took part with anything.
    public static let participants = 72
    /// Those that took part in both parts.
    public static let participantsInBoth = 54

    /// Municipalities that gave days for some measure.
    public static let withDays = 27
    /// Those that gave days for the measures the report names, by code.
    public static let withDaysByCode = [1: 23, 2: 24, 5: 20]
    /// Municipalities that used code 8.
    public static let withOther = 26
    /// Municipalities that said they would not take part.
    public static let declined = 86
}
