/// How much room letters take: Open Sans at 14 units, the size of every text in a chart.
enum Lettering {
    /// From one baseline to the next.
    static let line = 18.0
    /// Over and under the baseline.
    static let ascent = 11.0
    static let descent = 4.0

    /// How wide a text is. A letter that is not in the table counts as a wide one.
    static func width(of text: String, isBold: Bool = false) -> Double {
        let widths = isBold ? bold : regular
        let units = text.unicodeScalars.reduce(0) { sum, scalar in
            let value = Int(scalar.value)
            return sum + (32...126 ~= value ? widths[value - 32] : isBold ? beyondBold(scalar) : beyond(scalar))
        }
        return Double(units) * 14 / 2048
    }

    /// How wide the widest of the lines is.
    static func width(of lines: [String], isBold: Bool = false) -> Double {
        lines.map { width(of: $0, isBold: isBold) }.max() ?? 0
    }

    /// A text in at most so many lines of at most that width, broken between words into lines of about one width. What
    /// has no room ends in an ellipsis: the whole name stands in the table under the chart.
    static func wrap(_ text: String, within width: Double, lines count: Int, isBold: Bool = false) -> [String] {
        var lines = fill(text, within: width, lines: count, isBold: isBold)
        var room = width
        while lines.count > 1, room > 20 {
            room -= 6
            let narrower = fill(text, within: room, lines: count, isBold: isBold)
            guard narrower.count == lines.count, narrower.joined(separator: " ") == lines.joined(separator: " ") else {
                break
            }
            lines = narrower
        }
        return lines
    }

    private static func fill(_ text: String, within width: Double, lines count: Int, isBold: Bool) -> [String] {
        var lines: [String] = []
        // A no-break space is no place to break.
        var words = text.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            guard lines.count < count - 1 else {
                lines.append(cut(([word] + words).joined(separator: " "), to: width, isBold: isBold))
                break
            }
            var line = word
            while let next = words.first, Lettering.width(of: "\(line) \(next)", isBold: isBold) <= width {
                line += " \(next)"
                words.removeFirst()
            }
            lines.append(cut(line, to: width, isBold: isBold))
        }
        return lines
    }

    /// A text of at most that width.
    static func cut(_ text: String, to width: Double, isBold: Bool = false) -> String {
        guard Lettering.width(of: text, isBold: isBold) > width else { return text }
        var kept = text[...]
        while !kept.isEmpty, Lettering.width(of: "\(kept)…", isBold: isBold) > width { kept.removeLast() }
        return "\(kept)…"
    }

    private static func beyond(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\u{a0}": 532
        case "å", "ä": 1139
        case "ö": 1237
        case "Å", "Ä": 1296
        case "é": 1149
        case "ü": 1257
        case "–": 1024
        case "−": 1171
        case "·", "’": 545
        default: 2048
        }
    }

    private static func beyondBold(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\u{a0}": 532
        case "å", "ä": 1237
        case "ö": 1268
        case "Å", "Ä": 1413
        case "é": 1210
        case "ü": 1346
        case "–": 1024
        case "−": 1169
        case "·", "’": 584
        default: 2048
        }
    }

    /// From the space to `~`, in 2048ths of the size.
    private static let regular = [
        532, 547, 821, 1323, 1171, 1686, 1495, 453, 606, 606, 1130, 1171, 502, 659, 545, 752, 1171, 1171, 1171,
        1171, 1171, 1171, 1171, 1171, 1171, 1171, 545, 545, 1171, 1171, 1171, 879, 1841, 1296, 1327, 1292, 1493,
        1139, 1057, 1491, 1511, 571, 547, 1257, 1063, 1849, 1544, 1595, 1233, 1595, 1266, 1124, 1133, 1491, 1219,
        1896, 1182, 1147, 1169, 674, 752, 674, 1110, 918, 1182, 1139, 1255, 975, 1255, 1149, 694, 1122, 1257, 518,
        518, 1075, 518, 1905, 1257, 1237, 1255, 1255, 836, 977, 723, 1257, 1026, 1593, 1073, 1032, 958, 776, 1128,
        776, 1171,
    ]
    private static let bold = [
        532, 586, 967, 1323, 1169, 1845, 1536, 545, 694, 694, 1116, 1169, 594, 659, 584, 846, 1169, 1169, 1169,
        1169, 1169, 1169, 1169, 1169, 1169, 1169, 584, 594, 1169, 1169, 1169, 977, 1837, 1413, 1376, 1305, 1516,
        1147, 1124, 1483, 1567, 678, 678, 1360, 1157, 1931, 1665, 1630, 1286, 1630, 1352, 1128, 1186, 1548, 1331,
        1980, 1366, 1278, 1186, 678, 846, 678, 1090, 842, 1243, 1237, 1296, 1053, 1296, 1210, 793, 1157, 1346, 625,
        625, 1270, 625, 2011, 1346, 1268, 1296, 1296, 930, 1018, 889, 1346, 1165, 1753, 1184, 1165, 999, 807, 1128,
        807, 1169,
    ]
}
