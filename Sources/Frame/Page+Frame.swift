import Foundation
import Markup
import Vocabulary

extension Page {
    var demonstrationBanner: HTML {
        """
        <section class="demonstration" aria-label="\(say("Demonstration", "Demonstration"))"><div class="width"><p>\
        <strong>\(say("Påhittade uppgifter:", "Made-up data:"))</strong> \
        \(say(
            "demonstration av \(today.month.fullName(.sv)). Inga människor, hushåll eller leveranser här finns på riktigt.",
            "a demonstration of \(today.month.fullName(.en)). No people, households or deliveries here are real."))\
        </p></div></section>

        """
    }

    var header: HTML {
        """
        <header class="site">
        <div class="width top">\(brand)
        <ul class="who">\(who)<li class="language">\(languageSwitch)</li></ul></div>
        \(menu)
        </header>
        """
    }

    private var brand: HTML {
        let link = owner ?? Link(say(Self.serviceName), viewer == nil ? .home : .start)
        return "<a class=\"brand\" href=\"\(link.path)\">\(link.title)</a>"
    }

    private var who: HTML? {
        guard let viewer else { return nil }
        return """
            <li>\(organisationName(viewer.organisation))</li><li><a href="\(Path.account)">\(viewer.name)</a></li>\
            <li><form method="post" action="\(Path.signOut)">\
            <button class="link-button">\(say("Logga ut", "Sign out"))</button></form></li>
            """
    }

    private var languageSwitch: HTML {
        let other = language == .sv ? ("en", "In English") : ("sv", "På svenska")
        return """
            <a href="\(path.with("sprak", other.0))" lang="\(other.0)" hreflang="\(other.0)">\(other.1)</a>
            """
    }

    private var menu: HTML? {
        guard let viewer, !viewer.menu.isEmpty else { return nil }
        // Of words that stand under one another the nearest: Användare lies under Register.
        let current = viewer.menu.filter { $0.isCurrent(at: path) }.max { $0.path.text.count < $1.path.text.count }
        let items = viewer.menu.map { item in
            let place = item.path == path.page ? "page" : item.path == current?.path ? "true" : nil
            return """
                <li><a href="\(item.path)"\("aria-current", is: place)>\(say(item.title))</a></li>
                """ as HTML
        }
        return """
            <nav aria-label="\(say("Huvudmeny", "Main menu"))"><div class="width"><ul class="menu">\(items)</ul></div></nav>
            """
    }

    var footer: HTML {
        let links = [
            Link(say("Publicerade rapporter", "Published reports"), .publishedReports),
            Link(say("Kontakt", "Contact"), .contact), Link(say("Ordlista", "Word list"), .glossary),
            Link(say("Tillgänglighetsredogörelse", "Accessibility statement"), .accessibility),
            Link(say("Kakor", "Cookies"), .cookies), Link(say("Personuppgifter", "Personal data"), .privacy),
        ].map { "<li><a href=\"\($0.path)\">\($0.title)</a></li>" as HTML }
        return """
            <footer class="footer"><div class="width"><ul>\(links)</ul>
            <p>\(responsible)</p></div></footer>
            """
    }

    private var responsible: String {
        guard let owner else { return say("Ansvarig: \(host.name)", "Run by \(host.name)") }
        return say(
            "Ansvarig för innehållet: \(owner.title). Webbplatsen drivs av \(host.name).",
            "Content: \(owner.title). The site is run by \(host.name).")
    }

    /// Shown by the style sheet when the page has stood for 25 of the session's 30 minutes, without script; at once
    /// when the session can be prolonged no more.
    ///
    /// The button opens a page of its own, so that what is typed on this one is not lost.
    var sessionWarning: HTML {
        if let ends = viewer?.sessionEnds {
            return """
                <div class="session now" role="status"><div class="width"><p><strong>\(say(
                    "Du loggas ut \(clock(ends)).", "You will be signed out \(clock(ends)).")) </strong>\
                \(say("Spara det du håller på med och logga in igen.", "Save your work and sign in again."))</p></div></div>
                """
        }
        return """
            <div role="status"><div class="session"><div class="width"><p><strong>\(say(
                "Du loggas ut om 5 minuter.", "You will be signed out in 5 minutes."))</strong> \
            \(say("Det du har laddat upp finns kvar.", "What you have uploaded is kept."))</p>\
            <form method="post" action="\(Path.keepWorking)" target="_blank"><button class="button secondary">\
            \(say("Fortsätt arbeta", "Keep working"))\
            <span class="hidden"> \(say("(öppnas i en ny flik)", "(opens in a new tab)"))</span>\
            </button></form></div></div></div>
            """
    }
}
