import CCurl

/// One transfer: what is set for it, and the making of it.
final class CurlSession {
    private let handle: UnsafeMutableRawPointer
    private let signal: CancelSignal
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    /// Whether the library has taken everything that was set.
    private var isSet = true

    init(_ handle: UnsafeMutableRawPointer, _ signal: CancelSignal) {
        self.handle = handle
        self.signal = signal
        // No signals, which are for the whole program; nothing older than TLS 1.2.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    }

    deinit {
        for list in lists { curl_slist_free_all(list) }
    }

    func set(_ option: CURLoption, _ text: String) { note(curl_set_text(handle, option, text)) }

    func set(_ option: CURLoption, _ number: Int) { note(curl_set_number(handle, option, number)) }

    func set(_ option: CURLoption, size: Int) { note(curl_set_size(handle, option, curl_off_t(size))) }

    func set(_ option: CURLoption, _ duration: Duration) {
        set(option, Int(duration / .milliseconds(1)))
    }

    func set(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) ?? list }
        if let list { lists.append(list) }
        note(curl_set_list(handle, option, list))
    }

    /// Sends what `exchange` has and lets it receive the reply. Throws when there is none, or not all of one.
    func perform(_ exchange: CurlExchange) throws(TransferError) {
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        note(curl_set_source(handle, CurlExchange.read, CurlExchange.seek, context))
        note(curl_set_sink(handle, CurlExchange.receiveLine, CurlExchange.receiveBody, context))
        note(curl_set_notes(handle, CurlExchange.takeNote, context))
        exchange.signal = signal
        note(curl_set_progress(handle, CurlExchange.progress, context))
        // Anything refused here could be the option that makes the transfer safe.
        guard isSet else { throw .broken }
        let code = withExtendedLifetime(exchange) { BrokenPipe.ignored { curl_easy_perform(handle) } }
        exchange.status = curl_reply_status(handle)
        if code != CURLE_OK { throw exchange.failure ?? TransferError(code) }
    }

    private func note(_ code: CURLcode) {
        if code != CURLE_OK { isSet = false }
    }
}

extension TransferError {
    /// What the library says, in our words.
    fileprivate init(_ code: CURLcode) {
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .cannotConnect
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED: .notTrusted
            case CURLE_SSL_CACERT_BADFILE: .cannotUseFile
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badAddress
            case CURLE_LOGIN_DENIED: .loginRefused(reply: "")
            case CURLE_ABORTED_BY_CALLBACK: .cancelled
            default: .broken
            }
    }
}
