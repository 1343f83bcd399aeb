internal import Synchronization

extension AffiliationGraph {
  /// Returns every pair of nodes of one side that share a node on the other, with the number shared.
  ///
  /// - Parameters:
  ///   - side: The side whose nodes are compared as sets of the other side's.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The pairs in ascending order of both nodes.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(Σ *d*²) time for degrees *d* of the other side, the number of two-step walks.
  public func overlaps(
    of side: Side, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> Overlaps {
    let table = try sharedSums(of: side, parallelism: parallelism) { _ in Int32(1) }
    let rows = rows(side)
    return Overlaps(
      sizes: (0..<rows.count).map { Int32(rows.degree($0)) }, firsts: table.firsts,
      seconds: table.seconds, counts: table.sums)
  }

  struct PairTable<Sum: Sendable>: Sendable {
    var firsts: [Int32] = []
    var seconds: [Int32] = []
    var sums: [Sum] = []
  }

  /// The sum of `contribution` over the shared nodes of each pair that has any.
  ///
  /// One row of the product of the incidence matrix with its transpose at a time, upper half only:
  /// the walks of a node go out to each tie and back along that tie's row from the end.
  func sharedSums<Sum: AdditiveArithmetic & BitwiseCopyable & Sendable>(
    of side: Side, parallelism: Parallelism, contribution: (Int) -> Sum
  ) throws(AlgorithmError) -> PairTable<Sum> {
    let ownRows = rows(side)
    let otherRows = rows(side.opposite)
    let own = Scratch(copying: ownRows.neighbors)
    let other = Scratch(copying: otherRows.neighbors)
    let ownOffsets = Scratch(copying: ownRows.offsets)
    let otherOffsets = Scratch(copying: otherRows.offsets)
    let weights = Scratch(copying: (0..<otherRows.count).map(contribution))
    let bounds = walkBounds(of: side)
    let pieces = Mutex([PairTable<Sum>?](repeating: nil, count: bounds.count - 1))
    try parallelism.run(
      "Counting overlaps", parts: bounds.count - 1,
      memory: { PairCounter<Sum>(count: ownRows.count) }
    ) { counter, part in
      var piece = PairTable<Sum>()
      for node in bounds[part]..<bounds[part + 1] {
        for tie in Int(ownOffsets[node])..<Int(ownOffsets[node + 1]) {
          let shared = own[tie]
          let weight = weights[shared]
          var back = Int(otherOffsets[Int(shared) + 1]) - 1
          while other[back] > Int32(truncatingIfNeeded: node) {
            counter.add(weight, to: Int(truncatingIfNeeded: other[back]))
            back -= 1
          }
        }
        counter.drain { partner, sum in
          piece.firsts.append(Int32(truncatingIfNeeded: node))
          piece.seconds.append(Int32(truncatingIfNeeded: partner))
          piece.sums.append(sum)
        }
      }
      pieces.withLock { [piece] in $0[part] = piece }
    }
    return joined(pieces.withLock { $0 })
  }

  private func joined<Sum>(_ pieces: [PairTable<Sum>?]) -> PairTable<Sum> {
    var result = PairTable<Sum>()
    let total = pieces.reduce(0) { $0 + ($1?.sums.count ?? 0) }
    result.firsts.reserveCapacity(total)
    result.seconds.reserveCapacity(total)
    result.sums.reserveCapacity(total)
    for case let piece? in pieces {
      result.firsts += piece.firsts
      result.seconds += piece.seconds
      result.sums += piece.sums
    }
    return result
  }

  /// Where parts of about equal numbers of walks begin.
  func walkBounds(of side: Side) -> [Int] {
    let own = rows(side)
    let other = rows(side.opposite)
    var bounds = [0]
    var walks = 0
    for node in 0..<own.count {
      for tie in own.range(node) { walks += other.degree(Int(own.neighbors[tie])) }
      if walks >= 1 << 16 {
        bounds.append(node + 1)
        walks = 0
      }
    }
    if bounds.last != own.count { bounds.append(own.count) }
    return bounds
  }
}

/// Sums for the partners of one node at a time.
private struct PairCounter<Sum: AdditiveArithmetic & BitwiseCopyable>: ~Copyable {
  private let sums: Scratch<Sum>
  private let touched: OrderedBitSet

  init(count: Int) {
    sums = Scratch(repeating: .zero, count: count)
    touched = OrderedBitSet(count: count)
  }

  @inline(__always)
  func add(_ value: Sum, to partner: Int) {
    sums[partner] += value
    touched.insert(partner)
  }

  @inline(__always)
  func drain(_ body: (Int, Sum) -> Void) {
    touched.drain { partner in
      body(partner, sums[partner])
      sums[partner] = .zero
    }
  }
}
