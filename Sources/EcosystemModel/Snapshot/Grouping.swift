/// Rows grouped by one of their references: the seats of each committee, the committees of each alliance.
///
/// Two flat columns, however many groups there are: where each group begins, and the rows of all groups one after the other.
package struct Grouping: Hashable, Sendable {
  private let starts: [Int]
  private let rows: [Int]

  /// Groups rows by a counting sort; within a group they keep their order.
  ///
  /// - Parameters:
  ///   - groups: The group of each row, or `nil` for a row that belongs to none.
  ///   - count: The number of groups.
  /// - Complexity: O(rows + groups).
  package init(_ groups: [Int?], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for case let group? in groups { starts[group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int](repeating: 0, count: starts[count])
    for (row, group) in groups.enumerated() {
      guard let group else { continue }
      rows[next[group]] = row
      next[group] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  /// The number of groups.
  package var count: Int { starts.count - 1 }

  /// The rows of a group, ascending.
  package subscript(group: Int) -> ArraySlice<Int> { rows[starts[group]..<starts[group + 1]] }
}
