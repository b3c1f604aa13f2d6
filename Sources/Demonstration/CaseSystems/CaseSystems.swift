public import Vocabulary

/// A file that a case system wrote out, made up.
public struct CaseSystemExport: Sendable {
    /// The mapping it is read with: `treserva`, `accorda`, `lifecare-csv` or `vux`.
    public let mapping: String
    /// The day it was made.
    public let extracted: Day
    /// Its files; none is empty.
    public let files: [DemonstrationFile]
}

/// What the case systems of a made-up municipality wrote out (*påhittade uppgifter*): assistance and labour market from
/// January 2021 to November 2023, such that the figures that the committee's reports of August and November 2023 print
/// come out when every month is counted as it was first extracted, and adult education as the August report has it.
///
/// Everything up to December 2022 was extracted on 5 January 2023: from Treserva (assistance) and Accorda (labour
/// market) what is up to September 2022, from Lifecare what comes after. Then Lifecare is extracted on the 5th of every
/// month, new and changed records only. The same in every run.
public struct CaseSystems: Sendable {
    /// In the order they were made.
    public let exports: [CaseSystemExport]

    /// Makes it all up.
    ///
    /// - Parameters:
    ///   - municipality: Whose it is; another municipality has other lives and numbers of records.
    ///   - seed: Other lives with the same figures.
    ///   - size: How large it is beside Linköping, at most 1.6: there are no more identity numbers for tests. Only with 1
    ///     are the figures the printed ones.
    public init(municipality: Municipality, seed: UInt64 = 2023, size: Double = 1) {
        var dice = Dice(seed &* 10_000 &+ UInt64(municipality.number))
        let targets = Curves.targets(size: min(max(size, 0), 1.6))
        let people = People(&dice)
        let assistance = AssistanceHistory(targets, people: people, dice: dice)
        var everyone = assistance.people
        var otherDice = assistance.dice
        let labour = LabourHistory(
            targets, adults: assistance.adultsByMonth, people: &everyone, dice: &otherDice)
        let writer = CaseSystemWriter(assistance: assistance, labour: labour, people: everyone.all)
        var exports = [writer.treserva(), writer.accorda()]
        var after = SystemChange.month.previous
        for target in targets where target.month >= SystemChange.firstExtracted {
            exports.append(writer.lifecare(after: after, through: target.month))
            after = target.month
            if target.month == AdultEducation.month { exports.append(AdultEducation.export) }
        }
        self.exports = exports.filter { !$0.files.isEmpty }
    }
}

/// When the municipality changed its systems.
enum SystemChange {
    /// The first month in Lifecare.
    static let month = Month(index: 2022 * 12 + 9)
    static let day = Day(first: month)
    /// The last month of the first extract.
    static let firstExtracted = Month(index: 2022 * 12 + 11)
    /// All who were in labour-market work at the change were enrolled in Lifecare from this day.
    static let enrolled = Day(first: month.next)

    /// The day months up to `month` are extracted.
    static func extracted(_ month: Month) -> Day { month.next.day(5) }
}
