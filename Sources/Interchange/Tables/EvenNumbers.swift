/// Numbers that nearly always follow each other by the same step, such as the lines of rows: kept one by one only where they do not.
struct EvenNumbers: Sendable {
  private let step: Int32
  private var first: Int32 = 0
  /// All numbers, from the first on that is out of step.
  private var uneven: [Int32] = []
  private(set) var count = 0

  init(step: Int32) { self.step = step }

  mutating func append(_ number: Int32) {
    if count == 0 { first = number }
    if uneven.isEmpty, number != first &+ Int32(truncatingIfNeeded: count) &* step {
      uneven = (0..<count).map { self[$0] }
      uneven.append(number)
    } else if !uneven.isEmpty {
      uneven.append(number)
    }
    count += 1
  }

  subscript(position: Int) -> Int32 {
    uneven.isEmpty ? first &+ Int32(truncatingIfNeeded: position) &* step : uneven[position]
  }
}

/// Where the rows of a table stand.
struct RowPlaces: Sendable {
  private var lines = EvenNumbers(step: 1)
  private var spreadsheetRows = EvenNumbers(step: 0)

  init() {}

  mutating func append(_ row: Table.RowPosition) {
    lines.append(row.line)
    spreadsheetRows.append(row.spreadsheetRow)
  }
}

extension RowPlaces: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { lines.count }
  subscript(position: Int) -> Table.RowPosition {
    Table.RowPosition(line: lines[position], spreadsheetRow: spreadsheetRows[position])
  }
}
