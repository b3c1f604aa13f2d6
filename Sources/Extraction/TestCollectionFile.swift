import Tabular
public import Vocabulary

/// The files of the test collection of 2013 made from the case system, so that a municipality delivers without typing.
public enum TestCollectionFile {
    /// The table `insatser`: a row a household with assistance; `nil` when there is none.
    ///
    /// - Parameter other: What measures with code 8 are, as the municipality describes them; never a person's text.
    public static func measures(
        _ match: LabourMatch, municipality: Municipality, numbers: RunningNumbers,
        other: String = "Övrig arbetsfrämjande insats"
    ) -> [UInt8]? {
        guard !match.households.isEmpty else { return nil }
        var file = CSVWriter()
        let codes = 0...8
        file.row(["manad", "kommun", "lopnr"] + codes.map { "reg_\($0)" } + codes.map { "med_\($0)" } + ["ovrig_text"])
        for household in match.households.sorted(by: { numbers[$0.household] < numbers[$1.household] }) {
            begin(numbers[household.household], match.month, municipality, &file)
            for person in [household.applicant, household.coApplicant] {
                for code in codes { mark(person.map { $0.isEmpty ? code == 0 : $0.contains(code) } ?? false, &file) }
            }
            let hasOther = household.applicant.contains(8) || household.coApplicant?.contains(8) == true
            if hasOther { file.text(other) } else { file.blank() }
            file.endRow()
        }
        return file.bytes
    }

    /// A closure of assistance for one adult (*avslut*).
    public struct Closure: Sendable {
        /// The household closed.
        public let household: Pseudonym
        let person: Pseudonym
        /// When.
        public let month: Month
        let reason: Int

        /// A closure in `month` with a reason of `ekb-handelser`, 1–12. Introduction benefit (7) is counted with
        /// unemployment insurance (5) by the test collection, whose 7 is temporary assistance.
        public init(household: Pseudonym, person: Pseudonym, month: Month, reason: Int) {
            (self.household, self.person, self.month, self.reason) = (
                household, person, month, reason == 7 ? 5 : reason
            )
        }
    }

    /// The table `avslutsorsaker`: a row a household closed in `month`; `nil` when there is none. The household's reason is
    /// the applicant's, or the co-applicant's where the applicant has none.
    public static func closures(
        _ closures: [Closure], month: Month, municipality: Municipality, numbers: RunningNumbers
    ) -> [UInt8]? {
        var reasons: [Pseudonym: (applicant: Int?, coApplicant: Int?)] = [:]
        for one in closures where one.month == month {
            if one.person == one.household {
                reasons[one.household, default: (nil, nil)].applicant = one.reason
            } else {
                reasons[one.household, default: (nil, nil)].coApplicant = one.reason
            }
        }
        guard !reasons.isEmpty else { return nil }
        var file = CSVWriter()
        file.row(["manad", "kommun", "lopnr", "avslut_reg", "avslut_med", "avslut_hushall"])
        for (household, reason) in reasons.sorted(by: { numbers[$0.key] < numbers[$1.key] }) {
            begin(numbers[household], month, municipality, &file)
            for code in [reason.applicant, reason.coApplicant, reason.applicant ?? reason.coApplicant] {
                if let code { file.number(code) } else { file.blank() }
            }
            file.endRow()
        }
        return file.bytes
    }

    private static func begin(_ number: Int, _ month: Month, _ municipality: Municipality, _ file: inout CSVWriter) {
        file.text(month.iso)
        file.text(municipality.code)
        let digits = String(number)
        file.text(String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }

    private static func mark(_ isSet: Bool, _ file: inout CSVWriter) {
        if isSet { file.text("X") } else { file.blank() }
    }
}
