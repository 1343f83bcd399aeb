extension TableName {
  /// What people call a row of the table, one and many.
  package var noun: (one: String, many: String) {
    switch self {
    case .companies: ("company", "companies")
    case .functions: ("function", "functions")
    case .people: ("person", "people")
    case .affiliations: ("employment", "employments")
    case .alliances: ("alliance", "alliances")
    case .programs: ("program", "programs")
    case .committees: ("committee", "committees")
    case .memberships: ("seat", "seats")
    case .relationships: ("relationship", "relationships")
    case .handoffs: ("handoff", "handoffs")
    case .conflicts: ("firewall", "firewalls")
    case .decisions: ("decision right", "decision rights")
    case .scores: ("score", "scores")
    case .views: ("saved view", "saved views")
    case .places: ("place", "places")
    }
  }
}

extension EcosystemChange {
  /// Whether a cell holds the id of the row.
  package func isID(_ cell: Cell) -> Bool { Self.isID(cell.column, of: table.rowType) }

  /// Whether a cell is a part of what people call the row: its id, its name, or whom it joins.
  package func isNamed(by cell: Cell) -> Bool { Self.isNamed(by: cell.column, table.rowType) }

  /// Whether a cell says something of the row itself rather than of what it is about.
  package func isRemark(_ cell: Cell) -> Bool {
    [Contract<Company>.tags, Contract<Company>.assumed].contains(cell.column)
  }

  /// What a cell says as people read it, shares as percentages; `nil` if it is empty.
  package func text(
    of content: CellContent, under cell: Cell, in ecosystem: Ecosystem
  ) -> String? {
    if case .number(let share) = content, Self.isShare(cell.column, of: table.rowType) {
      return NumberText.short(share * 100, limit: 1) + " %"
    }
    return content.text(in: ecosystem)
  }

  private static func isShare<Row: TableRow>(_ header: String, of type: Row.Type) -> Bool {
    Row.contract.column(named: header)?.isShare ?? false
  }

  private static func isID<Row: TableRow>(_ header: String, of type: Row.Type) -> Bool {
    Row.contract.column(named: header)?.isID ?? false
  }

  private static func isNamed<Row: TableRow>(by header: String, _ type: Row.Type) -> Bool {
    guard let column = Row.contract.column(named: header) else { return false }
    return column.isID || column.joins || (column.isIdentifying && column.path != nil)
  }
}
