internal import Synchronization

/// A sum of counts per node, given as the nodes one by one.
final class WholeSum: Sendable {
  private let state: Mutex<[Int32]>

  init(count: Int) {
    state = Mutex([Int32](repeating: 0, count: count))
  }

  /// Counts each node once more.
  func add(_ nodes: [Int32]) {
    state.withLock { counts in
      for node in nodes { counts[Int(node)] += 1 }
    }
  }

  var values: [Int32] { state.withLock { $0 } }
}
