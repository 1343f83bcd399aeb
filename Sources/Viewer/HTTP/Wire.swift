import GraphvizKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One end of a connection, on which nobody waits for ever.
final class Wire {
  /// Why nothing more comes or goes.
  enum Break: Error {
    /// The other side, or the end of the server, closed it.
    case closed
    /// The other side took too long.
    case tooSlow
  }

  private let socket: FileDescriptor
  /// Can be read from once the server is to end.
  private let bell: CInt
  /// What was read and not taken yet.
  private var waiting: [UInt8] = []

  init(_ socket: consuming FileDescriptor, bell: CInt) {
    self.socket = socket
    self.bell = bell
    _ = fcntl(self.socket.number, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var isOn: CInt = 1
      unsafe setsockopt(
        self.socket.number, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<CInt>.size))
    #endif
  }

  /// Reads up to the empty line that ends the head of a request; `nil` if the other side has nothing more to ask.
  ///
  /// - Parameters:
  ///   - idle: How long the first byte may take.
  ///   - limit: How long all of it may take from then on.
  /// - Returns: The bytes before the empty line, or `nil`.
  /// - Throws: ``Refusal`` or ``Break`` where it is too long, too slow, or breaks off.
  func head(idle: Duration, limit: Duration) throws -> [UInt8]? {
    var scanned = 0
    var deadline = ContinuousClock.now + idle
    var hasBegun = !waiting.isEmpty
    if hasBegun { deadline = .now + limit }
    while true {
      if let end = Self.end(of: waiting, from: max(0, scanned - 3)) {
        let head = Array(waiting[..<end])
        waiting.removeFirst(end + 4)
        return head
      }
      scanned = waiting.count
      guard scanned <= RequestHead.largest else {
        throw Refusal(.fieldsTooLarge, "The request is longer than \(RequestHead.largest) bytes.")
      }
      let isFirst = !hasBegun
      do throws(Break) {
        try fill(until: deadline, isInterruptible: isFirst)
      } catch {
        if isFirst { return nil }
        throw error == .tooSlow ? Refusal(.timedOut, "The request took too long.") : error
      }
      if isFirst {
        hasBegun = true
        deadline = .now + limit
      }
    }
  }

  /// Takes at most so many bytes, and at least one.
  func take(atMost count: Int, until deadline: ContinuousClock.Instant) throws(Break)
    -> [UInt8]
  {
    if waiting.isEmpty { try fill(until: deadline, isInterruptible: false) }
    let piece = Array(waiting.prefix(count))
    waiting.removeFirst(piece.count)
    return piece
  }

  /// Sends all bytes; each piece has its time.
  func send(_ bytes: [UInt8], stall: Duration = .seconds(20)) throws(Break) {
    var sent = 0
    while sent < bytes.count {
      try wait(for: POLLOUT, until: .now + stall, isInterruptible: false)
      let step = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
        return unsafe systemSend(socket.number, rest.baseAddress, rest.count)
      }
      if step < 0, errno != EAGAIN, errno != EINTR { throw .closed }
      sent += max(step, 0)
    }
  }

  /// Says that nothing more will be sent, and waits a moment for the other side to have read it all: a connection that is closed
  /// with something unread loses the last answer.
  func finish() {
    shutdown(socket.number, CInt(SHUT_WR))
    var left = 1 << 20
    let deadline = ContinuousClock.now + .seconds(1)
    while left > 0, let piece = try? take(atMost: 65_536, until: deadline) { left -= piece.count }
  }

  private func fill(
    until deadline: ContinuousClock.Instant, isInterruptible: Bool
  ) throws(Break) {
    while true {
      try wait(for: POLLIN, until: deadline, isInterruptible: isInterruptible)
      var piece = [UInt8](repeating: 0, count: 65_536)
      let step = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe recv(socket.number, buffer.baseAddress, buffer.count, 0)
      }
      if step == 0 { throw .closed }
      if step > 0 {
        waiting += piece[..<step]
        return
      }
      guard errno == EAGAIN || errno == EINTR else { throw .closed }
    }
  }

  /// Waits until the socket can be read or written.
  private func wait(
    for events: some BinaryInteger, until deadline: ContinuousClock.Instant, isInterruptible: Bool
  ) throws(Break) {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .tooSlow }
      var files = [
        pollfd(fd: socket.number, events: Int16(events), revents: 0),
        pollfd(fd: isInterruptible ? bell : -1, events: Int16(POLLIN), revents: 0),
      ]
      let milliseconds =
        min(left.components.seconds, 3600) * 1000
        + left.components.attoseconds / 1_000_000_000_000_000 + 1
      guard unsafe poll(&files, 2, CInt(milliseconds)) > 0 else { continue }
      if files[0].revents != 0 { return }
      if files[1].revents != 0 { throw .closed }
    }
  }

  /// Where the empty line begins.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4 else { return nil }
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10
      {
        return index
      }
      index += 1
    }
    return nil
  }
}

private func systemSend(_ socket: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    unsafe send(socket, bytes, count, 0)
  #else
    unsafe send(socket, bytes, count, CInt(MSG_NOSIGNAL))
  #endif
}
