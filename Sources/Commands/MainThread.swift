import GraphvizKit
import Interchange
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the command runs, and what waits for signals meanwhile.
enum MainThread {
  /// Enough for the deepest recursion, however small a stack the shell allows.
  private static let stackInMegabytes = 64
  private static let endings = [SIGINT, SIGTERM, SIGHUP]

  /// Runs a command on a thread of its own, which must end the process, and waits for the signals that ask it to end: on one
  /// of them what is half-written goes, and the process ends as the signal says.
  static func run(_ command: @escaping @Sendable () -> Never) -> Never {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in endings where !isIgnored(number) { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    guard SystemThread.start(stacksInMegabytes: [stackInMegabytes], { command() }) else {
      // The system has no room for another thread: the command runs on this one, and a signal ends it at once.
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      command()
    }
    var number: Int32 = 0
    while unsafe sigwait(&signals, &number) != 0 {}
    if let end = goodbye.withLock({ $0 }) {
      // The command comes to its own end; a second signal does not wait for it.
      end()
      while unsafe sigwait(&signals, &number) != 0 {}
    }
    DraftFiles.removeAll()
    signal(number, SIG_DFL)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    // The default of all three is to end the process.
    _exit(128 + number)
  }

  private static let goodbye = Mutex<(@Sendable () -> Void)?>(nil)

  /// Lets a command that would never end do so by itself on the first signal.
  static func whenAskedToEnd(_ end: @escaping @Sendable () -> Void) {
    goodbye.withLock { $0 = end }
  }

  /// Whether the caller wants a signal to have no effect, as nohup does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    return action.isIgnored
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    #if canImport(Darwin)
      unsafe unsafeBitCast(__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
      unsafe unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }
}
