import Dispatch

/// Runs long work on other threads than those that answer requests.
final class AsideExecutor: TaskExecutor {
    static let shared = AsideExecutor()

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        DispatchQueue.global(qos: .utility).async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
