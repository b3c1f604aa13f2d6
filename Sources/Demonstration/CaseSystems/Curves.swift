import Vocabulary

/// The months of the demonstration as numbers: those that the committee's reports for August and November 2023 print,
/// and between them curves of the shape that the text to the August report tells.
///
/// Printed: paid and amount of August and November 2022 and 2023; enrolled of the same; integration of August 2022,
/// August and November 2023; returned and returned to work of August 2023 (24 and 16 per cent); paid of January 2021.
/// Told: payments and paying households high in summer, most in June 2023, then back on the trend; households, long-term
/// households and the integration unit falling through 2023; children swinging in summer below the start of the year,
/// in long-term households fewer in August than in July; few newly enrolled in summer, and again many in August.
enum Curves {
    /// The months for a municipality `size` times as large.
    static func targets(size: Double) -> [MonthTarget] {
        table.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: " ")
            let numbers = cells.dropFirst().compactMap { Int($0) }
            guard let month = cells.first.flatMap({ Month(iso: $0) }), numbers.count == 12 else { return nil }
            func scaled(_ place: Int) -> Int { Int((Double(numbers[place]) * size).rounded()) }
            return MonthTarget(
                month: month, open: scaled(0), longTerm: scaled(1), integration: scaled(2), children: scaled(3),
                longTermChildren: scaled(4), new: scaled(5), paid: scaled(6), amount: scaled(7), returned: numbers[8],
                enrolled: scaled(9), newlyEnrolled: scaled(10), returnedToWork: numbers[11])
        }
    }

    private static let table = """
        month open long integr. children ofLong new paid amount ret. enrolled new ret.
        2021-01 2980  983 487 2438  774 150 2703 26545209 24 355  49 13
        2021-02 2961  980 481 2402  780 132 2676 26175070 23 357  49 16
        2021-03 2956  980 477 2407  783 136 2656 26259470 20 359  48 14
        2021-04 2943  967 476 2397  771 126 2639 26118172 24 363  46 17
        2021-05 2923  970 473 2389  780 127 2625 26208368 21 368  44 14
        2021-06 2908  964 468 2380  783 160 2664 26916672 23 371  28 15
        2021-07 2889  962 464 2354  785 115 2633 26679970 25 355  17 13
        2021-08 2871  957 460 2335  777 133 2589 25960871 24 357  53 14
        2021-09 2869  945 458 2345  773 136 2565 25571868 24 357  52 16
        2021-10 2854  940 455 2331  776 131 2544 25298771 25 359  51 13
        2021-11 2824  943 450 2303  782 120 2527 25071795 23 359  46 17
        2021-12 2822  935 446 2303  776 113 2521 25423084 23 362  34 15
        2022-01 2809  931 441 2282  774 140 2489 25209223 21 363  52 14
        2022-02 2761  924 438 2239  776 121 2474 24828959 22 366  51 16
        2022-03 2727  915 431 2229  770 127 2461 25016908 23 371  52 15
        2022-04 2699  914 425 2192  771 116 2443 24708170 21 372  47 13
        2022-05 2661  904 421 2178  764 120 2428 24777150 25 378  45 17
        2022-06 2619  897 416 2128  763 149 2477 25624771 23 377  26 16
        2022-07 2590  897 407 2113  764 109 2452 25368305 25 367  18 16
        2022-08 2564  890 404 2085  768 121 2386 24615318 23 371  48 16
        2022-09 2517  880 400 2044  760 125 2331 23826875 23 387  58 15
        2022-10 2494  871 394 2022  757 118 2276 23016100 23 410  60 14
        2022-11 2473  868 390 2018  760 116 2229 22448660 20 429  64 13
        2022-12 2451  865 382 1989  755 101 2247 23306366 24 437  41 17
        2023-01 2431  856 379 1972  752 124 2226 23424161 23 498  97 16
        2023-02 2409  846 374 1960  744 108 2209 23107052 22 541  89 13
        2023-03 2388  838 371 1949  739 113 2207 23366354 22 582  92 15
        2023-04 2362  829 365 1931  727 104 2191 23176672 20 607  80 17
        2023-05 2341  823 360 1918  724 109 2203 23657738 22 629  76 16
        2023-06 2327  811 354 1931  717 136 2291 25266537 20 638  44 14
        2023-07 2302  802 345 1899  715  97 2236 24717941 20 631  27 13
        2023-08 2278  793 336 1894  706 105 2160 23887841 24 654  82 16
        2023-09 2249  781 331 1877  697 114 2141 23269880 23 677  88 13
        2023-10 2219  774 326 1858  687 107 2133 22929082 21 696  84 16
        2023-11 2193  765 320 1839  680 102 2122 22632677 24 710  79 14
        """

    /// Adults whose assistance was closed in August 2023 (128 to another livelihood): 18 to work and 5 to studies.
    static let printedReasons = (month: Month(index: 2023 * 12 + 7), work: 18, studies: 5, livelihood: 128)
    /// In other months, per cent of the closed adults.
    static let usualReasons = (work: 12, studies: 4, livelihood: 76)
    /// How codes 3–7 (other livelihood) and 8–12 (the rest) are divided.
    static let livelihoods = [16, 9, 11, 38, 31]
    static let otherReasons = [14, 30, 2, 24, 30]
    /// What enrolments end to, by code from 1: most are breaks (*avbrott*), by an administrative routine.
    static let endsOfWork = [23, 9, 13, 6, 38, 3, 8]
    /// Fields of work, by code from 1, and in each the codes of measures.
    static let fields = [45, 25, 10, 20]
    static let measures = [[2, 2, 4], [1, 5], [7], [3, 6, 8]]
    /// Of applications, those refused, to a hundred granted.
    static let refused = 28
}
