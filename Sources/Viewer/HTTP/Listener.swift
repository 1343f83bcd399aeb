import GraphvizKit
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits for connections and gives each of them a thread, up to a number; whoever comes then is asked to come again.
///
/// One thread each is enough for the few who share a page, needs no framework, and makes every wait one with an end: FlyingFox,
/// which was to do this, sets no limit to the head of a request nor to the time that one takes, and ends where the system has
/// no more descriptors.
package final class Listener: Sendable {
  /// Answers a request; what it throws but a ``Refusal`` ends the connection.
  package typealias Handler = @Sendable (RequestHead, inout RequestBody) throws -> Response

  /// How long and how many.
  package struct Limits: Sendable {
    /// How many connections are open at once.
    package var connections = 256
    /// How long a connection may be silent between two requests.
    package var idle = Duration.seconds(30)
    /// How long the head of a request may take.
    package var head = Duration.seconds(10)

    /// The usual limits.
    package init() {}
  }

  /// Where it listens.
  package let port: Int
  private let socket: FileDescriptor
  /// Both ends of a pipe; a byte in it wakes whoever waits.
  private let bell: FileDescriptor
  private let rope: FileDescriptor
  private let limits: Limits
  private let open = Mutex(0)

  /// Takes a place at an address.
  ///
  /// - Throws: ``ServeError`` where the system refuses.
  package init(at place: ListenPlace, limits: Limits = Limits()) throws(ServeError) {
    self.limits = limits
    socket = try place.makeSocket()
    port = try place.listen(on: socket)
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0, let bell = FileDescriptor(ends[0]),
      let rope = FileDescriptor(ends[1])
    else { throw ServeError("The system has no more descriptors.") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.bell = bell
    self.rope = rope
  }

  /// Answers until ``stop()``; then the answers that are under way are finished.
  package func run(_ handler: @escaping Handler) {
    while true {
      var files = [
        pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.number, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&files, 2, -1) > 0 else { continue }
      guard files[1].revents == 0 else { break }
      accept(handler)
    }
    // Whoever is in the middle of an answer gets a moment to finish it.
    for _ in 0..<250 where open.withLock({ $0 }) > 0 { usleep(20_000) }
  }

  /// Ends ``run(_:)``.
  package func stop() { _ = rope.write([0]) }

  /// How many connections are open.
  package var openConnections: Int { open.withLock { $0 } }

  private func accept(_ handler: @escaping Handler) {
    let number = systemAccept(socket.number)
    guard let connection = FileDescriptor(number) else {
      // No descriptor is free: one will be soon.
      if errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS {
        usleep(50_000)
      }
      return
    }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    let wire = Wire(connection, bell: bell.number)
    let hasRoom = open.withLock { open in
      guard open < limits.connections else { return false }
      open += 1
      return true
    }
    let guest = Guest(wire: wire)
    let isServed =
      hasRoom
      && SystemThread.start(stacksInMegabytes: [1]) { [self] in
        serve(guest.wire, handler)
        open.withLock { $0 -= 1 }
      }
    guard !isServed else { return }
    if hasRoom { open.withLock { $0 -= 1 } }
    let refusal = Refusal(
      .unavailable, "Too many are asking at once; try again in a moment.", retryAfter: 1)
    let answer = Response(refusal)
    // Fits into the buffer of the system, so that nobody waits for whoever does not read it.
    if case .bytes(let body) = answer.body {
      try? wire.send(answer.head(keepsConnection: false) + body, stall: .milliseconds(10))
    }
  }

  /// What moves to the thread of a connection, and stays there.
  private struct Guest: @unchecked Sendable {
    let wire: Wire
  }

  private func serve(_ wire: Wire, _ handler: Handler) {
    do {
      while let bytes = try wire.head(idle: limits.idle, limit: limits.head) {
        guard try answer(bytes, on: wire, handler) else { break }
      }
    } catch let refusal as Refusal {
      try? send(Response(refusal), on: wire, keepsConnection: false)
    } catch {}
    wire.finish()
  }

  /// Answers one request.
  ///
  /// - Returns: Whether another may follow on the connection.
  private func answer(_ bytes: [UInt8], on wire: Wire, _ handler: Handler) throws -> Bool {
    let head = try RequestHead(parsing: bytes)
    var body = RequestBody(
      on: wire, length: head.bodyLength, isAwaited: head.fields["expect"] != nil)
    let response: Response
    do {
      response = try handler(head, &body)
    } catch let refusal as Refusal {
      response = Response(refusal)
    }
    // What is left of a body would be read as the next request.
    let keeps = head.keepsConnection && body.left == 0
    try send(response, on: wire, keepsConnection: keeps, isHead: head.method == "HEAD")
    return keeps
  }

  private func send(
    _ response: Response, on wire: Wire, keepsConnection: Bool, isHead: Bool = false
  ) throws {
    let head = response.head(keepsConnection: keepsConnection)
    switch response.body {
    case .bytes(let bytes): try wire.send(isHead ? head : head + bytes)
    case .file(let path, let size):
      guard let file = FileDescriptor(systemOpen(path)) else { throw Wire.Break.closed }
      try wire.send(head)
      var left = isHead ? 0 : size
      while left > 0 {
        guard let piece = file.read(exactly: min(left, 65_536)) else { throw Wire.Break.closed }
        try wire.send(piece)
        left -= piece.count
      }
    }
  }
}

// Inside the methods above the plain names are theirs.
private func systemAccept(_ socket: CInt) -> CInt { accept(socket, nil, nil) }

private func systemOpen(_ path: String) -> CInt { unsafe open(path, O_RDONLY | O_CLOEXEC) }
