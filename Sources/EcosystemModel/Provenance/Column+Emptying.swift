extension Column {
  /// Whether it holds the name by which people speak of an entity.
  var isNameOfEntity: Bool {
    if case .name = form { Row.table.kind != nil } else { false }
  }

  /// Empties the row's cell, where the row can do without it.
  func empty(in row: inout Row) {
    switch form {
    case .text(let path): row[keyPath: path] = nil
    case .list(let path): row[keyPath: path] = []
    case .number(let path, _), .share(let path, _): row[keyPath: path] = nil
    case .integer(let path, _): row[keyPath: path] = nil
    case .date(let path): row[keyPath: path] = nil
    case .answer(let path): row[keyPath: path] = nil
    case .parsed(let cell): cell.empty(&row)
    case .choice(let cell): cell.copy(&row, .blank)
    case .reference(let cell): cell.keep(&row) { _ in false }
    case .id, .name, .measured, .derived: break
    }
  }

  /// Leaves of a day what is more than its `month`, or its `day`.
  func shorten(to part: String, in row: inout Row) {
    guard case .date(let path) = form, let date = row[keyPath: path] else { return empty(in: &row) }
    switch part {
    case "month": row[keyPath: path] = CalendarDate(year: date.year)
    case "day": row[keyPath: path] = CalendarDate(year: date.year, month: date.month)
    default: row[keyPath: path] = nil
    }
  }

  /// Takes out of the row's cell what is not to be named.
  func keep(_ isNamed: (EntityReference) -> Bool, in row: inout Row) {
    if case .reference(let cell) = form { cell.keep(&row, isNamed) }
  }
}
