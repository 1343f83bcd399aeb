import GraphvizKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The page's server at work.
///
/// ```swift
/// let server = try Server(at: .loopback, catalog: catalog, datasets: ["roster.xlsx"], program: "/usr/local/bin/ecomap")
/// print(server.address)
/// server.run()
/// ```
package final class Server: Sendable {
  /// The address to open, with the token.
  package let address: String
  /// The port that it got.
  package let port: Int
  private let listener: Listener
  private let service: Service

  /// Takes a place at an address, and the rest of what ``Service`` takes.
  ///
  /// - Throws: ``ServeError`` where the system refuses.
  package init(
    at place: ListenPlace, token: String = Secret.make(), proxy: String? = nil,
    catalog: CommandCatalog, datasets: [String], program: String,
    connections: Listener.Limits = Listener.Limits(), worker: WorkerLimits = WorkerLimits(),
    limits: SessionLimits = SessionLimits(), isWriting: Bool = false,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(ServeError) {
    listener = try Listener(at: place, limits: connections)
    port = listener.port
    let gate = Gate(place, port: listener.port, token: token, proxy: proxy)
    address = gate.address
    service = try Service(
      gate: gate, catalog: catalog, datasets: datasets, program: program, worker: worker,
      limits: limits, isWriting: isWriting, log: log)
  }

  /// Answers until ``stop()``, and forgets meanwhile what nobody uses.
  package func run() {
    _ = SystemThread.start(stacksInMegabytes: [1]) { [service] in
      while !service.isClosed {
        sleep(1)
        service.tidy()
      }
    }
    listener.run { [service] head, body in try service.answer(head, &body) }
    service.close()
  }

  /// Forgets what nobody uses any more, as ``run()`` does every second.
  package func tidy() { service.tidy() }

  /// Ends ``run()``; what was sent is removed.
  package func stop() {
    service.endWork()
    listener.stop()
  }

  /// Opens the page in the browser, by a file of ours that leads to it: others could read the token among the words of a command.
  ///
  /// - Returns: Whether a browser could be started.
  package func openInBrowser() -> Bool {
    guard let door = service.makeDoor(to: address) else { return false }
    #if canImport(Darwin)
      let opener = "/usr/bin/open"
    #else
      let opener = "/usr/bin/xdg-open"
    #endif
    guard Files.facts(of: opener) != nil else { return false }
    let child = ChildProcess(
      program: opener, arguments: [door], output: "/dev/null",
      messages: "/dev/null", temporaries: nil)
    return SystemThread.start(stacksInMegabytes: [1]) {
      _ = child.run(seconds: 3600) { false }
    }
  }

  /// How many connections are open.
  package var openConnections: Int { listener.openConnections }
}
