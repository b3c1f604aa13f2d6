public import ArgumentParser
public import Vocabulary

// How the words of the field are written on the command line.

extension Language: ExpressibleByArgument {}

extension Month: ExpressibleByArgument {
    /// Reads `2013-03`.
    public init?(argument: String) { self.init(iso: argument) }
}

extension Municipality: ExpressibleByArgument {
    /// Reads `0180`.
    public init?(argument: String) { self.init(code: argument) }
}
