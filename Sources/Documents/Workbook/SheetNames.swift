import Vocabulary

/// Names of sheets: at most 31 characters, without those that formulas use, and each of its own.
struct SheetNames {
    private var taken: Set<String> = []

    mutating func name(_ title: String) -> String {
        let plain = String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31)).trimmingBlanks
        var name = plain.isEmpty ? "Blad" : plain
        var number = 2
        while taken.contains(name.lowercased()) {
            name = "\(plain.prefix(27)) \(number)"
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }
}
