/// Rows grouped by one of their references: the seats of each committee, the committees of each alliance.
///
/// Two flat columns, however many groups there are: where each group begins, and the rows of all groups one after the other.
package struct Grouping: Hashable, Sendable {
  private let starts: [Int32]
  private let rows: [Int32]

  /// Groups rows by a counting sort; within a group they keep their order.
  ///
  /// - Parameters:
  ///   - groups: The group of each row, or `nil` for a row that belongs to none.
  ///   - count: The number of groups.
  /// - Complexity: O(rows + groups).
  package init(_ groups: some Collection<Int?>, count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for case let group? in groups { starts[group + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[count]))
    var row: Int32 = 0
    for group in groups {
      if let group {
        rows[Int(next[group])] = row
        next[group] += 1
      }
      row += 1
    }
    self.starts = starts
    self.rows = rows
  }

  private init(starts: [Int32], rows: [Int32]) {
    self.starts = starts
    self.rows = rows
  }

  /// The same groups with something else in the place of each row.
  func replacing(_ number: (Int) -> Int) -> Grouping {
    Grouping(starts: starts, rows: rows.map { Int32(truncatingIfNeeded: number(Int($0))) })
  }

  /// The number of groups.
  package var count: Int { starts.count - 1 }

  /// The rows of a group, ascending.
  package subscript(group: Int) -> RowNumbers {
    RowNumbers(rows, Int(starts[group])..<Int(starts[group + 1]))
  }
}

/// The positions of some rows, a part of a column that several share.
package struct RowNumbers: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private let rows: [Int32]
  private let first: Int
  /// How many there are.
  package let count: Int

  init(_ rows: [Int32], _ range: Range<Int>) {
    self.rows = rows
    (first, count) = (range.lowerBound, range.count)
  }

  /// Takes positions.
  package init(arrayLiteral rows: Int...) {
    self.init(rows.map(Int32.init), 0..<rows.count)
  }

  /// The first place.
  package var startIndex: Int { 0 }
  /// The place after the last.
  package var endIndex: Int { count }
  /// The position at a place.
  package subscript(place: Int) -> Int { Int(rows[first + place]) }
}
