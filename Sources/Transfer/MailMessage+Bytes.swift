import Foundation

extension MailMessage {
    /// How the text of a mail is written.
    enum Form {
        /// For any mail server: seven bits, short lines (RFC 2045, 6.7), ended with CR LF.
        case wire
        /// For a file that people open too: as it reads.
        case file

        var lineEnd: String {
            switch self {
            case .wire: "\r\n"
            case .file: "\n"
            }
        }
    }

    /// The whole mail (RFC 5322 and 2045).
    func bytes(_ form: Form) -> [UInt8] {
        var headers = [("From", MailHeader.address(from)), ("To", MailHeader.address(to))]
        if let replyTo { headers.append(("Reply-To", MailHeader.address(replyTo))) }
        headers += [
            ("Subject", MailHeader.text(subject, after: "Subject: ".count)),
            ("Date", Self.standard(date)),
            ("Message-ID", "<\(safeID)@\(from.domain)>"),
            // Answering machines do not answer such mail (RFC 3834).
            ("Auto-Submitted", "auto-generated"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", form == .wire ? "quoted-printable" : "8bit"),
        ]
        let head = headers.map { "\($0): \($1)\r\n" }.joined()
        return switch form {
        case .wire: Array((head + "\r\n").utf8) + QuotedPrintable.body(lines)
        case .file: Array((head.replacing("\r\n", with: "\n") + "\n").utf8) + lines.flatMap { Array($0.utf8) + [10] }
        }
    }

    /// The id without anything that could end the header, or a file's name.
    var safeID: String { String(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(36)) }

    private var lines: [Substring] {
        let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.last?.isEmpty == true ? lines.dropLast() : lines
    }

    /// "Thu, 04 Apr 2013 07:12:00 +0000".
    static func standard(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let two = { (number: Int?) in String(format: "%02d", number ?? 0) }
        let day = "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1])"
        return "\(day) \(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
