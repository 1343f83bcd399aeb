#if canImport(Darwin)
  internal import Darwin
#endif
import Synchronization

/// Lays graphs out, one at a time: in this process, or in one of its own, with a time limit.
///
/// ```swift
/// let worker = LayoutWorker(program: .init(path: "/usr/local/bin/ecomap"))
/// worker.start()  // loads fonts while the data is still being read
/// let reply = try worker.run(LayoutRequest(graph: graph, formats: [.svg]), timeLimit: .seconds(60))
/// ```
///
/// A crash or stall of the C library ends only the worker's process; the next request starts another one. Several such
/// workers run in parallel, and their processes end with these objects, or with the program. In this process there is no
/// time limit, all workers take turns, and a crash is the crash of the program. The bytes are the same.
package final class LayoutWorker: Sendable {
  /// Where a worker works.
  package enum Place: Sendable, Hashable {
    /// In the calling process, whatever program that is.
    case inProcess
    /// In a process of its own, which runs a program.
    case worker(Program)
  }

  /// The program that a worker process runs.
  package struct Program: Sendable, Hashable {
    /// The path of the executable.
    package var path: String
    /// The arguments that make it call ``LayoutWorkerMain/run()``.
    package var arguments: [String]

    /// Creates a program.
    package init(path: String, arguments: [String] = ["layout-worker"]) {
      self.path = path
      self.arguments = arguments
    }

    /// The running executable, with the argument `layout-worker`.
    package static var currentExecutable: Program {
      #if canImport(Darwin)
        var size: UInt32 = 0
        _NSGetExecutablePath(nil, &size)
        var path = [CChar](repeating: 0, count: Int(size) + 1)
        _NSGetExecutablePath(&path, &size)
        return Program(path: String(cString: path))
      #else
        // Names the right file even if it was moved or replaced since.
        return Program(path: "/proc/self/exe")
      #endif
    }

    func cannotStart(reason: String, details: [String] = []) -> GraphvizError {
      GraphvizError(
        code: .cannotStart,
        message: "The layout worker \(path) \(arguments.joined(separator: " ")) could not be "
          + "started (\(reason)); check that the file exists, may be executed and is ecomap.",
        details: details)
    }
  }

  private let place: Place
  private let process = Mutex<WorkerProcess?>(nil)

  /// The worker that needs no other process.
  package static let inProcess = LayoutWorker(.inProcess)

  /// Creates a worker without starting it.
  package init(_ place: Place) {
    self.place = place
  }

  /// Creates a worker with a process of its own without starting it.
  package convenience init(program: Program) {
    self.init(.worker(program))
  }

  /// Starts the process, which loads plugins and fonts by itself; returns at once.
  ///
  /// Optional: ``run(_:timeLimit:)`` starts it if need be, and reports what goes wrong.
  package func start() {
    guard case .worker(let program) = place else { return }
    process.withLock { process in
      guard process == nil else { return }
      process = try? WorkerProcess(program)
    }
  }

  /// Starts the process as a copy of this one, which saves the start of a program: as long as a small layout takes.
  ///
  /// To be called first of all in a program, while it has a single thread. Where a copy cannot be made or, as on macOS, must
  /// not be, this is ``start()``.
  package func startAsCopy() {
    guard place != .inProcess else { return }
    #if !canImport(Darwin)
      process.withLock { process in
        guard process == nil else { return }
        process = WorkerProcess(forking: ())
      }
    #endif
    start()
  }

  /// Ends the process; the next request starts another one.
  package func stop() {
    process.withLock { $0 = nil }
  }

  /// Lays a graph out and draws it; waits for the result, and for requests of other threads to
  /// finish first.
  ///
  /// - Parameters:
  ///   - request: The graph, and what is wanted of it.
  ///   - timeLimit: The time from the call to the result, including the start of a process; no limit in this process.
  /// - Returns: The renderings and the geometry that the request asks for.
  /// - Throws: ``GraphvizError`` with one of the codes of ``GraphvizEngine/run(_:)``, or with
  ///   `timedOut`, `crashed`, `cannotStart` or `invalidReply`.
  package func run(
    _ request: LayoutRequest, timeLimit: Duration = .seconds(60)
  ) throws(GraphvizError) -> LayoutReply {
    guard case .worker(let program) = place else { return try GraphvizEngine.run(request) }
    let frame = WorkerMessage.encode(request)
    guard frame.count <= WorkerMessage.largestFrame else {
      throw GraphvizError(code: .tooLarge, message: "The DOT text exceeds 1 GB; draw less.")
    }
    return try process.withLock { (process) throws(GraphvizError) in
      // Ended while nothing was asked of it: nobody's fault, and no reason to fail.
      if let isRunning = process?.isRunning(), !isRunning { process = nil }
      var current =
        if let running = process.take() { running } else { try WorkerProcess(program) }
      let outcome = try Self.exchange(frame, with: &current, of: program, timeLimit: timeLimit)
      process = consume current
      return try outcome.get()
    }
  }

  /// The process, for tests that end it from outside.
  var processIdentifier: Int32? {
    process.withLock { $0?.identifier }
  }

  /// Whether the process has not ended, for the same tests.
  var isProcessRunning: Bool {
    process.withLock { $0?.isRunning() ?? false }
  }
}

