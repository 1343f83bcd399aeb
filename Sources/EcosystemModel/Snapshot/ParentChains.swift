/// The rows of a table in which each row may name another one above it.
///
/// Chains of any length are followed to their end. A loop, which `check` reports, is gone round once.
package struct ParentChains: Hashable, Sendable {
  private let parents: Positions
  /// How many different rows lie above each row.
  private let heights: [Int32]
  private let below: Grouping

  /// Follows the chains of a table.
  ///
  /// - Parameter parents: The row above each row, or `nil` at the top.
  /// - Complexity: O(number of rows).
  init(_ parents: Positions) {
    self.parents = parents
    heights = Self.heights(of: parents)
    below = Grouping(parents, count: parents.count)
  }

  private static func heights(of parents: Positions) -> [Int32] {
    let unknown: Int32 = -1
    var heights = [Int32](repeating: 0, count: parents.count)
    // Most rows have none above them.
    for row in parents.indices where parents[row] != nil { heights[row] = unknown }
    guard heights.contains(unknown) else { return heights }
    var placeOnPath = [Int](repeating: -1, count: parents.count)
    for start in parents.indices where heights[start] == unknown {
      var path: [Int] = []
      var next: Int? = start
      while let row = next, heights[row] == unknown, placeOnPath[row] < 0 {
        placeOnPath[row] = path.count
        path.append(row)
        next = parents[row]
      }
      if let row = next, heights[row] == unknown {
        let loop = path[placeOnPath[row]...]
        for member in loop { heights[member] = Int32(loop.count - 1) }
      }
      for row in path.reversed() where heights[row] == unknown {
        heights[row] = parents[row].map { heights[$0] + 1 } ?? 0
      }
    }
    return heights
  }

  /// The row above, or `nil` at the top.
  package func parent(of row: Int) -> Int? { parents[row] }

  /// The rows directly below, ascending.
  package func children(of row: Int) -> RowNumbers { below[row] }

  /// The row above, that above it and so on, each once and never the row itself.
  ///
  /// - Complexity: O(1) to begin, O(1) for each step.
  package func ancestors(of row: Int) -> Ancestors {
    Ancestors(parents: parents, row: row, remaining: Int(heights[row]))
  }

  /// The rows above a row, the nearest first.
  package struct Ancestors: Sequence, IteratorProtocol {
    fileprivate let parents: Positions
    fileprivate var row: Int
    fileprivate var remaining: Int

    /// The next row above, or `nil` past the top.
    package mutating func next() -> Int? {
      guard remaining > 0, let parent = parents[row] else { return nil }
      remaining -= 1
      row = parent
      return parent
    }
  }

  /// What each row has itself, or else the nearest row above it that has something.
  ///
  /// - Complexity: O(number of rows).
  func inherited<Value>(_ own: [Value?]) -> [Value?] {
    var values = own
    var isSettled = own.map { $0 != nil }
    for start in own.indices where !isSettled[start] {
      var path: [Int] = []
      var next: Int? = start
      while let row = next, !isSettled[row] {
        isSettled[row] = true
        path.append(row)
        next = parents[row]
      }
      let value = next.flatMap { values[$0] }
      for row in path { values[row] = value }
    }
    return values
  }
}
