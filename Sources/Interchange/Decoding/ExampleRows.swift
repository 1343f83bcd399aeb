import EcosystemModel

/// The rows of the example that `ecomap init` writes, where they stand among rows of somebody's own.
///
/// A dataset of nothing else is the example itself.
package struct ExampleRows {
  /// The rule under which they are named.
  package static let rule = "example.left"
  /// The word among the tags of a row that marks it.
  package static let mark = "example-row"

  private struct Place: Hashable {
    let file: String
    let sheet: String?
    let line: Int
  }

  /// One diagnostic for each table that holds such rows.
  private(set) var diagnostics: [Diagnostic] = []
  private var places: Set<Place> = []

  init(in tables: [TableName: Table]) {
    var hasOwnRows = false
    for name in TableName.allCases {
      guard let table = tables[name] else { continue }
      let marked = Self.marked(in: table)
      hasOwnRows = hasOwnRows || marked.count < table.rows.count
      guard let first = marked.first else { continue }
      for row in marked { places.insert(Self.place(of: row, in: table)) }
      diagnostics.append(Self.diagnostic(for: marked, first, in: table))
    }
    if !hasOwnRows { (diagnostics, places) = ([], []) }
  }

  /// A diagnostic that says so if it is about such a row.
  func explained(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let location = diagnostic.location, let line = location.line,
      places.contains(Place(file: location.file, sheet: location.sheet, line: line))
    else { return diagnostic }
    var explained = diagnostic
    explained.message += "; this row is of the example that new datasets begin with: delete it"
    return explained
  }

  private static func place(of row: Int, in table: Table) -> Place {
    Place(file: table.file, sheet: table.sheet, line: Int(table.rows[row].line))
  }

  private static func marked(in table: Table) -> [Int] {
    guard
      let column = table.headers.firstIndex(where: { ColumnName.normalized($0.text) == "tags" })
    else { return [] }
    return table.rows.indices.filter { row in
      let text = table.text(row: row, column: column)
      return text.utf8.count >= mark.utf8.count
        && text.split(separator: "|").contains { String($0).trimmed == mark }
    }
  }

  private static func diagnostic(for marked: [Int], _ first: Int, in table: Table) -> Diagnostic {
    let names = marked.prefix(3).map { "\"\(table.text(row: $0, column: 0))\"" }
    let count = marked.count == 1 ? "this row is" : "\(marked.count) rows from here on are"
    return Diagnostic(
      severity: .warning, rule: rule,
      message:
        "\(count) of the example that new datasets begin with, not of yours: \(names.joined(separator: ", "))\(marked.count > 3 ? " …" : ""); "
        + "delete what you do not need, and the tag \(mark) where you made a row your own",
      location: Location(file: table.file, sheet: table.sheet, line: Int(table.rows[first].line)))
  }
}
