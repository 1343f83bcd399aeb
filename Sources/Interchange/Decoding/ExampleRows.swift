import EcosystemModel

/// The rows of the example that `ecomap init` writes, where they stand among rows of somebody's own.
///
/// A dataset of nothing else is the example itself. A row that says anything else than the example does is somebody's own,
/// whatever its tags.
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
      let (marked, own) = Self.marked(in: table, of: name)
      hasOwnRows = hasOwnRows || marked.count < table.rows.count
      if let left = Self.leftTags(on: own, in: table) { diagnostics.append(left) }
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

  /// The rows that bear the mark and say what a row of the example says; and the others that bear it.
  private static func marked(
    in table: Table, of name: TableName
  ) -> (examples: [Int], own: [Int]) {
    let marked = marked(in: table)
    guard !marked.isEmpty else { return ([], []) }
    let lines = text(of: name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let headers = table.headers.map(\.text)
    let examples = Set(lines.dropFirst().map { statements(lines[0], $0) })
    func isExample(_ row: Int) -> Bool {
      examples.contains(
        statements(headers, headers.indices.map { table.text(row: row, column: $0) }))
    }
    return (marked.filter(isExample), marked.filter { !isExample($0) })
  }

  /// What a row says, its tags aside, whatever the order of columns and the way numbers are written.
  private static func statements(_ headers: [String], _ cells: [String]) -> [String: String] {
    var statements: [String: String] = [:]
    for (header, cell) in zip(headers.map(ColumnName.normalized), cells) where header != "tags" {
      let text = cell.trimmed
      if text.isEmpty { continue }
      statements[header] = NumberText.number(in: text).map(NumberText.text(of:)) ?? text
    }
    return statements
  }

  /// That rows of somebody's own are still tagged as those of the example.
  private static func leftTags(on rows: [Int], in table: Table) -> Diagnostic? {
    guard let first = rows.first else { return nil }
    let subject = rows.count == 1 ? "this row is" : "\(rows.count) rows from here on are"
    return Diagnostic(
      severity: .note, rule: "example.tag",
      message:
        "\(subject) yours, since the example says something else, yet still tagged \(mark); delete the tag, and illustrative with it if the row is no invention",
      location: Location(file: table.file, sheet: table.sheet, line: Int(table.rows[first].line)))
  }

  private static func diagnostic(for marked: [Int], _ first: Int, in table: Table) -> Diagnostic {
    let names = marked.prefix(3).map { "\"\(table.text(row: $0, column: 0))\"" }
    let count = marked.count == 1 ? "this row is" : "\(marked.count) rows from here on are"
    return Diagnostic(
      severity: .warning, rule: rule,
      message:
        "\(count) of the example that new datasets begin with, not of yours: \(names.joined(separator: ", "))\(marked.count > 3 ? " …" : ""); "
        + "delete what you do not need",
      location: Location(file: table.file, sheet: table.sheet, line: Int(table.rows[first].line)))
  }
}
