/// A two-mode graph: which nodes on the left belong to which nodes on the right.
///
/// Members and groups, authors and papers. Ties are sets: a pair given twice is one tie, and
/// ``duplicateCount`` says how often that happened. Rows are ascending on both sides.
public struct AffiliationGraph: Sendable, Hashable {
  /// One of the two kinds of nodes.
  public enum Side: Sendable, Hashable, CaseIterable {
    /// The nodes that the first number of a pair names.
    case left
    /// The nodes that the second number of a pair names.
    case right

    /// The other kind.
    public var opposite: Side { self == .left ? .right : .left }
  }

  /// The ties of one side in compressed rows.
  struct TieRows: Sendable, Hashable {
    var offsets: [Int32]
    var neighbors: [Int32]

    var count: Int { offsets.count - 1 }

    func range(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

    func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }
  }

  let leftRows: TieRows
  let rightRows: TieRows
  /// The number of pairs that repeated an earlier one.
  public let duplicateCount: Int

  /// Makes a graph from one pair for each tie.
  ///
  /// - Parameters:
  ///   - leftCount: The number of nodes on the left; those without ties are kept.
  ///   - rightCount: The number of nodes on the right.
  ///   - lefts: The left node of each tie.
  ///   - rights: The right node of each tie.
  /// - Precondition: `lefts` and `rights` have equal counts below 2³¹ and name existing nodes.
  /// - Complexity: O(*V* + *E*).
  public init(leftCount: Int, rightCount: Int, lefts: [Int32], rights: [Int32]) {
    precondition(leftCount >= 0 && rightCount >= 0, "A number of nodes cannot be negative.")
    precondition(lefts.count == rights.count, "Every edge needs a left and a right node.")
    precondition(
      leftCount < Int(Int32.max) && rightCount < Int(Int32.max) && lefts.count < Int(Int32.max),
      "A graph holds fewer than 2^31 nodes and edges.")
    precondition(
      lefts.allSatisfy { $0 >= 0 && $0 < leftCount }
        && rights.allSatisfy { $0 >= 0 && $0 < rightCount },
      "An edge names a node that does not exist.")
    // Dropping ties into rows by right, then reading these in order into rows by left, sorts both keys.
    let byRight = Self.rows(count: rightCount, keys: rights, values: lefts)
    let byLeft = Self.transposed(byRight, count: leftCount)
    leftRows = Self.withoutRepeats(byLeft)
    rightRows = Self.transposed(leftRows, count: rightCount)
    duplicateCount = lefts.count - leftRows.neighbors.count
  }

  init(left: TieRows, right: TieRows, duplicateCount: Int) {
    leftRows = left
    rightRows = right
    self.duplicateCount = duplicateCount
  }

  /// Makes a graph from pairs of a left and a right position.
  ///
  /// - Precondition: All positions exist.
  public init(leftCount: Int, rightCount: Int, pairs: some Sequence<(Int, Int)>) {
    var lefts: [Int32] = []
    var rights: [Int32] = []
    for (left, right) in pairs {
      lefts.append(Int32(left))
      rights.append(Int32(right))
    }
    self.init(leftCount: leftCount, rightCount: rightCount, lefts: lefts, rights: rights)
  }

  /// The number of different ties.
  public var tieCount: Int { leftRows.neighbors.count }

  /// Returns the number of nodes on a side.
  public func nodeCount(_ side: Side) -> Int { rows(side).count }

  /// Returns the number of ties of a node.
  public func degree(of node: NodeIndex, on side: Side) -> Int {
    rows(side).degree(node.position)
  }

  /// Returns the nodes on the other side that a node is tied to, ascending.
  public func neighbors(
    of node: NodeIndex, on side: Side
  ) -> some RandomAccessCollection<NodeIndex> {
    let rows = rows(side)
    return rows.neighbors[rows.range(node.position)].lazy.map { NodeIndex(rawValue: $0) }
  }

  /// Returns the same ties as a graph whose first nodes are the left ones, followed by the right.
  ///
  /// For questions about the two-mode graph itself: centrality, paths, components.
  public func topology() -> Topology {
    let leftCount = Int32(leftRows.count)
    var sources: [Int32] = []
    sources.reserveCapacity(tieCount)
    for node in 0..<leftRows.count {
      sources.append(contentsOf: repeatElement(Int32(node), count: leftRows.degree(node)))
    }
    return Topology(
      nodeCount: leftRows.count + rightRows.count, direction: .undirected, sources: sources,
      targets: leftRows.neighbors.map { $0 + leftCount })
  }

  func rows(_ side: Side) -> TieRows { side == .left ? leftRows : rightRows }
}

extension AffiliationGraph {
  private static func rows(count: Int, keys: [Int32], values: [Int32]) -> TieRows {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for key in keys { offsets[Int(key) + 1] += 1 }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    let next = Scratch(copying: offsets)
    let sorted = Scratch<Int32>(repeating: 0, count: values.count)
    for (tie, key) in keys.enumerated() {
      let place = next[key]
      next[key] = place + 1
      sorted[place] = values[tie]
    }
    return TieRows(offsets: offsets, neighbors: sorted.array())
  }

  private static func transposed(_ rows: TieRows, count: Int) -> TieRows {
    var keys: [Int32] = []
    keys.reserveCapacity(rows.neighbors.count)
    for node in 0..<rows.count {
      keys.append(contentsOf: repeatElement(Int32(node), count: rows.degree(node)))
    }
    return self.rows(count: count, keys: rows.neighbors, values: keys)
  }

  private static func withoutRepeats(_ rows: TieRows) -> TieRows {
    var result = TieRows(offsets: [0], neighbors: [])
    result.offsets.reserveCapacity(rows.offsets.count)
    result.neighbors.reserveCapacity(rows.neighbors.count)
    for node in 0..<rows.count {
      for tie in rows.range(node)
      where tie == rows.range(node).lowerBound || rows.neighbors[tie] != rows.neighbors[tie - 1] {
        result.neighbors.append(rows.neighbors[tie])
      }
      result.offsets.append(Int32(result.neighbors.count))
    }
    return result
  }
}
