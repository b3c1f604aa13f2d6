import Accounts
import Frame
import Markup
import Vocabulary

extension Page {
    /// "Uppsala kommun", "Myndigheten".
    func name(of organisation: Organisation) -> String {
        organisation.municipality?.fullName ?? say("Myndigheten", "The authority")
    }

    /// Roles with what they mean.
    func explanations(of roles: [Role]) -> HTML {
        roles.map { role in "<strong>\(say(role.title))</strong>: \(say(role.explanation))" as HTML }
            .joined(separator: "<br>")
    }

    /// What leads to the access log.
    var eventsTitle: String {
        say("Händelser: vem som har sett och gjort vad", "Events: who has seen and done what")
    }

    /// "Samordnare, Läsare".
    func titles(of roles: [Role]) -> String { roles.map { say($0.title) }.joined(separator: ", ") }
}
