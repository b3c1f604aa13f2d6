// Delivers without end to the register in the folder it is given, and prints each receipt once it has it. The test
// kills it in the middle and looks at what is left.
import Checking
import Foundation
import Register
import SQLiteStorage
import Tabular
import Vocabulary

let folder = CommandLine.arguments[1]
let municipalities = Municipality.all.prefix(20)
let register = try await Register(SQLiteDatabase(folder: folder))

func verdicts(round: Int, month: Month) -> [Verdict] {
    municipalities.flatMap { municipality in
        ["insatser", "avslutsorsaker"].map { table in
            let rows = 20 + round % 7
            let numbers = (0..<rows).map { UInt32($0 + round + 1) }
            return Verdict(
                file: "fil.csv", collection: "test", table: table, municipality: municipality, month: month, rows: rows,
                columns: Columns(count: rows, columns: [Column(name: "lopnr", values: .words(numbers))]))
        }
    }
}

guard let month = Month(year: 2013, month: 3) else { exit(70) }
// In every file, so that no delivery is the same as one of a run before.
let run = UUID()
var round = 0
while true {
    round += 1
    let bytes = FileBytes(Array("\(run) \(round) ".utf8) + [UInt8](repeating: UInt8(round % 251), count: 100_000))
    let receipts = try await register.submit(
        Submission(
            collection: "test", definitionVersion: 1,
            files: [Submission.File(name: "fil.csv", bytes: bytes, verdicts: verdicts(round: round, month: month))],
            sender: "CrashWriter"))
    let lines = receipts.map { "\($0.number) \($0.checksum)\n" }.joined()
    FileHandle.standardOutput.write(Data(lines.utf8))
}
