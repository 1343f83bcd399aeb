#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one piece of work may take.
package struct WorkerLimits: Sendable, Equatable {
  /// The most address space, in megabytes.
  package var megabytes = 4096
  /// The most time on a processor, in seconds.
  package var processorSeconds = 120
  /// The largest file that it writes, in megabytes.
  package var fileMegabytes = 256
  /// The most time by the clock, in seconds, which the server counts.
  package var seconds = 120

  /// The usual limits.
  package init() {}

  /// What the program is called with before the words of the command.
  func arguments(in folder: String) -> [String] {
    [Self.word, "\(megabytes)", "\(processorSeconds)", "\(fileMegabytes)", folder]
  }

  /// The first argument that makes the program a worker.
  package static let word = "within-limits"

  /// Sets the limits that stand first in the arguments of this process, which its own children inherit, and goes into the folder
  /// that follows them.
  ///
  /// - Returns: The arguments behind them; `nil` if there are none.
  package static func apply(_ arguments: ArraySlice<String>) -> ArraySlice<String>? {
    let numbers = arguments.dropFirst().prefix(3).compactMap { UInt($0) }
    guard arguments.first == word, numbers.count == 3,
      let folder = arguments.dropFirst(4).first, unsafe chdir(folder) == 0
    else { return nil }
    #if !canImport(Darwin)
      set(RLIMIT_AS, numbers[0] << 20)
    #endif
    set(RLIMIT_CPU, numbers[1])
    set(RLIMIT_FSIZE, numbers[2] << 20)
    set(RLIMIT_CORE, 0)
    // A file that grows too large is an error to tell, not the end.
    signal(SIGXFSZ, SIG_IGN)
    return arguments.dropFirst(5)
  }

  #if canImport(Darwin)
    private static func set(_ resource: CInt, _ value: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      unsafe setrlimit(resource, &limit)
    }
  #else
    private static func set(_ resource: __rlimit_resource, _ value: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  #endif
}
