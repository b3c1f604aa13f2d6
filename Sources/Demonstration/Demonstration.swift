public import Definitions
public import Tabular
public import Vocabulary

/// A made-up test collection (*påhittade uppgifter*) that agrees with everything the report on the collection of 2013
/// prints: who took part, what the tables add to, who gave days. The same in every run.
public struct Demonstration: Sendable {
    /// What must be said wherever its figures are shown.
    public static let warning = Localized(
        sv: "PÅHITTADE UPPGIFTER: en demonstration som stämmer med rapportens summor, inte kommunernas verkliga svar",
        en: "MADE-UP DATA: a demonstration that agrees with the report's sums, not the municipalities' real answers")

    /// Deliveries in the order they come: March, then April.
    public let deliveries: [DemonstrationDelivery]
    /// The municipalities that comment, with texts by id.
    public let comments: [(municipality: Municipality, texts: [String: String])]
    /// The municipalities that do not take part, with their reason.
    public let declines: [(municipality: Municipality, reason: String)]

    /// Makes it all up.
    ///
    /// - Parameter population: Inhabitants of the participants, from the data file of Bilaga 3.
    public init(
        _ collection: Collection, population: [Municipality: Int]
    ) throws(DemonstrationError) {
        let months = collection.calendar.periods.map(\.month)
        let measuring = Participant.all.filter(\.measures)
        let measures = MeasurePlan(measuring, population: population, months: months)
        guard let measureTable = collection.table("insatser"), let reasonTable = collection.table("avslutsorsaker"),
            let reasons = ReasonPlan(Participant.all.filter(\.reasons), population: population, months: months)
        else { throw .otherCollection(collection.id) }
        do throws(WorkbookError) {
            var script = DeliveryScript()
            for month in months {
                for participant in Participant.all {
                    let municipality = participant.municipality
                    try script.add(
                        municipality, month,
                        measureTable, (measures.rows[municipality]?[month] ?? []).map(\.cells),
                        reasonTable, (reasons.rows[municipality]?[month] ?? []).map(\.cells))
                }
            }
            deliveries = script.deliveries
        } catch {
            throw .workbook(error)
        }
        comments = Answers.comments
        declines = Answers.declines
    }
}

/// What one municipality sends for one month in one call.
public struct DemonstrationDelivery: Sendable {
    /// Who sends.
    public let municipality: Municipality
    /// The month it is about.
    public let month: Month
    /// One for each table.
    public let files: [DemonstrationFile]
    /// Why the files must be refused; `nil` when they are right.
    public let fault: Localized?
    /// Whether it takes the place of one that was accepted.
    public let replaces: Bool
}

/// Why the demonstration could not be made.
public enum DemonstrationError: Error, Sendable {
    /// The collection is not the test collection of 2013, or has been changed beyond what the demonstration knows.
    case otherCollection(String)
    /// A file could not be written.
    case workbook(WorkbookError)
}
