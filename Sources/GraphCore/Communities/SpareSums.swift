internal import Synchronization

/// Memory for sums that workers hand on, as making it costs more than a part of their work.
final class SpareSums: Sendable {
  /// One worker at a time has it.
  final class Memory: @unchecked Sendable {
    var sums: NeighborSums
    init(count: Int) { sums = NeighborSums(count: count) }
  }

  private let sums = Mutex<[Memory]>([])

  /// Sums in use by one worker, given back at its end.
  struct Loan: ~Copyable {
    let owner: SpareSums
    let memory: Memory

    var sums: NeighborSums {
      _read { yield memory.sums }
      _modify { yield &memory.sums }
    }

    deinit {
      let memory = memory
      owner.sums.withLock { $0.append(memory) }
    }
  }

  func take(count: Int) -> Loan {
    Loan(
      owner: self, memory: sums.withLock { $0.popLast() } ?? Memory(count: count))
  }
}
