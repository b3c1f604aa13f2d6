import CCurl
import Dispatch

/// A thread of its own on which transfers are made one after the other; their connection is kept for the next.
///
/// libcurl waits where it is called, which the threads that serve tasks must not.
final class CurlQueue: @unchecked Sendable {
    private let queue = DispatchQueue(label: "transfer")
    /// Used on the queue only, and by nobody else when this goes.
    private var handle: UnsafeMutableRawPointer?
    // All that can be started, which is how CURL_GLOBAL_ALL is spelled.
    private static let isStarted = curl_global_init(3) == CURLE_OK

    deinit {
        guard let handle else { return }
        nonisolated(unsafe) let last = handle
        // Saying goodbye to the server may take a while.
        queue.async { BrokenPipe.ignored { curl_easy_cleanup(last) } }
    }

    /// Runs `transfer` on the thread with a session of its own, which ends when the task is cancelled.
    func run<R: Sendable>(
        _ transfer: @escaping @Sendable (CurlSession) throws(TransferError) -> R
    ) async throws(TransferError) -> R {
        let signal = CancelSignal()
        let result: Result<R, TransferError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: self.result(of: transfer, signal)) }
            }
        } onCancel: {
            signal.cancel()
        }
        return try result.get()
    }

    private func result<R>(
        of transfer: (CurlSession) throws(TransferError) -> R, _ signal: CancelSignal
    ) -> Result<R, TransferError> {
        if handle == nil, Self.isStarted { handle = curl_easy_init() }
        guard let handle else { return .failure(.broken) }
        // What was set for the last transfer goes; its connection stays.
        curl_easy_reset(handle)
        let session = CurlSession(handle, signal)
        return Result { () throws(TransferError) in try transfer(session) }
    }
}
