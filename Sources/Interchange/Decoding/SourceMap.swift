package import EcosystemModel

/// Where in the files each row and cell of an ecosystem comes from.
package struct SourceMap: Sendable {
  private struct Source: Sendable {
    var table: Table
    var rows: EvenNumbers
    var columns: [String: Int]
  }

  private var sources: [TableName: Source] = [:]
  private var implied: [TableName: [Location]] = [:]

  init() {}

  mutating func add(
    _ name: TableName, table: Table, rows: EvenNumbers, columns: [String: Int]
  ) {
    sources[name] = Source(table: table, rows: rows, columns: columns)
  }

  mutating func addImplied(_ name: TableName, at locations: [Location]) {
    if !locations.isEmpty { implied[name] = locations }
  }

  /// The places of some of the rows, which stand one after the other now.
  ///
  /// - Parameter positions: Where they stood, by table.
  /// - Returns: The map of these rows alone.
  func keeping(_ positions: [TableName: [Int]]) -> SourceMap {
    var left = SourceMap()
    for (name, kept) in positions {
      let implied = implied[name] ?? []
      let count = sources[name]?.rows.count ?? 0
      if var source = sources[name] {
        var rows = EvenNumbers(step: 1)
        for position in kept where position < count { rows.append(source.rows[position]) }
        source.rows = rows
        left.sources[name] = source
      }
      left.addImplied(
        name, at: kept.map { $0 - count }.filter(implied.indices.contains).map { implied[$0] })
    }
    return left
  }

  /// The tables that rows come from, in the contract's order.
  var tables: [(name: TableName, table: Table)] {
    sources.sorted { $0.key < $1.key }.map { ($0.key, $0.value.table) }
  }

  /// The place of a cell by its contract column, or of the row where the file has no such cell.
  ///
  /// An entity that only cells name is at the first of them; `nil` means the row comes from no file.
  package func location(of row: Finding.Row, column: String? = nil) -> Location? {
    let source = sources[row.table]
    let count = source?.rows.count ?? 0
    if let source, row.position < count {
      let position = column.flatMap { source.columns[ColumnName.normalized($0)] }
      return source.table.location(row: Int(source.rows[row.position]), column: position)
    }
    let locations = implied[row.table] ?? []
    return locations.indices.contains(row.position - count) ? locations[row.position - count] : nil
  }

  /// The findings of a rule as diagnostics at the places their rows come from.
  package func diagnostics(for findings: [Finding], rule: String) -> [Diagnostic] {
    findings.map { finding in
      Diagnostic(
        severity: finding.severity, rule: rule, message: finding.message,
        location: finding.row.flatMap { location(of: $0, column: finding.column) })
    }
  }
}
