import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tells a client that asks before it sends a large body (`Expect: 100-continue`) to send it (RFC 9110, 10.1.1).
///
/// `curl` waits a second for this with every body over a megabyte. One who has announced too large a body is not told:
/// it gets its refusal without having sent anything.
final class ContinueHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let longestBody: Int
    /// Requests not yet answered: the answer to an earlier one must not have this one's in its middle.
    private var unanswered = 0

    init(longestBody: Int) { self.longestBody = longestBody }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            unanswered += 1
            let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
            if head.headerFields[.expect]?.lowercased() == "100-continue", unanswered == 1, length <= longestBody {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }
}
