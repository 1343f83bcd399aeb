#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import ArgumentParser

/// What the commands say to the person who called them.
enum Terminal {
  /// Writes a line to standard output.
  static func print(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line to standard error, where it does not mix with results.
  static func note(_ line: String) {
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Self.systemWrite(descriptor, $0) }
      // A reader that went away, such as `head`, wants no more.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
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
