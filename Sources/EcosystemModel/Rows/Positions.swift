/// The row that each of many rows names, by its position; `nil` where it names none.
package struct Positions: Hashable, Sendable {
  private var values: [Int32] = []

  /// Takes a position for each row.
  package init(_ positions: some Sequence<Int?>) {
    values.reserveCapacity(positions.underestimatedCount)
    for position in positions { values.append(Int32(position ?? -1)) }
  }

  /// Asks for the position of each of so many rows.
  init(count: Int, _ position: (Int) -> Int?) {
    values.reserveCapacity(count)
    for row in 0..<count { values.append(Int32(truncatingIfNeeded: position(row) ?? -1)) }
  }

  /// The position by which a row names another; below zero where it names none.
  @inline(__always)
  package func number(_ row: Int) -> Int { Int(values[row]) }
}

extension Positions: RandomAccessCollection {
  /// The first row.
  package var startIndex: Int { 0 }
  /// The row after the last.
  package var endIndex: Int { values.count }
  /// The position that a row names.
  @inline(__always)
  package subscript(row: Int) -> Int? {
    let position = values[row]
    return position < 0 ? nil : Int(position)
  }
}
