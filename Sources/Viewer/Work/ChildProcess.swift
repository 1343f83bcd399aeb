#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Our own program at work in a process of its own, with limits.
struct ChildProcess {
  /// How it ended.
  enum End: Equatable {
    /// By itself, with a status.
    case status(Int)
    /// By a signal that it did not expect.
    case signal(Int)
    /// For want of time.
    case tooSlow
    /// Because somebody wanted it no more.
    case cancelled
  }

  /// The program.
  let program: String
  /// The words after its name.
  let arguments: [String]
  /// The files into which it prints what it answers, and what it says beside that.
  let output: String
  let messages: String
  /// Where it puts files that it needs for a moment; `nil` leaves that as it is.
  let temporaries: String?

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - seconds: When it is ended.
  ///   - isCancelled: Whether nobody wants it any more; asked many times a second.
  /// - Returns: How it ended.
  func run(seconds: Int, isCancelled: () -> Bool) -> End {
    let (status, process) = start()
    guard status == 0 else { return .status(127) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    var wait: UInt32 = 500
    while true {
      if let end = Self.end(of: process) { return end }
      let isLate = ContinuousClock.now > deadline
      if isLate || isCancelled() {
        // The whole group: a layout that runs in a process of its own ends too.
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        while Self.end(of: process) == nil { usleep(1000) }
        return isLate ? .tooSlow : .cancelled
      }
      usleep(wait)
      wait = min(wait * 5 / 4, 10_000)
    }
  }

  /// How a process ended; `nil` while it runs.
  private static func end(of process: pid_t) -> End? {
    var status: CInt = 0
    let result = unsafe waitpid(process, &status, WNOHANG)
    guard result != 0 else { return nil }
    // Layout processes that their parent did not wait for.
    kill(-process, SIGKILL)
    guard result == process else { return .status(127) }
    let signal = status & 0x7f
    return signal == 0 ? .status(Int(status >> 8 & 0xff)) : .signal(Int(signal))
  }

  private func start() -> (status: CInt, process: pid_t) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let extra = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let extra: CInt = 0
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, write, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, write, 0o600)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(
        CInt(POSIX_SPAWN_SETPGROUP) | CInt(POSIX_SPAWN_SETSIGMASK) | CInt(POSIX_SPAWN_SETSIGDEF)
          | CInt(extra)))
    let words = unsafe Self.copies(["ecomap"] + arguments)
    let environment = unsafe Self.copies(environment)
    defer { unsafe (words + environment).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, program, &actions, &attributes, words, environment)
    return (status, process)
  }

  /// What the process finds in its environment: what we found, with a place of its own for temporary files.
  private var environment: [String] {
    var own = ["COLUMNS": "100"]
    own["TMPDIR"] = temporaries
    return ProcessInfo.processInfo.environment.merging(own) { $1 }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe words.map { unsafe strdup($0) } + [nil]
  }
}
