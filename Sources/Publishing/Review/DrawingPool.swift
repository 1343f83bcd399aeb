internal import Dispatch
public import GraphvizKit
import Synchronization

/// Several layout workers that share a list of work.
public struct DrawingPool: Sendable {
  private let workers: [LayoutWorker]

  /// Shares work among these workers; one thread for each.
  public init(_ workers: [LayoutWorker]) {
    self.workers = workers
  }

  /// Does the work for every item, and returns the results in the order of the items whoever made them when.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ make: @Sendable (Item, LayoutWorker) -> Result
  ) -> [Result] {
    let state = Mutex<(next: Int, results: [Result?])>((0, items.map { _ in nil }))
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      while let position = state.withLock({ state -> Int? in
        guard state.next < items.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }) {
        let result = make(items[position], workers[number])
        state.withLock { $0.results[position] = result }
      }
    }
    return state.withLock { $0.results }.compactMap { $0 }
  }
}
