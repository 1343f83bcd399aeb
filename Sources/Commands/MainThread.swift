import Interchange

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
  private static let stackSize = 64 << 20
  private static let endings = [SIGINT, SIGTERM, SIGHUP]

  /// Runs a command on a thread of its own, which must end the process, and waits for the signals that ask it to end: on one
  /// of them what is half-written goes, and the process ends as the signal says.
  static func run(_ command: @escaping @Sendable () -> Never) -> Never {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in endings where !isIgnored(number) { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    guard start(command) else {
      // The system has no room for another thread: the command runs on this one, and a signal ends it at once.
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      command()
    }
    var number: Int32 = 0
    while unsafe sigwait(&signals, &number) != 0 {}
    DraftFiles.removeAll()
    signal(number, SIG_DFL)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    // The default of all three is to end the process.
    _exit(128 + number)
  }

  private static func start(_ command: @escaping @Sendable () -> Never) -> Bool {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    let body = unsafe Unmanaged.passRetained(Body(command)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let error = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        #if canImport(Darwin)
          let body = unsafe argument
        #else
          guard let body = unsafe argument else { return nil }
        #endif
        unsafe Unmanaged<Body>.fromOpaque(body).takeUnretainedValue().command()
      }, body)
    return error == 0
  }

  /// What a new thread runs.
  private final class Body {
    let command: @Sendable () -> Never

    init(_ command: @escaping @Sendable () -> Never) { self.command = command }
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
