import EcosystemModel

/// What became of each cell of a workbook that shows something.
package struct CellLedger: Sendable {
  /// What became of a cell.
  enum Fate: Equatable, Sendable {
    case open, used
    /// Not read, for a reason.
    case ignored(String)
    /// Part of a question.
    case asked
  }

  private var fates: [[[Fate?]]]

  init(of book: RawBook) {
    fates = book.sheets.map { sheet in
      sheet.rows.map { row in
        row.map { $0.map { $0.text.isEmpty || $0.isRepeated ? nil : .open } ?? nil }
      }
    }
  }

  /// Says what became of a cell; what is used stays so.
  mutating func mark(_ fate: Fate, sheet: Int, row: Int, column: Int) {
    guard fates[sheet][row].indices.contains(column), let known = fates[sheet][row][column],
      known != .used
    else { return }
    fates[sheet][row][column] = fate
  }

  func isOpen(sheet: Int, row: Int, column: Int) -> Bool {
    fates[sheet].indices.contains(row) && fates[sheet][row].indices.contains(column)
      && fates[sheet][row][column] == .open
  }

  /// Says what became of all cells of a row that nothing is said of yet.
  mutating func markRest(_ fate: Fate, sheet: Int, row: Int) {
    for column in fates[sheet][row].indices where fates[sheet][row][column] == .open {
      fates[sheet][row][column] = fate
    }
  }

  mutating func markRest(_ fate: Fate, sheet: Int) {
    for row in fates[sheet].indices { markRest(fate, sheet: sheet, row: row) }
  }

  /// What stands for nothing, such as `n/a`, is ignored where no column has taken it.
  mutating func passOverBlanks(of sheet: RawSheet, _ index: Int) {
    for row in fates[index].indices {
      for column in fates[index][row].indices
      where fates[index][row][column] == .open && WordReading.isBlank(sheet.text(row, column)) {
        fates[index][row][column] = .ignored("stands for an empty cell")
      }
    }
  }

  /// The rows of a sheet in which nothing is said of some cell.
  func openRows(sheet: Int) -> [Int] {
    fates[sheet].indices.filter { fates[sheet][$0].contains(.open) }
  }

  /// How many cells show something, are used, are ignored and are asked about.
  package var counts: (all: Int, used: Int, ignored: Int, asked: Int) {
    var counts = (all: 0, used: 0, ignored: 0, asked: 0)
    for fate in fates.joined().joined() {
      guard let fate else { continue }
      counts.all += 1
      switch fate {
      case .used: counts.used += 1
      case .ignored: counts.ignored += 1
      case .asked: counts.asked += 1
      case .open: break
      }
    }
    return counts
  }

  /// How many cells of a sheet are ignored for each reason, and in which rows the first of them stand.
  func reasons(sheet: Int) -> [(reason: String, count: Int, rows: [Int])] {
    var found: [String: (count: Int, rows: [Int])] = [:]
    for (row, cells) in fates[sheet].enumerated() {
      for case .ignored(let reason)? in cells {
        var entry = found[reason] ?? (0, [])
        entry.count += 1
        if entry.rows.last != row { entry.rows.append(row) }
        found[reason] = entry
      }
    }
    return found.map { ($0.key, $0.value.count, $0.value.rows) }.sorted {
      ($0.rows.first ?? 0, $0.reason) < ($1.rows.first ?? 0, $1.reason)
    }
  }
}
