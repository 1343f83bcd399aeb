import Foundation
import Testing

/// The built command, run as a user runs it.
package enum Ecomap {
  /// What a run left behind.
  package struct Run: Sendable {
    /// The status with which it ended.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let messages: String
  }

  /// A layout keeps the machine busy by itself; a dozen at once would only run into their time limits.
  private static let turnstile = Turnstile(places: 2)

  /// Runs `ecomap` with arguments in a folder and waits for its end.
  @discardableResult
  package static func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> Run {
    try await run(arguments, in: folder)
  }

  /// Runs `ecomap` with arguments in a folder, and further variables in its environment, and waits for its end.
  package static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) async throws -> Run {
    await turnstile.enter()
    defer { Task { await turnstile.leave() } }
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try #require(
        BuiltProduct.ecomap, "The ecomap command is not beside the tests."))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "100", "LC_ALL": "C.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files rather than pipes: nobody has to read them while the command runs.
    let logs = try TemporaryFolder()
    let streams = try ["output", "messages"].map { name in
      try logs.write("", to: name)
      return try FileHandle(forWritingTo: URL(fileURLWithPath: logs[name]))
    }
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    for stream in streams { try stream.close() }
    // A crash must not pass for a status.
    #expect(process.terminationReason == .exit, "ecomap \(arguments) crashed.")
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try logs.data("output"), as: UTF8.self),
      messages: String(decoding: try logs.data("messages"), as: UTF8.self))
  }
}

/// Lets only so many in at a time, in the order in which they came.
private actor Turnstile {
  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    guard places == 0 else {
      places -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}
