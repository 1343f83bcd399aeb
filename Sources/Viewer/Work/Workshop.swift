import GraphvizKit
import Synchronization

/// Where work is done: a few processes at once, and a queue that is not endless.
final class Workshop: Sendable {
  private struct State {
    var queue: [Job] = []
    var running = 0
    var isClosed = false
  }

  private let program: String
  private let limits: WorkerLimits
  /// How many work at once.
  private let places: Int
  /// How many wait at most.
  private let mostWaiting: Int
  private let state = Mutex(State())

  init(program: String, limits: WorkerLimits, places: Int, mostWaiting: Int) {
    self.program = program
    self.limits = limits
    self.places = places
    self.mostWaiting = mostWaiting
  }

  /// Takes a job; it begins at once where there is a place.
  ///
  /// - Throws: ``Refusal`` where too many wait already.
  func take(_ job: Job) throws(Refusal) {
    let begins: Bool? = state.withLock { state in
      guard !state.isClosed, state.queue.count < mostWaiting else { return nil }
      guard state.running < places else {
        state.queue.append(job)
        return false
      }
      state.running += 1
      return true
    }
    guard let begins else {
      throw Refusal(
        .unavailable, "Too much work is waiting; try again in a moment.", retryAfter: 2)
    }
    guard begins else { return }
    guard SystemThread.start(stacksInMegabytes: [1], { [self] in work(on: job) }) else {
      state.withLock { $0.running -= 1 }
      throw Refusal(
        .unavailable, "The machine has no room for more work; try again.", retryAfter: 5)
    }
  }

  /// Ends all work and takes no more.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.queue = [] }
      return state.queue
    }
    for job in waiting { job.cancel() }
  }

  /// Whether it takes no more.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Does one job, and then those that wait.
  private func work(on first: Job) {
    var next: Job? = first
    while let job = next {
      job.run(with: program, limits)
      next = state.withLock { state in
        while !state.queue.isEmpty {
          let job = state.queue.removeFirst()
          if !job.hasEnded { return job }
        }
        state.running -= 1
        return nil
      }
    }
  }
}
