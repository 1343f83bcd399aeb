#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The owner of a running worker process; ends it when it goes.
struct WorkerProcess: ~Copyable {
  /// Why a conversation broke off.
  enum Interruption: Error {
    /// The deadline passed.
    case timedOut
    /// The worker closed its end.
    case ended
  }

  let identifier: pid_t
  /// Whether the greeting was received.
  var hasGreeted = false
  private let channels: WorkerChannels
  private var printed = PrintedLines()
  private var exitStatus: CInt?
  /// The most memory that the process had at a time, in bytes, once it has ended.
  private var peakMemory = 0

  /// Starts a program; returns as soon as the process exists.
  init(_ program: LayoutWorker.Program) throws(GraphvizError) {
    guard var channels = WorkerChannels() else {
      throw program.cannotStart(reason: String(cString: strerror(errno)))
    }
    let (status, identifier) = channels.spawn(program)
    guard status == 0 else {
      throw program.cannotStart(reason: String(cString: strerror(status)))
    }
    self.identifier = identifier
    self.channels = channels
  }

  /// Continues as a copy of this process, which must have one thread only; `nil` if that fails.
  init?(forking: Void) {
    guard var channels = WorkerChannels() else { return nil }
    let identifier = channels.fork()
    guard identifier > 0 else { return nil }
    self.identifier = identifier
    self.channels = channels
  }

  deinit {
    guard exitStatus == nil else { return }
    kill(identifier, SIGKILL)
    var status: CInt = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
  }

  /// The last lines that the process printed.
  var lastWords: [String] { printed.lines }

  /// Whether the process, which has ended, probably did so for want of memory.
  var ranOutOfMemory: Bool {
    // A block that is to be doubled has half the limit at the most when that fails.
    peakMemory > LayoutWorkerMain.memoryLimit * 2 / 5
      || lastWords.contains { $0.contains("memory") || $0.contains("alloc") }
  }

  /// Whether the process has not ended yet.
  mutating func isRunning() -> Bool {
    collectExitStatus()
    return exitStatus == nil
  }

  /// Waits until a process that closed its connection has ended, and says how it did.
  mutating func waitForEnd() -> String {
    // Closing comes before ending, but a program of another kind may close and live on.
    for _ in 0..<500 where isRunning() { usleep(1000) }
    printed.take(from: channels.errors)
    guard let status = exitStatus else { return "closed its connection" }
    // The macros WIFEXITED and so on; the low seven bits are the signal.
    let signal = status & 0x7f
    guard signal != 0 else { return "ended with status \(status >> 8 & 0xff)" }
    return "was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
  }

  private mutating func collectExitStatus() {
    guard exitStatus == nil else { return }
    var status: CInt = 0
    var usage = rusage()
    let result = wait4(identifier, &status, WNOHANG, &usage)
    if result == identifier {
      exitStatus = status
      // The unit is a byte on macOS and a kilobyte elsewhere.
      #if canImport(Darwin)
        peakMemory = usage.ru_maxrss
      #else
        peakMemory = usage.ru_maxrss << 10
      #endif
    }
    // Somebody else took it: a parent that ignores SIGCHLD, for example.
    if result < 0, errno == ECHILD { exitStatus = 0 }
  }
}

// The conversation.
extension WorkerProcess {
  /// Sends one frame.
  mutating func send(
    frame: [UInt8], until deadline: ContinuousClock.Instant
  ) throws(Interruption) {
    var header = ByteWriter()
    header.write(count: frame.count)
    try send(header.bytes, until: deadline)
    try send(frame, until: deadline)
  }

  /// Receives exactly `count` bytes.
  mutating func receive(
    _ count: Int, until deadline: ContinuousClock.Instant
  ) throws(Interruption) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      try wait(for: CInt(POLLIN), until: deadline)
      let step = bytes.withUnsafeMutableBytes { buffer in
        let rest = buffer[filled...]
        return recv(
          channels.socket.number, UnsafeMutableRawBufferPointer(rebasing: rest).baseAddress,
          rest.count, Self.dontWait)
      }
      if step == 0 || (step < 0 && !Self.isTemporary(errno)) { throw .ended }
      filled += max(step, 0)
    }
    return bytes
  }

  private mutating func send(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant
  ) throws(Interruption) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: CInt(POLLOUT), until: deadline)
      let step = bytes.withUnsafeBytes { buffer in
        let rest = buffer[sent...]
        return sendto(
          channels.socket.number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
          Self.dontWait | Self.noSignal, nil, 0)
      }
      if step < 0, !Self.isTemporary(errno) { throw .ended }
      sent += max(step, 0)
    }
  }

  /// Waits until the socket can be read or written, taking in what the worker prints meanwhile: a
  /// full pipe would stop it.
  private mutating func wait(
    for events: CInt, until deadline: ContinuousClock.Instant
  ) throws(Interruption) {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .timedOut }
      var files = [
        pollfd(fd: channels.socket.number, events: Int16(events), revents: 0),
        pollfd(
          fd: printed.isAtEnd ? -1 : channels.errors.number, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&files, 2, Self.milliseconds(left)) > 0 else { continue }
      if files[1].revents != 0 { printed.take(from: channels.errors) }
      if files[0].revents != 0 { return }
    }
  }

  private static func milliseconds(_ duration: Duration) -> CInt {
    // An hour at a time at most; whoever waits asks again.
    guard duration < .seconds(3600) else { return 3_600_000 }
    let (seconds, attoseconds) = duration.components
    // Rounded up, so that the last millisecond is not spent asking.
    return CInt(seconds) * 1000 + CInt(attoseconds / 1_000_000_000_000_000) + 1
  }

  private static func isTemporary(_ error: CInt) -> Bool {
    error == EINTR || error == EAGAIN || error == EWOULDBLOCK
  }

  private static var dontWait: CInt { CInt(MSG_DONTWAIT) }

  private static var noSignal: CInt {
    #if canImport(Darwin)
      0  // The socket itself is told so when it is made.
    #else
      CInt(MSG_NOSIGNAL)
    #endif
  }
}
