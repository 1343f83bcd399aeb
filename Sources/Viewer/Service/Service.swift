import GraphvizKit
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page's server: who may ask, what is open, and what is done with it.
final class Service: Sendable {
  private let gate: Gate
  let catalog: CommandCatalog
  let given: [DatasetSource]
  let sessions: Sessions
  let workshop: Workshop
  let limits: SessionLimits
  private let folder: String
  let isWriting: Bool
  private let log: @Sendable (String) -> Void

  /// Takes what it serves.
  ///
  /// - Parameters:
  ///   - gate: Who may ask.
  ///   - catalog: The commands that are offered.
  ///   - datasets: Paths of datasets that every session sees.
  ///   - program: The path of our own program.
  ///   - worker: What one piece of work may take.
  ///   - limits: How much a session may have.
  ///   - isWriting: Whether changes may be saved into the files of given datasets.
  ///   - log: Takes a line for each request, in which there is no data.
  /// - Throws: ``ServeError`` where there is no place for files.
  init(
    gate: Gate, catalog: CommandCatalog, datasets: [String], program: String,
    worker: WorkerLimits = WorkerLimits(), limits: SessionLimits = SessionLimits(),
    isWriting: Bool = false, log: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(ServeError) {
    self.gate = gate
    self.catalog = catalog
    self.limits = limits
    self.isWriting = isWriting
    self.log = log
    let here = FileManager.default.currentDirectoryPath
    given = datasets.map { path in
      let folder = path.hasPrefix("/") ? path : "\(here)/\(path)"
      let isFolder = Files.facts(of: folder)?.isFolder ?? false
      return DatasetSource(
        place: here, argument: path, shown: path,
        companions: isFolder
          ? folder : String(folder[..<(folder.lastIndex(of: "/") ?? folder.endIndex)]))
    }
    let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    folder = "\(parent)/ecomap-serve-\(Secret.make().prefix(16))"
    guard Files.makeFolder(folder) else {
      throw ServeError("\(parent) cannot be written to, where files are kept for the time being.")
    }
    sessions = Sessions(folder: folder, limits: limits)
    workshop = Workshop(
      program: program, limits: worker, places: limits.workers, mostWaiting: limits.waiting)
  }

  /// Forgets what nobody uses any more.
  func tidy() { sessions.forgetStale() }

  /// Whether it has ended.
  var isClosed: Bool { workshop.isClosed }

  /// Ends all work and takes no more.
  func endWork() {
    workshop.close()
    sessions.cancelAll()
  }

  /// Ends all work and removes all files that were sent.
  func close() {
    endWork()
    sessions.close()
    Files.remove(folder)
  }

  /// Writes a page that leads to an address; `nil` if the system refuses.
  func makeDoor(to address: String) -> String? {
    let path = "\(folder)/open.html"
    let page =
      "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0;url=\(address)\"><title>ecomap</title>\n"
    guard let file = Files.create(path), file.write(Array(page.utf8)) else { return nil }
    return path
  }

  /// Answers a request, and writes a line about it.
  func answer(_ head: RequestHead, _ body: inout RequestBody) throws -> Response {
    let start = ContinuousClock.now
    let route = Route(head)
    do {
      let response = try answer(route, head, &body)
      note(head, route, response.status, since: start)
      return response
    } catch let refusal as Refusal {
      note(head, route, refusal.status, since: start)
      throw refusal
    }
  }

  private func note(
    _ head: RequestHead, _ route: Route?, _ status: HTTPStatus, since start: ContinuousClock.Instant
  ) {
    let time = start.duration(to: .now).components
    let milliseconds = time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000
    log("\(head.method) \(route?.pattern ?? "?") \(status.rawValue) \(milliseconds) ms")
  }

  private func answer(
    _ route: Route?, _ head: RequestHead, _ body: inout RequestBody
  ) throws -> Response {
    try gate.check(head)
    if head.method == "GET", head.path == "/", let isToken = gate.isToken(head) {
      return try exchange(isToken)
    }
    guard let name = gate.session(of: head), let session = sessions.session(name) else {
      throw Refusal(
        .forbidden,
        "This page needs the address that “ecomap serve” printed, with its token; open that. A page that was closed for long is forgotten."
      )
    }
    session.touch()
    guard let route else { throw Refusal(.notFound, "There is nothing at that address.") }
    guard route.method == (head.method == "HEAD" ? "GET" : head.method) else {
      throw Refusal(.methodNotAllowed, "That is done with \(route.method).")
    }
    switch route {
    case .page: return PageFiles.page()
    case .part(let name): return try PageFiles.part(name)
    case .commands: return Response(json: catalog.json)
    case .state: return Response(json: try state(of: session))
    case .upload(let dataset): return try upload(into: dataset, session, head, &body)
    case .forget(let dataset):
      try session.forget(dataset)
      return Response(json: Array("{}".utf8))
    case .cells(let id):
      let bytes = try body.bytes(atMost: 1 << 20, within: .seconds(10))
      try edit(id, bytes, session)
      return Response(json: Array("{}".utf8))
    case .undo(let id):
      session.drop(id)
      return Response(json: Array("{}".utf8))
    case .keep(let id):
      try keep(id, session)
      return Response(json: Array("{}".utf8))
    case .file(let id): return try file(of: id, session)
    case .order:
      let bytes = try body.bytes(atMost: 65_536, within: .seconds(10))
      return Response(json: try begin(bytes, session))
    case .job(let number):
      let job = try found(number, session)
      if head.query["wait"] != nil { job.wait(.seconds(10)) }
      return Response(json: try encoded(JobReport(job)))
    case .cancel(let number):
      let job = try found(number, session)
      job.cancel()
      return Response(json: try encoded(JobReport(job)))
    case .result(let number):
      return try Results.response(for: try found(number, session), head.query["as"])
    }
  }

  /// Gives a browser that brings the token a session, and takes the token out of its address.
  ///
  /// By a page rather than by a redirection: a browser that came from elsewhere would not send its new cookie along with that.
  private func exchange(_ isToken: Bool) throws -> Response {
    guard isToken else {
      throw Refusal(
        .forbidden, "That token is not the one that “ecomap serve” printed; copy the whole address."
      )
    }
    let session = try sessions.begin()
    var response = PageFiles.entrance()
    response.fields.append(("Set-Cookie", gate.cookie(for: session.identifier)))
    return response
  }

  private func found(_ number: Int, _ session: Session) throws(Refusal) -> Job {
    guard let job = session.job(number) else {
      throw Refusal(.gone, "That result is no longer kept; ask again.")
    }
    return job
  }

  private func begin(_ bytes: [UInt8], _ session: Session) throws -> [UInt8] {
    guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(bytes)) else {
      throw Refusal(.badRequest, "The request is not written as the page writes it.")
    }
    let order = try catalog.order(wish) { source($0, session) }
    return try encoded(JobReport(try session.begin(order, in: workshop)))
  }

  func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}
