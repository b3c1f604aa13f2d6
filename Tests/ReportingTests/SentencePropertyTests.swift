import Definitions
import Testing
import Vocabulary

@testable import Reporting

@Suite("No sentence")
struct SentencePropertyTests {
    @Test("says what the numbers do not", arguments: 0..<40)
    func holds(seed: Int) {
        var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        // Numbers at random, small ones that are often equal, and a walk that has runs and extremes.
        var walk = 2000
        let values = (0..<Int.random(in: 1...40, using: &chance)).map { _ -> Int? in
            walk += Int.random(in: -9...(seed % 8 == 1 ? 0 : 9), using: &chance)
            if Int.random(in: 0..<(seed % 2 == 0 ? 12 : 60), using: &chance) == 0 { return nil }
            return seed % 4 == 1 ? walk : Int.random(in: 0...(seed % 4 == 0 ? 3 : 4000), using: &chance)
        }
        var breaks: [IndicatorBreak] = []
        if seed % 3 == 1 { breaks.append(gap("2022-03", "2022-05")) }
        if seed % 5 == 2 { breaks.append(gap("2022-08", nil, .changed)) }
        let line = line(values, breaks: breaks)
        let words = FactSentences(subject: Localized(sv: "antalet", en: "the number"), unit: .households, language: .sv)
        for month in line.months.months {
            for sentence in words.sentences(line.facts(of: month)) {
                let oracle = Oracle(line: line, month: month)
                #expect(oracle.holds(sentence.replacing("\u{a0}", with: "")) == true, "\(month.iso): \(sentence)")
            }
            let series = DiagramDefinition.Series(indicator: "x", subject: words.subject)
            let headline = Headline(line: line, series: series, month: month, language: .sv).text(line.facts(of: month))
            let isSo = Oracle(line: line, month: month).holdsAbove(headline.replacing("\u{a0}", with: ""))
            #expect(isSo == true, "\(month.iso): \(headline)")
        }
    }
}

/// Reads a sentence and sees for itself whether it is so; `nil` for one it cannot read.
private struct Oracle {
    let line: FigureLine
    let month: Month

    func holds(_ sentence: String) -> Bool? {
        if let said = sentence.wholeMatch(
            of:
                /Antalet var (\d+) i (\S+ \d+)(?:, (?:lika många som|(\d+) (färre|fler)(?: \((\d+,\d) procent\))? än) i (\S+ \d+))?\./
        ) {
            guard value(said.2) == Int(said.1), named(said.2) == month else { return false }
            guard let then = said.6 else { return true }
            guard named(then) == month.yearBefore, comparable(month.yearBefore, month), let before = value(then),
                let now = value(said.2)
            else { return false }
            let size = said.3.flatMap { Int($0) } ?? 0
            guard now - before == (said.4 == "färre" ? -size : size) else { return false }
            guard let percent = said.5 else { return true }
            return percent == Self.tenths(1000 * Double(size) / Double(before))
        }
        if let said = sentence.wholeMatch(of: /Uppgift om antalet saknas för (\S+ \d+)(?:, på grund .*)?\./) {
            return named(said.1) == month && value(said.1) == nil
        }
        if let said = sentence.wholeMatch(of: /Uppgift för (\S+ \d+) saknas(?:, på grund .*)?\./) {
            return named(said.1) == month.yearBefore && value(said.1) == nil
        }
        if let said = sentence.wholeMatch(of: /Det går inte att jämföra med (\S+ \d+)\./) {
            return named(said.1) == month.yearBefore && !comparable(month.yearBefore, month)
        }
        return holdsFurther(sentence)
    }

