public import Foundation
public import Markup

extension Page {
    /// What is known about a thing: names and values.
    public func facts(_ facts: [(name: String, value: HTML)]) -> HTML {
        let rows = facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" as HTML }
        return "<dl class=\"facts\">\(rows)</dl>\n"
    }

    /// Things to do, each with its state.
    public func tasks(_ tasks: [TaskItem]) -> HTML {
        let items = tasks.map { task in
            """
            <li>\(task.path.map { link(task.title, $0) } ?? "\(task.title)")\(task.tag.map { tag($0) })\
            \(task.hint.map { "<p class=\"hint\">\($0)</p>" as HTML })</li>

            """ as HTML
        }
        return "<ul class=\"tasks\">\(items)</ul>\n"
    }

    /// Where one is in a work of several steps; `current` is counted from 0.
    public func steps(_ steps: [String], current: Int) -> HTML {
        let items = steps.enumerated().map { place, title in
            """
            <li\("aria-current", is: place == current ? "step" : nil)>\
            \(place < current ? unseen(say("Klart:", "Done:")) : nil)<span>\(title)</span></li>
            """ as HTML
        }
        return "<ol class=\"steps\" aria-label=\"\(say("Steg", "Steps"))\">\(items)</ol>\n"
    }

    /// Pages about the same thing, as tabs: they are links.
    public func tabs(_ label: String, _ links: [Link], current: Path) -> HTML {
        let items = links.map { link in
            """
            <li><a href="\(link.path)"\("aria-current", is: link.path == current ? "page" : nil)>\(link.title)</a></li>
            """ as HTML
        }
        return "<nav aria-label=\"\(label)\"><ul class=\"tabs\">\(items)</ul></nav>\n"
    }

    /// Ways to narrow a list, each with how many it leaves.
    public func chips(_ label: String, _ chips: [Chip]) -> HTML {
        let items = chips.map { chip in
            """
            <li><a href="\(chip.path)"\("aria-current", is: chip.isCurrent ? "true" : nil)>\(chip.title)\
            \(chip.count.map { " \(number($0))" } ?? "")</a></li>
            """ as HTML
        }
        return "<nav aria-label=\"\(label)\"><ul class=\"chips\">\(items)</ul></nav>\n"
    }

    /// What has happened, newest first.
    public func timeline(_ events: [(at: Date, text: HTML)]) -> HTML {
        let items = events.map { event in
            """
            <li><time datetime="\(event.at.formatted(.iso8601))">\(time(event.at))</time>\(event.text)</li>

            """ as HTML
        }
        return "<ol class=\"timeline\">\(items)</ol>\n"
    }

    /// Figures at a glance.
    public func tiles(_ tiles: [(figure: String, text: HTML)]) -> HTML {
        let items = tiles.map { "<li><strong>\($0.figure)</strong> \($0.text)</li>\n" as HTML }
        return "<ul class=\"tiles\">\(items)</ul>\n"
    }
}

/// A thing to do.
public struct TaskItem: Sendable {
    /// What.
    public let title: String
    /// Where, when it can be done now.
    public let path: Path?
    /// How it stands.
    public let tag: Tag?
    /// More about it.
    public let hint: String?

    /// A thing to do.
    public init(_ title: String, _ path: Path?, tag: Tag? = nil, hint: String? = nil) {
        self.title = title
        self.path = path
        self.tag = tag
        self.hint = hint
    }
}

/// A way to narrow a list.
public struct Chip: Sendable {
    /// What is left.
    public let title: String
    /// How many.
    public let count: Int?
    /// The list narrowed.
    public let path: Path
    /// Whether it is narrowed so now.
    public let isCurrent: Bool

    /// A way to narrow a list.
    public init(_ title: String, count: Int? = nil, _ path: Path, isCurrent: Bool) {
        self.title = title
        self.count = count
        self.path = path
        self.isCurrent = isCurrent
    }
}
