/// The rows of a table of entities by their ids and names, as they stand in the file.
struct RowNames {
  enum Match {
    case row(Int)
    /// The ids of the rows that bear the name.
    case ambiguous([String])
    case none
  }

  /// The name of each row.
  let names: [String]
  private let ids: [String]
  private var byID: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]

  init(_ table: Table, name: Int, id: Int?) {
    names = table.rows.indices.map { table.text(row: $0, column: name) }
    ids = table.rows.indices.map { row in id.map { table.text(row: row, column: $0) } ?? "" }
    for row in names.indices {
      if !ids[row].isEmpty, byID[ids[row]] == nil { byID[ids[row]] = row }
      // A second row of a name without an id is left out later, as a repetition.
      let isRepeated =
        ids[row].isEmpty && byName[names[row]]?.contains { ids[$0].isEmpty } == true
      if !names[row].isEmpty, !isRepeated { byName[names[row], default: []].append(row) }
    }
  }

  func name(of row: Int) -> String { names[row] }

  /// The row that a name or id means.
  func match(_ text: String) -> Match {
    if let row = byID[text] { return .row(row) }
    guard let rows = byName[text], let first = rows.first else { return .none }
    return rows.count == 1
      ? .row(first) : .ambiguous(rows.map { ids[$0].isEmpty ? names[$0] : ids[$0] })
  }
}
