#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writing to a connection whose other end has gone raises a signal that would end the program.
enum BrokenPipe {
    /// Runs `body` with that signal kept from this thread, and forgotten after. Others keep their ways.
    static func ignored<R>(_ body: () -> R) -> R {
        var signal = sigset_t()
        var before = sigset_t()
        sigemptyset(&signal)
        sigaddset(&signal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signal, &before)
        defer {
            var noWait = timespec()
            if sigismember(&before, SIGPIPE) == 0 { sigtimedwait(&signal, nil, &noWait) }
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        return body()
    }
}
