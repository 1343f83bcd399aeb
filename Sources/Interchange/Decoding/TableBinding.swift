import EcosystemModel

/// Which column of a file holds which column of the contract.
struct TableBinding {
  /// The position in the file of each column of the contract.
  var positions: [Int?]
  /// The positions of the required columns that the file has.
  var required: [Int] = []
  /// The position of the `id` column.
  var id: Int?
  /// The columns the contract does not name: their position and the name they are kept under, in order of the names.
  var attributes: [(position: Int, name: String)] = []
  /// The names of these, which all rows share; `nil` if there are none.
  var header: Attributes.Header?
  /// Whether every required column is there.
  var isComplete = true

  /// The position of a contract column, by its normalised name.
  var contract: [String: Int] = [:]

  /// Matches the headers of a table with a schema and reports what does not match.
  init<Row: TableRow>(_ table: Table, of type: Row.Type, decoding: inout Decoding) {
    let columns = Row.contract.columns
    positions = Array(repeating: nil, count: columns.count)
    var wanted: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      if case .derived = column.form { continue }
      for name in [column.name] + column.aliases {
        wanted[ColumnName.normalized(name)] = index
      }
    }
    var used: Set<String> = []
    for (position, header) in table.headers.enumerated() {
      let key = ColumnName.normalized(header.text)
      if let index = wanted[key], positions[index] == nil {
        positions[index] = position
        if case .id = columns[index].form { id = position }
        contract[ColumnName.normalized(columns[index].name)] = position
        used.insert(key)
      } else if let index = wanted[key], let first = positions[index] {
        reportRepeated(columns[index].name, first, again: position, in: table, &decoding)
        keep(header.text, key: key, at: position, of: table, &used, decoding: &decoding)
      } else {
        keep(header.text, key: key, at: position, of: table, &used, decoding: &decoding)
      }
    }
    required = columns.indices.filter { columns[$0].isRequired }.compactMap { positions[$0] }
    attributes.sort { $0.name < $1.name }
    header = attributes.isEmpty ? nil : Attributes.Header(attributes.map(\.name))
    reportLookAlikes(in: table, of: type, decoding: &decoding)
    // A list without rows, as YAML and JSON may have it, lacks nothing.
    guard !table.headers.isEmpty else { return }
    reportMissing(table, of: type, decoding: &decoding)
    suggestHeaders(table, of: type, decoding: &decoding)
  }

  /// Says that a column of the contract stands twice, where nobody can know which one is meant.
  private func reportRepeated(
    _ name: String, _ first: Int, again second: Int, in table: Table, _ decoding: inout Decoding
  ) {
    let headers = [first, second].map { "\"\(table.headers[$0].text)\"" }
    decoding.diagnostics.append(
      Diagnostic(
        severity: .error, rule: "column.repeated",
        message:
          "the columns \(first + 1), \(headers[0]), and \(second + 1), \(headers[1]), are both the column \"\(name)\"; only the first is read as such. Rename or remove one of the two",
        location: table.location(ofHeader: second)))
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
      if attributes.contains(where: { ColumnName.normalized($0.name) == key }) {
        decoding.diagnostics.append(
          Diagnostic(
            severity: .warning, rule: "column.repeated",
            message: "\"\(header)\" names a second column with the same meaning; it is kept as "
              + "\"\(name)\". Rename or remove one of the two",
            location: table.location(ofHeader: position)))
      }
    }
    while !used.insert(ColumnName.normalized(name)).inserted { name += "'" }
    attributes.append((position, name))
  }

  /// Points at headers that look like others, or like those of the contract, and are not the same.
  private func reportLookAlikes<Row: TableRow>(
    in table: Table, of type: Row.Type, decoding: inout Decoding
  ) {
    var seen: [String: String] = [:]
    for column in Row.contract.written { seen[Self.lookKey(column.name)] = column.name }
    for (position, name) in attributes {
      let key = Self.lookKey(name)
      guard let other = seen[key] else {
        seen[key] = name
        continue
      }
      guard let odd = LookAlike.oddity(of: name) ?? LookAlike.oddity(of: other) else { continue }
      decoding.diagnostics.append(
        Diagnostic(
          severity: .warning, rule: "column.similar",
          message:
            "\"\(name)\" looks like the column \"\(other)\" and is another, since one has \(odd); "
            + "type the header again",
          location: table.location(ofHeader: position)))
    }
  }

  private static func lookKey(_ header: String) -> String {
    ColumnName.normalized(LookAlike.key(header))
  }

  private mutating func reportMissing<Row: TableRow>(
    _ table: Table, of type: Row.Type, decoding: inout Decoding
  ) {
    for (index, column) in Row.contract.columns.enumerated()
    where column.isRequired && positions[index] == nil {
      isComplete = false
      let nearest = decoding.suggestion.nearest(
        to: column.name, among: attributes.map { Suggestion.Candidate($0.name) })
      let hint = nearest.map { "; is it \"\($0)\"?" } ?? ""
      decoding.diagnostics.append(
        Diagnostic(
          severity: .error, rule: "column.missing",
          message:
            "the table \"\(Row.table.rawValue)\" needs a column \"\(column.name)\"\(hint)",
          location: Location(
            file: table.file, sheet: table.sheet,
            line: table.headers.first.map { Int(max(1, $0.line)) })))
    }
  }

  /// The column that people call so, if the table has none; only words that mean it in any table, or as they stand.
  private static func meaning(
    of header: String, in table: TableName, missing: [String]
  ) -> String? {
    Vocabulary.fits(HeaderPhrase(header), table: table).first { fit in
      fit.value >= (fit.isTelling ? 0.93 : 1) && missing.contains(fit.meaning.column)
    }?.meaning.column
  }

  /// Points at headers that look like misspelt ones of the contract, or that mean one.
  private func suggestHeaders<Row: TableRow>(
    _ table: Table, of type: Row.Type, decoding: inout Decoding
  ) {
    let columns = Row.contract.columns
    let missing = columns.indices.filter { index in
      if case .derived = columns[index].form { return false }
      return positions[index] == nil
    }.map { Suggestion.Candidate(columns[$0].name) }
    for (position, name) in attributes where LookAlike.oddity(of: name) == nil {
      let nearest =
        decoding.suggestion.nearest(to: name, among: missing)
        ?? Self.meaning(of: name, in: Row.table, missing: missing.map(\.name))
      guard let nearest else { continue }
      decoding.diagnostics.append(
        Diagnostic(
          severity: .note, rule: "column.spelling",
          message: "\"\(name)\" is kept as a column of your own; did you mean \"\(nearest)\"?",
          location: table.location(ofHeader: position)))
    }
  }
}
