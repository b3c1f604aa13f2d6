public import ArgumentParser
public import Vocabulary

// How the words of the field are written on the command line.

extension Language: ExpressibleByArgument {}

extension Month: ExpressibleByArgument {
    /// Reads `2013-03`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Day: ExpressibleByArgument {
    /// Reads `2023-09-05`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Municipality {
    /// Reads `0180`, or says what a code looks like: the same wherever one is asked for.
    static func named(_ code: String, _ language: Language) throws(Refusal) -> Municipality {
        guard let municipality = Municipality(code: code) else {
            throw Refusal(
                64, language, sv: "Kommunkoden \(code) finns inte. Ange fyra siffror, till exempel 0180.",
                en: "There is no municipality \(code). Give four digits, for example 0180.")
        }
        return municipality
    }
}
