import Synchronization

/// A piece of work that somebody asked for: a command of ours on a dataset.
package final class Job: Sendable {
  /// How far it is.
  package enum State: Sendable, Equatable {
    case waiting
    case running(since: ContinuousClock.Instant)
    /// It answered; where there were errors in the data too.
    case done(result: String, hasErrors: Bool)
    case failed(String)
    case cancelled
  }

  /// A number that the page knows it by.
  package let number: Int
  /// What runs.
  let order: Order
  /// A folder of its own for what it writes.
  let folder: String
  private let state = Mutex(State.waiting)

  init(number: Int, order: Order, folder: String) {
    self.number = number
    self.order = order
    self.folder = folder
  }

  /// How far it is now.
  package var current: State { state.withLock { $0 } }

  /// Whether it has come to an end.
  var hasEnded: Bool {
    switch current {
    case .waiting, .running: false
    case .done, .failed, .cancelled: true
    }
  }

  /// Ends it, if it has not ended.
  package func cancel() {
    state.withLock { state in
      switch state {
      case .waiting, .running: state = .cancelled
      default: break
      }
    }
  }

  /// Waits for its end, but not for ever.
  func wait(_ time: Duration) {
    let deadline = ContinuousClock.now + time
    while !hasEnded, ContinuousClock.now < deadline { Pause.briefly() }
  }

  /// What the command said beside its answer, at most so many bytes.
  ///
  /// Where the result was written is nothing to anybody.
  func messages() -> String {
    Files.text(of: "\(folder)/\(Self.messagesFile)", atMost: 65_536)
      .split(separator: "\n").filter { !$0.contains(folder) }.joined(separator: "\n")
  }

  static let messagesFile = "messages"
  static let answerFile = "answer"

  /// Runs the work in this thread.
  func run(with program: String, _ limits: WorkerLimits) {
    let isWanted = state.withLock { state in
      guard state == .waiting else { return false }
      state = .running(since: .now)
      return true
    }
    guard isWanted else { return }
    let child = ChildProcess(
      program: program, arguments: limits.arguments(in: order.place) + order.words(into: folder),
      output: "\(folder)/\(Self.answerFile)",
      messages: "\(folder)/\(Self.messagesFile)", temporaries: folder)
    let end = child.run(seconds: limits.seconds) { current == .cancelled }
    let outcome = outcome(of: end, limits)
    state.withLock { state in
      if state != .cancelled { state = outcome }
    }
  }

  private func outcome(of end: ChildProcess.End, _ limits: WorkerLimits) -> State {
    switch end {
    case .cancelled: return .cancelled
    case .tooSlow:
      return .failed(
        "This took longer than the \(limits.seconds) s it may take and was ended; ask for less, or do it on the command line."
      )
    case .signal:
      return .failed(
        "This took more memory or time than a page may, and was ended; ask for less, or do it on the command line."
      )
    case .status(let status):
      if status <= 1, let result = order.result(in: folder) {
        return .done(result: result, hasErrors: status == 1)
      }
      let words = messages()
      return .failed(words.isEmpty ? "The command ended with status \(status)." : words)
    }
  }
}
