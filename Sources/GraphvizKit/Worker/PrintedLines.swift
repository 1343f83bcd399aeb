#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The end of what a process printed.
struct PrintedLines {
  private var bytes: [UInt8] = []
  /// Whether the process closed the stream.
  private(set) var isAtEnd = false

  /// The last 20 lines.
  var lines: [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).suffix(20).map(String.init)
  }

  /// Takes what is there, without waiting; the descriptor must not block.
  mutating func take(from file: borrowing FileDescriptor) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(file.number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      isAtEnd = count == 0
      guard count > 0 else { return }
      bytes += buffer[..<count]
      // Only the end matters when a process crashes.
      if bytes.count > 16_384 { bytes.removeFirst(bytes.count - 8192) }
    }
  }
}
