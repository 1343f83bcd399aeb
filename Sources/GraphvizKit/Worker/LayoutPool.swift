internal import Dispatch
import Synchronization

/// Who lays graphs out: this process, or workers with a process each that share a list of work.
///
/// ```swift
/// let workers = LayoutPool(program: "/usr/local/bin/ecomap")
/// ```
public struct LayoutPool: Sendable {
  /// The worker for what cannot be shared.
  package let first: LayoutWorker
  private let others: [LayoutWorker]

  /// This process, which lays out one graph at a time, however many threads ask.
  public static let inProcess = LayoutPool(.inProcess)

  /// Has a program of its own lay out, so that a crash or a stall of the engine is an error, and there is a time limit.
  ///
  /// - Parameters:
  ///   - program: The path of an installed `ecomap`.
  ///   - processes: How many of it run at once, at least one; each starts when there is work for it.
  public init(program: String, processes: Int = 2) {
    let worker = { LayoutWorker(program: .init(path: program)) }
    first = worker()
    others = (1..<max(1, processes)).map { _ in worker() }
  }

  /// Shares work among these workers; one thread for each.
  package init(_ first: LayoutWorker, _ others: LayoutWorker...) {
    self.first = first
    self.others = others
  }

  /// Starts all processes, which load plugins and fonts by themselves; returns at once.
  package func start() {
    first.start()
    for other in others { other.start() }
  }

  /// Does the work for every item, and returns the results in the order of the items whoever made them when.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ make: @Sendable (Item, LayoutWorker) -> Result
  ) -> [Result] {
    let state = Mutex<(next: Int, results: [Result?])>((0, items.map { _ in nil }))
    @Sendable func work(
      with worker: LayoutWorker, _ make: @Sendable (Item, LayoutWorker) -> Result
    ) {
      while let position = state.withLock({ state -> Int? in
        guard state.next < items.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }) {
        let result = make(items[position], worker)
        state.withLock { $0.results[position] = result }
      }
    }
    withoutActuallyEscaping(make) { make in
      let group = DispatchGroup()
      for other in others.prefix(max(0, items.count - 1)) {
        // A queue each gets a thread each, however busy the processors are: most of the time it waits for its process.
        DispatchQueue(label: "layout pool").async(group: group) { work(with: other, make) }
      }
      work(with: first, make)
      group.wait()
    }
    return state.withLock { $0.results }.compactMap { $0 }
  }
}
