import Markup
import Vocabulary

/// What the accessibility statement (*tillgänglighetsredogörelse*) says, as the law (2018:1937) and its regulations ask.
struct AccessibilityStatement: Decodable, Sendable {
    enum Conformance: String, Decodable {
        case fully, partly, not
    }

    /// What does not work, for somebody in a situation: *utan syn*, *lång tid*.
    struct Issues: Decodable {
        let situation: PageText
        let items: [PageText]
    }

    /// Days, ISO 8601.
    let assessed, updated: String
    let conformance: Conformance
    let method: PageText
    let issues: [Issues]
    /// What the law leaves out.
    let exempt: [PageText]

    static let embedded: AccessibilityStatement? = PortalAssets.read("accessibility.yaml")
}

extension Page {
    func accessibility(_ statement: AccessibilityStatement) -> Document {
        document(say("Tillgänglighetsredogörelse", "Accessibility statement")) {
            """
            <p>\(say(
                "\(host.name) står bakom tjänsten \(Self.serviceName.sv). Vi vill att så många som möjligt ska kunna "
                    + "använda den. Så här uppfyller tjänsten lagen om tillgänglighet till digital offentlig service.",
                "\(host.name) runs the service \(Self.serviceName.en). We want as many as possible to be able to use it. "
                    + "This is how it meets the act on accessibility to digital public service."))</p>
            <h2>\(say("Hur tillgänglig är tjänsten?", "How accessible is the service?"))</h2>
            <p>\(say(statement.conformance.words))</p>
            <h2>\(say("Vad fungerar mindre bra?", "What works less well?"))</h2>
            \(statement.issues.map(issues))
            <h2>\(say("Innehåll som lagen inte omfattar", "Content that the act does not cover"))</h2>
            \(list(statement.exempt))
            <p>\(say(
                "Vi åberopar inte undantaget för oskäligt betungande anpassning (12 §).",
                "We do not invoke the exemption for disproportionate burden (section 12)."))</p>
            <h2>\(say("Säg till om något inte fungerar", "Tell us if something does not work"))</h2>
            <p>\(say(
                "Kontakta oss om du hittar hinder som inte står här, eller behöver innehållet på ett annat sätt:",
                "Contact us if you find obstacles that are not listed, or need the content in another way:")) \
            \(link(say("Kontakt", "Contact"), .contact)).</p>
            <p>\(say(
                "Är du inte nöjd med hur vi tar hand om det du säger? Anmäl det till Myndigheten för digital förvaltning:",
                "Are you not content with how we handle it? Report it to the Agency for Digital Government:")) \
            <a href="https://www.digg.se/tdosanmalan">digg.se/tdosanmalan</a>.</p>
            <h2>\(say("Hur vi har prövat tjänsten", "How we have tested the service"))</h2>
            <p>\(say(statement.method.localized))</p>
            \(facts([
                (say("Senaste bedömning", "Latest assessment"), "\(day(statement.assessed))"),
                (say("Redogörelsen uppdaterades", "Statement updated"), "\(day(statement.updated))"),
            ]))
            """
        }
    }

    private func day(_ iso: String) -> String { Day(iso: iso).map(date) ?? iso }

    private func issues(_ issues: AccessibilityStatement.Issues) -> HTML {
        "<h3>\(say(issues.situation.localized))</h3>\n\(list(issues.items))"
    }

    private func list(_ items: [PageText]) -> HTML {
        "<ul>\(items.map { "<li>\(say($0.localized))</li>\n" as HTML })</ul>\n"
    }
}

extension AccessibilityStatement.Conformance {
    var words: Localized {
        switch self {
        case .fully:
            Localized(
                sv: "Tjänsten är helt förenlig med lagen (WCAG 2.1, nivå AA).",
                en: "The service conforms fully to the act (WCAG 2.1, level AA).")
        case .partly:
            Localized(
                sv: "Tjänsten är delvis förenlig med lagen (WCAG 2.1, nivå AA). Bristerna står nedan. "
                    + "Den är byggd efter WCAG 2.2, nivå AA.",
                en: "The service conforms partly to the act (WCAG 2.1, level AA). What is lacking is listed below. "
                    + "It is built to WCAG 2.2, level AA.")
        case .not:
            Localized(
                sv: "Tjänsten är inte förenlig med lagen. Bristerna står nedan.",
                en: "The service does not conform to the act. What is lacking is listed below.")
        }
    }
}
