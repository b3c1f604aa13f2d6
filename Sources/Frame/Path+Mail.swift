public import Collecting

extension Path {
    /// The page that a mail points to.
    public init(_ link: MailLink) {
        switch link {
        case .deliver(let month): self = .deliver(month)
        case .delivery(let number): self = .delivery(number)
        case .draft(let token): self = .draft(token)
        case .question(let number): self = .question(number)
        case .questions: self = .questions
        }
    }
}
