import Checking
public import Definitions
public import Register
public import Vocabulary

extension Receipt {
    /// The receipt as the sender reads it; answers to other rules than `answered` are said to have been given before. What
    /// its rows are called the tables of `collection` say.
    public func text(
        _ language: Language, of collection: Definitions.Collection?, answered: Set<String>? = nil
    ) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        let month = number.month.fullName(language)
        var lines = [
            kind == .data
                ? say(
                    "Tack! Uppgifterna för \(month) är inlämnade.", "Thank you! The figures for \(month) are delivered."
                )
                : say(
                    "Tack! Vi har antecknat att det inte finns något att rapportera för \(month).",
                    "Thank you! It is noted that there is nothing to report for \(month)."),
            [
                say("Leveransnummer \(number)", "Delivery number \(number)"), number.municipality.label,
                SwedishTime(receivedAt).text(language), say("inlämnat av \(sender)", "delivered by \(sender)"),
            ].joined(separator: " · "),
        ]
        if let extractedAt {
            let day = SwedishTime(extractedAt).day.text(language)
            lines.append(say("  Utdraget gjordes \(day)", "  The extract was made \(day)"))
        }
        for part in parts {
            let rows = count(part, collection, language)
            let verdict = kind == .data ? ", \(part.outcome.text(language))" : ""
            let later = part.supersededBy.map { say(", ersatt av \($0)", ", superseded by \($0)") } ?? ""
            lines.append("  \(part.table): \(rows)\(verdict)\(later)")
        }
        for warning in confirmed {
            let about = warning.subject.isEmpty ? "" : " (\(warning.subject))"
            let before = answered.map { !$0.contains(warning.rule) } ?? false
            lines.append(
                say("  Bekräftad varning \(warning.rule)\(about)", "  Confirmed warning \(warning.rule)\(about)")
                    + (before ? say(", bekräftad sedan tidigare", ", confirmed before") : "")
                    + (warning.reason.isEmpty ? "" : ": \(warning.reason)"))
        }
        for file in files {
            let corrected =
                file.corrections.isEmpty
                ? ""
                : say(
                    ", \(file.corrections.count) \(file.corrections.count == 1 ? "cell rättad" : "celler rättade")",
                    ", \(file.corrections.count) \(file.corrections.count == 1 ? "cell" : "cells") corrected")
            lines.append("  \(say("Fil", "File")): \(file.name), SHA-256 \(file.sha256)\(corrected)")
        }
        if files.count > 1 { lines.append(say("  Kontrollsumma: ", "  Checksum: ") + checksum) }
        if let supersedes { lines.append(say("  Ersätter \(supersedes)", "  Supersedes \(supersedes)")) }
        if let withdrawal {
            let when = SwedishTime(withdrawal.at).text(language)
            lines.append(
                say(
                    "  Återkallad \(when) av \(withdrawal.sender): \(withdrawal.reason)",
                    "  Withdrawn \(when) by \(withdrawal.sender): \(withdrawal.reason)"))
        }
        return lines.joined(separator: "\n")
    }

    /// "214 hushåll", "11 värden"; of an extract, whose rows are of many kinds, "214 poster".
    private func count(_ part: Part, _ collection: Definitions.Collection?, _ language: Language) -> String {
        let table = extractedAt == nil ? collection?.table(part.table) : nil
        let noun =
            part.rows == 1
            ? table?.one ?? Localized(sv: "post", en: "record")
            : table?.unit ?? Localized(sv: "poster", en: "records")
        return "\(part.rows) \(noun[language])"
    }

    /// Whether it counts now: "gäller", "delvis ersatt", "ersatt", "återkallad".
    public func standing(_ language: Language) -> String {
        let (sv, en) =
            if withdrawal != nil {
                ("återkallad", "withdrawn")
            } else if parts.allSatisfy(\.isCurrent) {
                ("gäller", "current")
            } else if parts.contains(where: \.isCurrent) {
                ("delvis ersatt", "partly superseded")
            } else {
                ("ersatt", "superseded")
            }
        return language == .sv ? sv : en
    }
}

extension Municipality {
    /// "Uppsala (0380)".
    public var label: String { "\(name) (\(code))" }
}

extension Outcome {
    /// The verdict in a word or two.
    func text(_ language: Language) -> String {
        switch (self, language) {
        case (.approved, .sv): "godkänd"
        case (.approved, .en): "approved"
        case (.approvedWithWarnings, .sv): "godkänd med varningar"
        case (.approvedWithWarnings, .en): "approved with warnings"
        case (.notApproved, .sv): "inte godkänd"
        case (.notApproved, .en): "not approved"
        }
    }
}
