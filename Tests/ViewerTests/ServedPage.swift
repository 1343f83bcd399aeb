import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Viewer

/// A server in this process, with what it said and a client of it.
final class ServedPage: Sendable {
  let server: Server
  let folder: TemporaryFolder
  let token = "test-token-of-twenty-letters"
  private let ended = Mutex(false)

  /// What the command line says of itself, asked once.
  static let catalog = Task {
    let folder = try TemporaryFolder()
    let dump = try await Ecomap.run("--experimental-dump-help", in: folder).output
    return try CommandCatalog(describing: Array(dump.utf8))
  }

  init(
    datasets: [String] = [], program: String? = nil, connections: Listener.Limits = .init(),
    worker: WorkerLimits = .init(), limits: SessionLimits = .init(), isWriting: Bool = false
  ) async throws {
    folder = try TemporaryFolder()
    let box = LineBox()
    server = try Server(
      at: .loopback, token: token, catalog: try await Self.catalog.value, datasets: datasets,
      program: try #require(program ?? BuiltProduct.ecomap), connections: connections,
      worker: worker, limits: limits, isWriting: isWriting, log: { box.add($0) })
    log = box
    let server = server
    Thread.detachNewThread { [self] in
      server.run()
      ended.withLock { $0 = true }
    }
  }

  let log: LineBox

  /// Ends the server, and waits until it has.
  func stop() async throws {
    server.stop()
    for _ in 0..<500 where !ended.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(ended.withLock { $0 })
  }

  /// A browser that has brought the token.
  func browser() async throws -> Browser {
    let reply = try await Browser(port: server.port, cookie: nil).get("/?token=\(token)")
    let cookie = try #require(reply.fields["set-cookie"]?.split(separator: ";").first)
    return Browser(port: server.port, cookie: String(cookie))
  }
}

/// Lines of a log.
final class LineBox: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// A client that asks as a browser does.
struct Browser: Sendable {
  let port: Int
  let cookie: String?

  var host: String { "127.0.0.1:\(port)" }

  func get(_ path: String, _ fields: [String: String] = [:]) async throws -> Reply {
    try await send("GET", path, fields, [])
  }

  func post(_ path: String, _ body: [UInt8], _ fields: [String: String] = [:]) async throws -> Reply
  {
    try await send(
      "POST", path,
      ["Origin": "http://\(host)", "Content-Length": "\(body.count)"].merging(fields) { $1 }, body)
  }

  func post(_ path: String, json: String) async throws -> Reply {
    try await post(path, Array(json.utf8))
  }

  private func send(
    _ method: String, _ path: String, _ fields: [String: String], _ body: [UInt8]
  ) async throws -> Reply {
    var head = "\(method) \(path) HTTP/1.1\r\n"
    var all = ["Host": host, "Connection": "close"]
    all["Cookie"] = cookie
    all.merge(fields) { $1 }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    return try await exchange(Array((head + "\r\n").utf8) + body)
  }

  /// Sends bytes as they are and takes what comes until the other side closes.
  func exchange(_ bytes: [UInt8]) async throws -> Reply {
    let port = port
    return try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread {
        done.resume(
          with: Result {
            let line = try Line(port: port)
            line.send(bytes)
            return try Reply(line.everything())
          })
      }
    }
  }

  /// Has a command run and waits for its end.
  func run(_ wish: String) async throws -> (report: [String: Any], reply: Reply) {
    var reply = try await post("/api/jobs", json: wish)
    for _ in 0..<100 {
      guard reply.status == 200 else { return ([:], reply) }
      let report = reply.json
      let state = report["state"] as? String
      if state != "waiting", state != "running" { return (report, reply) }
      reply = try await get("/api/jobs/\(try #require(report["job"] as? Int))?wait=1")
    }
    return ([:], reply)
  }

  /// Sends a file and returns the dataset.
  func upload(_ text: String, as name: String) async throws -> String {
    let reply = try await post("/api/datasets?name=\(name)", Array(text.utf8))
    return try #require(reply.json["dataset"] as? String, "\(reply.status) \(reply.text)")
  }
}

/// An answer taken apart.
struct Reply: Sendable {
  let status: Int
  let fields: [String: String]
  let body: [UInt8]

  init(_ bytes: [UInt8]) throws {
    let data = Data(bytes)
    let end = try #require(data.range(of: Data("\r\n\r\n".utf8)), "No answer came.")
    let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(
      separatedBy: "\r\n")
    status = try #require(Int(lines[0].split(separator: " ")[1]))
    fields = Dictionary(
      lines.dropFirst().map { line in
        let sides = line.split(separator: ":", maxSplits: 1)
        return (sides[0].lowercased(), sides[1].trimmingCharacters(in: .whitespaces))
      }, uniquingKeysWith: { $0 + "\n" + $1 })
    body = Array(data[end.upperBound...])
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
  }
}

/// A connection, byte by byte.
final class Line {
  private let socket: Int32

  init(port: Int) throws {
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    var time = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      #if canImport(Glibc)
        let step = bytes[sent...].withUnsafeBytes {
          Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
      #else
        let step = bytes[sent...].withUnsafeBytes {
          Darwin.send(socket, $0.baseAddress, $0.count, 0)
        }
      #endif
      guard step > 0 else { return }
      sent += step
    }
  }

  /// What comes until the other side closes.
  func everything() -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let step = recv(socket, &piece, piece.count, 0)
      guard step > 0 else { return all }
      all += piece[..<step]
    }
  }
}
