import EcosystemModel

/// Which column of a file holds which column of the contract.
struct TableBinding {
  /// The position in the file of each column of the schema.
  var positions: [Int?]
  /// The position of the `id` column.
  var id: Int?
  /// The columns the contract does not name: their position and the name they are kept under, in order of the names.
  var attributes: [(position: Int, name: String)] = []
  /// Whether every required column is there.
  var isComplete = true

  /// The position of a contract column, by its normalised name.
  var contract: [String: Int] = [:]

  /// Matches the headers of a table with a schema and reports what does not match.
  init<Row>(
    _ table: Table, _ schema: TableSchema<Row>, hasID: Bool, decoding: inout Decoding
  ) {
    positions = Array(repeating: nil, count: schema.columns.count)
    var wanted: [String: Int] = hasID ? ["id": -1] : [:]
    for (index, column) in schema.columns.enumerated() {
      for name in [column.name] + column.aliases {
        // A contract name of one column is never an alias of another.
        wanted[ColumnName.normalized(name)] = index
      }
    }
    var used: Set<String> = []
    for (position, header) in table.headers.enumerated() {
      let key = ColumnName.normalized(header.text)
      if let index = wanted[key], bind(position, to: index) {
        contract[index < 0 ? "id" : ColumnName.normalized(schema.columns[index].name)] = position
        used.insert(key)
      } else {
        keep(header.text, key: key, at: position, of: table, &used, decoding: &decoding)
      }
    }
    attributes.sort { $0.name < $1.name }
    // A list without rows, as YAML and JSON may have it, lacks nothing.
    guard !table.headers.isEmpty else { return }
    reportMissing(table, schema, decoding: &decoding)
    suggestHeaders(table, schema, decoding: &decoding)
  }

  private mutating func bind(_ position: Int, to index: Int) -> Bool {
    if index < 0 {
      guard id == nil else { return false }
      id = position
    } else {
      guard positions[index] == nil else { return false }
      positions[index] = position
    }
    return true
  }

  private mutating func keep(
    _ header: String, key: String, at position: Int, of table: Table, _ used: inout Set<String>,
    decoding: inout Decoding
  ) {
    var name = header
    if key.isEmpty {
      name = header.isEmpty ? "column \(position + 1)" : "column \(position + 1) \(header)"
      if table.rows.indices.contains(where: { !table.text(row: $0, column: position).isEmpty }) {
        decoding.diagnostics.append(
          Diagnostic(
            severity: .note, rule: "column.unnamed",
            message: "this column has no name; it is kept as \"\(name)\". Name it in the first row",
            location: table.location(ofHeader: position)))
      }
    } else if used.contains(key) {
      name = "\(header) (column \(position + 1))"
      decoding.diagnostics.append(
        Diagnostic(
          severity: .warning, rule: "column.repeated",
          message: "\"\(header)\" names a second column with the same meaning; it is kept as "
            + "\"\(name)\". Rename or remove one of the two",
          location: table.location(ofHeader: position)))
    }
    while !used.insert(ColumnName.normalized(name)).inserted { name += "'" }
    attributes.append((position, name))
  }

  private mutating func reportMissing<Row>(
    _ table: Table, _ schema: TableSchema<Row>, decoding: inout Decoding
  ) {
    for (index, column) in schema.columns.enumerated()
    where column.isRequired && positions[index] == nil {
      isComplete = false
      let nearest = decoding.suggestion.nearest(
        to: column.name, among: attributes.map { Suggestion.Candidate($0.name) })
      let hint = nearest.map { "; is it \"\($0)\"?" } ?? ""
      decoding.diagnostics.append(
        Diagnostic(
          severity: .error, rule: "column.missing",
          message:
            "the table \"\(schema.table.rawValue)\" needs a column \"\(column.name)\"\(hint)",
          location: Location(
            file: table.file, sheet: table.sheet,
            line: table.headers.first.map { Int(max(1, $0.line)) })))
    }
  }

  /// Points at headers that look like misspelt ones of the contract.
  private func suggestHeaders<Row>(
    _ table: Table, _ schema: TableSchema<Row>, decoding: inout Decoding
  ) {
    let missing = schema.columns.indices.filter { positions[$0] == nil }
      .map { Suggestion.Candidate(schema.columns[$0].name) }
    for (position, name) in attributes {
      guard let nearest = decoding.suggestion.nearest(to: name, among: missing) else { continue }
      decoding.diagnostics.append(
        Diagnostic(
          severity: .note, rule: "column.spelling",
          message: "\"\(name)\" is kept as a column of your own; did you mean \"\(nearest)\"?",
          location: table.location(ofHeader: position)))
    }
  }
}
