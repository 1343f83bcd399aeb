internal import Dispatch
import Synchronization

/// Several layout workers that share a list of work.
///
/// ```swift
/// let pool = LayoutPool(LayoutWorker(program: program), LayoutWorker(program: program))
/// let replies = pool.map(requests) { request, worker in
///   Result { try worker.run(request, timeLimit: .seconds(60)) }
/// }
/// ```
package struct LayoutPool: Sendable {
  /// The worker for what cannot be shared.
  package let first: LayoutWorker
  private let others: [LayoutWorker]

  /// The worker that needs no other process, alone.
  package static let inProcess = LayoutPool(.inProcess)

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