    /// The same of a headline.
    func holdsAbove(_ headline: String) -> Bool? {
        let now = value(month) ?? -1
        if let said = headline.wholeMatch(of: /Uppgift saknas för (\S+ \d+)/) {
            return named(said.1) == month && value(month) == nil
        }
        if let said = headline.wholeMatch(of: /Antalet ligger (under|över) (\d+) års nivå/) {
            let year = (0..<Int32(month.month)).map { Month(index: month.index - $0) }
            return Int(said.2) == month.year - 1 && year.count >= 3
                && run(year.count, back: 12, up: said.1 == "över")
        }
        if let said = headline.wholeMatch(of: /Antalet ligger på den (\S+) nivån på minst (\d+) månader/) {
            guard let count = Int(said.2), count > 12 else { return false }
            return (1..<Int32(count)).allSatisfy { back in
                let each = Month(index: month.index - back)
                return value(each).map { said.1 == "lägsta" ? $0 > now : $0 < now } ?? false && comparable(each, month)
            }
        }
        if let said = headline.wholeMatch(of: /Antalet ligger på den (\S+) nivån sedan (\S+ \d+)/) {
            let sentence = "Det är det \(said.1) antalet sedan \(said.2)."
            return holds(sentence).map { $0 && (named(said.2).map { month.index - $0.index >= 12 } ?? false) }
        }
        if let said = headline.wholeMatch(of: /Antalet ligger (?:(\d+,\d) procent )?(under|över) nivån i (\S+ \d+)/) {
            guard named(said.3) == month.yearBefore, let before = value(said.3), comparable(month.yearBefore, month)
            else { return false }
            let percent = said.1.map { $0 == Self.tenths(1000 * Double(abs(now - before)) / Double(before)) } ?? true
            return percent && (said.2 == "under" ? now < before : now > before)
        }
        if let said = headline.wholeMatch(of: /Antalet ligger på samma nivå som i (\S+ \d+)/) {
            return named(said.1) == month.yearBefore && value(said.1) == now && comparable(month.yearBefore, month)
        }
        if headline.wholeMatch(of: /Antalet har (ökat|minskat) \S+ månader i rad/) != nil {
            return holds(headline + ".")
        }
        if let said = headline.wholeMatch(of: /Antalet har (ökat|minskat) sedan (\S+)/) {
            guard said.2 == month.previous.name(.sv), let before = value(month.previous) else { return false }
            return comparable(month.previous, month) && (said.1 == "ökat" ? now > before : now < before)
        }
        if let said = headline.wholeMatch(of: /Antalet i (\S+ \d+): (\d+)/) {
            return named(said.1) == month && Int(said.2) == now
        }
        return nil
    }

    private func holdsFurther(_ sentence: String) -> Bool? {
        let now = value(month) ?? -1
        if let said = sentence.wholeMatch(
            of: /Sedan (\S+ \d+) har antalet (ökat|minskat) med (\d+)(?: \((\d+,\d) procent\))?\./)
        {
            guard let size = Int(said.3), let before = value(said.1), named(said.1) == month.previous else {
                return false
            }
            let percent = said.4.map { $0 == Self.tenths(1000 * Double(size) / Double(before)) } ?? true
            return now - before == (said.2 == "ökat" ? size : -size) && percent && comparable(month.previous, month)
        }
        if let said = sentence.wholeMatch(of: /Antalet är detsamma som i (\S+ \d+)\./) {
            return value(said.1) == now && comparable(month.previous, month)
        }
        if let said = sentence.wholeMatch(of: /Det är det (högsta|lägsta) antalet sedan (\S+ \d+)\./) {
            guard let since = named(said.2), let then = value(since) else { return false }
            let between = (since.next...month.previous).months
            return (said.1 == "lägsta" ? then <= now : then >= now)
                && between.allSatisfy { each in
                    value(each).map { said.1 == "lägsta" ? $0 > now : $0 < now } ?? false && comparable(each, month)
                }
        }
        if let said = sentence.wholeMatch(
            of:
                /Det är det (högsta|lägsta) antalet sedan (\S+ \d+), så långt tillbaka rapporten har uppgifter för varje månad\./
        ) {
            guard let first = named(said.2) else { return false }
            // No further back: before it is nothing, or nothing that can be compared.
            return (first == line.months.lowerBound || !comparable(first.previous, month))
                && (first...month.previous).months.allSatisfy { each in
                    value(each).map { said.1 == "lägsta" ? $0 > now : $0 < now } ?? false && comparable(each, month)
                }
        }
        if let said = sentence.wholeMatch(of: /Antalet har (ökat|minskat) (\S+) månader i rad\./) {
            return run(Self.count(said.2), back: 1, up: said.1 == "ökat")
        }
        if let said = sentence.wholeMatch(
            of: /Antalet har varit (högre|lägre) än samma månad året före (\S+) månader i rad\./)
        {
            return run(Self.count(said.2), back: 12, up: said.1 == "högre")
        }
        return holdsOfMeans(sentence)
    }

