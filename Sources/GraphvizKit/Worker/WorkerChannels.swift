internal import CGraphviz

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The connections between a worker process and its client.
///
/// No descriptor is inherited by other children: a copy of our end in another worker would keep this
/// one alive after we are gone.
struct WorkerChannels: ~Copyable {
  /// Our end of the conversation: both directions in one socket, because writing to a socket can be
  /// kept from raising SIGPIPE without touching the signals of the whole process.
  let socket: FileDescriptor
  /// Our end of what the worker's libraries print into.
  let errors: FileDescriptor
  /// The ends that the worker gets; given up here when it has them, so that its end is noticed.
  private var workerSocket: FileDescriptor?
  private var workerErrors: FileDescriptor?

  /// Opens the connections; `nil` leaves the reason in `errno`.
  init?() {
    var talk: [CInt] = [-1, -1]
    var noise: [CInt] = [-1, -1]
    guard socketpair(AF_UNIX, Self.kind, 0, &talk) == 0,
      socketpair(AF_UNIX, Self.kind, 0, &noise) == 0
    else { return nil }
    #if canImport(Darwin)
      var isOn: CInt = 1
      setsockopt(talk[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<CInt>.size))
    #endif
    guard let socket = FileDescriptor(movedAway: talk[0]),
      let workerSocket = FileDescriptor(movedAway: talk[1]),
      let errors = FileDescriptor(movedAway: noise[0]),
      let workerErrors = FileDescriptor(movedAway: noise[1])
    else { return nil }
    _ = fcntl(errors.number, F_SETFL, O_NONBLOCK)
    self.socket = socket
    self.workerSocket = consume workerSocket
    self.errors = errors
    self.workerErrors = consume workerErrors
  }

  /// Starts a program at the other ends.
  ///
  /// - Returns: 0 or the number of the error, and the process.
  mutating func spawn(_ program: LayoutWorker.Program) -> (status: CInt, process: pid_t) {
    guard let conversation = workerSocket?.number, let printer = workerErrors?.number else {
      return (EBADF, 0)
    }
    defer {
      workerSocket = nil
      workerErrors = nil
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, conversation, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, conversation, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, printer, STDERR_FILENO)
    #if canImport(Glibc)
      // Others may open descriptors while we spawn: Foundation's Process learns of its child's end by one, and would
      // wait for the worker's end instead if the worker had a copy.
      ecomap_close_from(&actions, STDERR_FILENO + 1)
    #endif
    // A worker starts with no signal blocked, and dies of SIGPIPE even if we ignore it.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    var defaulted = sigset_t()
    sigemptyset(&defaulted)
    sigaddset(&defaulted, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaulted)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var arguments = (["ecomap"] + program.arguments).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let status = posix_spawn(
      &process, program.path, &actions, &attributes, arguments, ecomap_environment())
    return (status, process)
  }
}

extension WorkerChannels {
  /// Continues in two processes; the new one serves requests at the other ends and never returns.
  ///
  /// - Returns: The new process, or -1 with the reason in `errno`.
  mutating func fork() -> pid_t {
    let process = ecomap_fork()
    if process == 0 { serve() }
    workerSocket = nil
    workerErrors = nil
    return process
  }

  /// Turns this process, a copy, into the worker.
  private mutating func serve() -> Never {
    guard let conversation = workerSocket.take(), let printer = workerErrors.take() else {
      _exit(EXIT_FAILURE)
    }
    dup2(conversation.number, STDIN_FILENO)
    dup2(conversation.number, STDOUT_FILENO)
    dup2(printer.number, STDERR_FILENO)
    // Copies of our ends: as long as one is open in the worker, it never sees the end of its input.
    close(socket.number)
    close(errors.number)
    LayoutWorkerMain.run()
  }

  /// What the kind of socket is called, with close-on-exec set from the start where possible: another
  /// thread may start a program between two calls.
  private static var kind: CInt {
    #if canImport(Darwin)
      SOCK_STREAM
    #else
      CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    #endif
  }
}

extension FileDescriptor {
  /// Takes over a descriptor under a number that is not one of the standard three, so that it can be
  /// copied onto those; it is closed in programs that are started.
  fileprivate init?(movedAway number: CInt) {
    guard let original = FileDescriptor(number) else { return nil }
    self.init(fcntl(original.number, F_DUPFD_CLOEXEC, 3))
  }
}
