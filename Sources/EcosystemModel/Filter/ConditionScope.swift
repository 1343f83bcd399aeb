/// One condition, resolved in a snapshot: for each table, whose column decides, and which rows there meet it.
struct ConditionScope {
  let condition: Condition
  let column: String
  /// Whether the condition asks for what rows belong to, by name or id.
  let isAboutBelonging: Bool
  /// The one table that decides, where the condition names it or is about a kind of thing.
  private let stated: TableName?
  let ecosystem: Ecosystem
  private let cells: [TableName: [[String]]]
  /// Rows that meet what is asked for, or its opposite where the condition is a negative one.
  private var matches: [TableName: Set<Int>] = [:]
  /// Tables in which at least one row fills the column.
  private(set) var bearers: Set<TableName> = []

  init(_ condition: Condition, in ecosystem: Ecosystem) {
    self.condition = condition
    self.ecosystem = ecosystem
    let parts = condition.column.split(separator: ".", maxSplits: 1).map(\.trimmed)
    if parts.count == 2, let table = TableName(thing: parts[0]) {
      stated = table
      isAboutBelonging = false
      column = ColumnName.normalized(parts[1])
      let all = ColumnCells(parts[1], of: ecosystem).cells
      cells = all.filter { $0.key == table }
    } else if let table = TableName(thing: condition.column) {
      stated = table
      isAboutBelonging = true
      column = ColumnName.normalized(condition.column)
      cells = ColumnCells(namesOf: table, in: ecosystem).cells
    } else {
      stated = nil
      isAboutBelonging = false
      column = ColumnName.normalized(condition.column)
      cells = ColumnCells(condition.column, of: ecosystem).cells.filter { !$0.key.isOfPictures }
    }
    for (table, cells) in cells { judge(cells, of: table) }
  }

  private mutating func judge(_ cells: [[String]], of table: TableName) {
    var positive = condition
    if isNegative { positive.comparison = .equal }
    if cells.contains(where: { !$0.isEmpty }) { bearers.insert(table) }
    matches[table] = Set(cells.indices.filter { positive.isMet(by: cells[$0]) })
  }

  var isNegative: Bool { condition.comparison == .notEqual }

  /// Whether it asks for an empty cell or for another value than one, as most rows have.
  private var isMetByNearlyAll: Bool { isNegative || condition.values.isEmpty }

  private var isMetAnywhere: Bool { matches.values.contains { !$0.isEmpty } }

  /// The rows of a table whose own cells meet what is asked for.
  func rows(of table: TableName) -> Set<Int> { matches[table] ?? [] }

  /// Whether it says something about the rows of a table, and something there may meet it.
  func hasSense(for table: TableName) -> Bool {
    guard let decider = decider(for: table) else { return false }
    return isMetByNearlyAll || !(matches[decider] ?? []).isEmpty
  }

  /// The table whose column decides for the rows of a table, or `nil` if none does.
  func decider(for table: TableName) -> TableName? {
    let candidates = candidates(for: table)
    if let stated { return candidates.contains(stated) ? stated : nil }
    // Where nearly everything or nothing at all meets the condition, the nearest column is meant.
    if isMetByNearlyAll || !isMetAnywhere { return candidates.first }
    return candidates.first { !(matches[$0] ?? []).isEmpty }
  }

  /// The tables that have the column for the rows of a table, whether anything meets the condition or not.
  func candidates(for table: TableName) -> [TableName] {
    Belonging.reach(of: table).filter { bearers.contains($0) }
  }

  /// Whether a row meets the condition through the rows that decide, one of which is enough.
  func isMet(through owners: [Int], of decider: TableName) -> Bool {
    let matches = matches[decider] ?? []
    let isMatched =
      owners.contains(where: matches.contains) || (condition.values.isEmpty && owners.isEmpty)
    return isMatched != isNegative
  }

  /// The different values of the column in some tables, ordered as people read them.
  func values(in tables: [TableName]) -> [String] {
    // The first of the pieces of a list is the whole cell; of a reference the first is the name.
    let values = Set(tables.flatMap { cells[$0] ?? [] }.compactMap(\.first))
    return values.sorted { left, right in
      if let first = Double(left), let second = Double(right) { return first < second }
      return (left.lowercased(), left) < (right.lowercased(), right)
    }
  }
}

extension TableName {
  /// The table of a kind of thing in either number: `alliance`, `alliances`; `nil` for any other word.
  package init?(thing: String) {
    let word = ColumnName.normalized(thing)
    if let table = TableName(rawValue: word) {
      self = table
    } else if let kind = EntityReference.Kind(rawValue: word) {
      self = kind.table
    } else {
      return nil
    }
  }
}
