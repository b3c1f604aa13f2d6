public import Register
public import Vocabulary

/// A page that a mail points to. Its address holds nothing about a person.
public enum MailLink: Sendable, Hashable {
    /// Delivering for a month.
    case deliver(Month)
    /// A delivery with its receipt.
    case delivery(DeliveryNumber)
    /// A file that has been checked and not delivered, by its token.
    case draft(String)
    /// A question and its answers, by its number.
    case question(Int)
    /// The authority's list of questions.
    case questions
}