    private func holdsOfMeans(_ sentence: String) -> Bool? {
        if let said = sentence.wholeMatch(
            of:
                /(Som medel över tolv månader|De tre senaste månaderna) var antalet (?:i medel )?(\d+), (?:lika högt som|(\d+) (lägre|högre)(?: \((\d+,\d) procent\))? än) .*\./
        ) {
            let length: Int32 = said.1.hasPrefix("Som") ? 12 : 3
            let months = (0..<length).map { Month(index: month.index - $0) }
            guard months.allSatisfy({ comparable($0.yearBefore, $0) && comparable($0.yearBefore, month) }) else {
                return false
            }
            func mean(_ months: [Month]) -> Int {
                Int((Double(months.compactMap { value($0) }.reduce(0, +)) / Double(length)).rounded())
            }
            let size = said.3.flatMap { Int($0) } ?? 0
            return mean(months) == Int(said.2)
                && mean(months) - mean(months.map(\.yearBefore)) == (said.4 == "lägre" ? -size : size)
        }
        if let said = sentence.wholeMatch(of: /(Hittills under|Under) (\d+) var antalet högst i (\S+): (\d+)\./) {
            guard let peak = named("\(said.3) \(said.2)"), value(peak) == Int(said.4) else { return false }
            let year = line.months.months.filter { $0.year == month.year && $0 <= month }
            return (said.1 == "Under") == (month.month == 12) && year.count == month.month
                && year.allSatisfy { $0 == peak || (value($0) ?? .max) < (Int(said.4) ?? 0) }
        }
        return nil
    }

    private func run(_ length: Int?, back: Int32, up: Bool) -> Bool {
        guard let length, length >= 3 else { return false }
        func step(_ month: Month) -> Bool {
            let before = Month(index: month.index - back)
            guard comparable(before, month), let one = value(before), let other = value(month) else { return false }
            return up ? other > one : other < one
        }
        let months = (0..<Int32(length)).map { Month(index: month.index - $0) }
        return months.allSatisfy { step($0) && comparable($0, month) }
    }

    private func value(_ month: Month) -> Int? { line[month].value.map { Int($0) } }

    private func value(_ text: some StringProtocol) -> Int? { named(text).flatMap { value($0) } }

    /// By itself: both have a value, and no change of counting lies between them.
    private func comparable(_ one: Month, _ other: Month) -> Bool {
        let (first, last) = (min(one, other), max(one, other))
        let border = Month(index: 2022 * 12 + 7)
        let isChanged = line.indicator.breaks.contains { $0.effect == .changed }
        return value(one) != nil && value(other) != nil && !(isChanged && first < border && last >= border)
    }

    private func named(_ text: some StringProtocol) -> Month? {
        line.months.months.first { $0.fullName(.sv) == text }
            ?? (line.months.lowerBound.index - 12..<line.months.lowerBound.index).map(Month.init(index:))
            .first { $0.fullName(.sv) == text }
    }

    private static func count(_ text: some StringProtocol) -> Int? {
        ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"].firstIndex { $0 == text }
            .map { $0 + 2 } ?? Int(text)
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int(value.rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }
}

/// A sequence of numbers that is the same each time.
private struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
