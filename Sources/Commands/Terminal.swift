#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import ArgumentParser
import Insights
import Synchronization

/// What the commands say to the person who called them.
///
/// A message is one line, and no character of it that stems from data can garble a terminal.
enum Terminal {
  /// Writes a line to standard output.
  static func print(_ line: String) {
    write(Array((FindingsTable.sanitized(line) + "\n").utf8))
  }

  /// Writes a line to standard error, where it does not mix with results.
  static func note(_ line: String) {
    write(Array((FindingsTable.sanitized(line) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Why standard output could not be written, if it could not and somebody still wanted to read it.
  private static let fault = Mutex<Int32?>(nil)

  /// Makes sure that what the command opens is none of the three streams, should the caller have closed one, and that a reader who
  /// went away ends no command that has files to write.
  static func prepare() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // Output that was closed cannot be written: the null device opened for reading says so.
      _ = unsafe open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the process: with a status, or with 1 if what it had to write to standard output was lost.
  static func end(_ status: ExitCode = .success) -> Never {
    ProgressLine.shared.clear()
    guard let code = fault.withLock({ $0 }) else { exit(status.rawValue) }
    unsafe note("error: standard output cannot be written: \(String(cString: strerror(code))).")
    exit(status == .success ? ExitCode.findings.rawValue : status.rawValue)
  }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    ProgressLine.shared.clear()
    send(bytes, to: descriptor)
  }

  /// Writes bytes as they are, beside a line of progress that may be there.
  static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Self.systemWrite(descriptor, $0) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&wanted, 1, -1)
      } else if count == 0 || errno != EINTR {
        let code = count == 0 ? EIO : errno
        // A reader that went away, such as `head`, wants no more.
        if descriptor == STDOUT_FILENO, code != EPIPE { fault.withLock { $0 = code } }
        return
      }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension ExitCode {
  /// There are findings, or the data is bad.
  static let findings = ExitCode(1)
  /// The program itself is at fault.
  static let fault = ExitCode(70)
}