extension LayoutWorker {
  /// Sends a request and waits for its outcome; whatever is thrown, the process is of no more use.
  private static func exchange(
    _ frame: [UInt8], with process: inout WorkerProcess, of program: Program, timeLimit: Duration
  ) throws(GraphvizError) -> Result<LayoutReply, GraphvizError> {
    let reply: [UInt8]
    do {
      reply = try converse(frame, with: &process, until: ContinuousClock.now + timeLimit)
    } catch .timedOut {
      throw timedOut(timeLimit, lastWords: process.lastWords)
    } catch .ended where process.hasGreeted {
      let end = process.waitForEnd()
      throw process.ranOutOfMemory
        ? tooLarge(lastWords: process.lastWords) : crashed(end, lastWords: process.lastWords)
    } catch {
      throw program.cannotStart(reason: "it " + process.waitForEnd(), details: process.lastWords)
    }
    guard process.hasGreeted else {
      throw program.cannotStart(
        reason: "it does not answer as a layout worker", details: process.lastWords)
    }
    do {
      return try WorkerMessage.outcome(from: reply)
    } catch {
      throw GraphvizError(
        code: .invalidReply,
        message: "The layout worker gave an answer that cannot be read; reinstall ecomap.",
        details: process.lastWords)
    }
  }

  /// Returns the worker's reply, which is empty if it is no worker or the reply is too long.
  private static func converse(
    _ frame: [UInt8], with process: inout WorkerProcess, until deadline: ContinuousClock.Instant
  ) throws(WorkerProcess.Interruption) -> [UInt8] {
    if !process.hasGreeted {
      let greeting = try process.receive(WorkerMessage.greeting.count, until: deadline)
      guard greeting == WorkerMessage.greeting else { return [] }
      process.hasGreeted = true
    }
    try process.send(frame: frame, until: deadline)
    let header = try process.receive(4, until: deadline)
    let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= WorkerMessage.largestFrame else { return [] }
    return try process.receive(length, until: deadline)
  }

  private static func timedOut(_ limit: Duration, lastWords: [String]) -> GraphvizError {
    let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
    return GraphvizError(
      code: .timedOut,
      message: "The layout did not finish within \(DOTWriter.format(seconds)) s; draw less, try "
        + "another layout engine (sfdp is fast on large graphs), or allow more time.",
      details: lastWords)
  }

  private static func tooLarge(lastWords: [String]) -> GraphvizError {
    GraphvizError(
      code: .tooLarge,
      message: "The graph needs more memory than a layout may take "
        + "(\(LayoutWorkerMain.memoryLimit >> 30) GB); draw less.", details: lastWords)
  }

  private static func crashed(_ end: String, lastWords: [String]) -> GraphvizError {
    GraphvizError(
      code: .crashed,
      message: "Graphviz crashed on this graph (the layout worker \(end)); try another layout "
        + "engine, or draw less.", details: lastWords)
  }
}
