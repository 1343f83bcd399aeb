import GraphvizKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the server listens: an address of this machine, and a port.
package struct ListenPlace: Sendable, Equatable {
  /// An address of version 4 or 6, in digits.
  package let address: String
  /// The port; 0 takes a free one.
  package let port: Int

  /// This machine alone, at a free port.
  package static let loopback = ListenPlace(address: "127.0.0.1", port: 0)

  private init(address: String, port: Int) {
    self.address = address
    self.port = port
  }

  /// Reads `8080`, `127.0.0.1`, `0.0.0.0:8080` or `[::1]:8080`; `nil` if the text is none of these.
  package init?(_ text: String) {
    if let port = Self.port(text[...]) {
      self.init(address: "127.0.0.1", port: port)
      return
    }
    var host = text[...]
    var port = 0
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
      let rest = host[host.index(after: end)...]
      host = host[..<end].dropFirst()
      if !rest.isEmpty {
        guard rest.hasPrefix(":"), let number = Self.port(rest.dropFirst()) else { return nil }
        port = number
      }
    } else if let colon = host.lastIndex(of: ":"), host.firstIndex(of: ":") == colon {
      guard let number = Self.port(host[host.index(after: colon)...]) else { return nil }
      port = number
      host = host[..<colon]
    }
    let address = host == "localhost" ? "127.0.0.1" : String(host)
    guard Self.family(of: address) != nil else { return nil }
    self.init(address: address, port: port)
  }

  /// Whether nobody but this machine reaches it.
  package var isLoopback: Bool { address == "::1" || address.hasPrefix("127.") }

  /// The address as it stands before a port.
  var host: String { address.contains(":") ? "[\(address)]" : address }

  private static func port(_ text: Substring) -> Int? {
    guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text).flatMap { $0 <= 65_535 ? $0 : nil }
  }

  private static func family(of address: String) -> CInt? {
    var four = in_addr()
    if unsafe inet_pton(AF_INET, address, &four) == 1 { return AF_INET }
    var six = in6_addr()
    return unsafe inet_pton(AF_INET6, address, &six) == 1 ? AF_INET6 : nil
  }

  /// A socket of the right kind.
  ///
  /// - Throws: ``ServeError`` where the system has none.
  func makeSocket() throws(ServeError) -> FileDescriptor {
    guard let family = Self.family(of: address),
      let socket = FileDescriptor(systemSocket(family))
    else { throw ServeError("The system gives no socket for \(host).") }
    return socket
  }

  /// Takes the place with a socket.
  ///
  /// - Returns: The port.
  /// - Throws: ``ServeError`` where the system refuses.
  func listen(on socket: borrowing FileDescriptor) throws(ServeError) -> Int {
    _ = fcntl(socket.number, F_SETFD, FD_CLOEXEC)
    _ = fcntl(socket.number, F_SETFL, O_NONBLOCK)
    var isOn: CInt = 1
    unsafe setsockopt(
      socket.number, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<CInt>.size))
    guard let taken = address.contains(":") ? bind6(socket.number) : bind4(socket.number),
      systemListen(socket.number, 512) == 0
    else {
      let reason = unsafe String(cString: strerror(errno))
      throw ServeError(
        "\(host):\(port) cannot be listened on (\(reason)); choose another address or port.")
    }
    return taken
  }

  private func bind4(_ socket: CInt) -> Int? {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    unsafe inet_pton(AF_INET, address, &place.sin_addr)
    return Self.bind(socket, to: &place, readingPort: \.sin_port)
  }

  private func bind6(_ socket: CInt) -> Int? {
    var place = sockaddr_in6()
    place.sin6_family = sa_family_t(AF_INET6)
    place.sin6_port = in_port_t(port).bigEndian
    unsafe inet_pton(AF_INET6, address, &place.sin6_addr)
    return Self.bind(socket, to: &place, readingPort: \.sin6_port)
  }

  /// Takes an address of either family, and returns the port that the system gave, `nil` where it refuses.
  private static func bind<Address>(
    _ socket: CInt, to place: inout Address, readingPort port: KeyPath<Address, in_port_t>
  ) -> Int? {
    var size = socklen_t(MemoryLayout<Address>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe systemBind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    return isBound ? Int(in_port_t(bigEndian: place[keyPath: port])) : nil
  }
}

private func systemBind(
  _ socket: CInt, _ address: UnsafePointer<sockaddr>, _ size: socklen_t
) -> CInt { unsafe bind(socket, address, size) }

private func systemListen(_ socket: CInt, _ most: CInt) -> CInt { listen(socket, most) }

private func systemSocket(_ family: CInt) -> CInt {
  #if canImport(Glibc)
    socket(family, CInt(SOCK_STREAM.rawValue), 0)
  #else
    socket(family, SOCK_STREAM, 0)
  #endif
}
