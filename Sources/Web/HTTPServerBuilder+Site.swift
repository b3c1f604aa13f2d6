public import HummingbirdCore
public import NIOCore

extension HTTPServerBuilder {
    /// HTTP/1.1 for a site behind a proxy: a connection on which nothing comes is closed after `idle`, heads are
    /// limited to 64 KB, and clients that ask before they send a body are answered, up to `longestBody` bytes.
    public static func site(
        idle: TimeAmount = .seconds(60), longestBody: Int = UploadLimits().bytes
    ) -> HTTPServerBuilder {
        .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ContinueHandler(longestBody: longestBody)], idleTimeout: idle,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100)))
    }
}
