import Transfer

extension TransferError {
    /// For whoever runs the system: the server's reply, or the error's name.
    var word: String {
        switch self {
        case .loginRefused(let reply), .turnedAway(let reply), .refused(let reply): reply
        default: "\(self)"
        }
    }
}
