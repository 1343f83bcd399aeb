import Containers
import EcosystemModel

/// Takes the tables out of a YAML or JSON document: each key names one, each element of its list is a row.
struct DocumentTables {
  private(set) var tables: [TableName: Table] = [:]
  private(set) var unreadable: Set<TableName> = []
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private let byteCount: Int
  private let nodeKind: EntityReference.Kind?

  /// Reads the document in a file's bytes.
  init(_ source: SourceFile, nodeKind: EntityReference.Kind? = nil) {
    file = source.name
    self.nodeKind = nodeKind
    byteCount = source.bytes.count
    do {
      let text = try TextEncoding.utf8(source.bytes)
      let document: DocumentNode?
      if case .dataset(.json) = source.format {
        document = try JSONReader.document(in: text)
      } else {
        let yaml = try YAMLReader.document(in: text)
        for warning in yaml.warnings {
          report(.warning, warning.rule, warning.message, warning.line, warning.column)
        }
        document = yaml.root
      }
      read(document)
    } catch let fault as TextEncoding.Fault {
      diagnostics.append(Diagnostic(fault, file: file))
    } catch let fault as DocumentError {
      report(.error, fault.rule, fault.message, fault.line, fault.column)
    } catch {
      report(.error, "file.unreadable", "the file cannot be read", nil, nil)
    }
  }

  private mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, _ line: Int?, _ column: Int?
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, rule: rule, message: message,
        location: Location(file: file, line: line, column: line == nil ? nil : column)))
  }

  private mutating func read(_ document: DocumentNode?) {
    if let document, document.list != nil, let graph = NetworkJSONReader.graph(in: document) {
      return take(graph)
    }
    guard let document, case .object(let entries) = document.content else {
      report(
        .error, "table.empty",
        "the document holds \(document?.description ?? "nothing"); it must be an object whose keys "
          + "name tables, such as companies and people",
        document?.line, document?.column)
      return
    }
    let hasTables = entries.contains { entry in
      TableName.allCases.contains { $0.rawValue == ColumnName.normalized(entry.key) }
    }
    if !hasTables, let graph = NetworkJSONReader.graph(in: document) { return take(graph) }
    guard hasTables else { return reportNoTables(entries, in: document) }
    for entry in entries {
      let key = ColumnName.normalized(entry.key)
      guard let name = TableName.allCases.first(where: { $0.rawValue == key }) else {
        reportUnknown(entry)
        continue
      }
      guard tables[name] == nil else {
        report(
          .error, "key.repeated", "the table \"\(entry.key)\" stands twice; this one is not read",
          entry.line, entry.column)
        continue
      }
      readTable(name, entry)
    }
  }

  private mutating func take(_ graph: ExchangeGraph) {
    let network = ExchangeTables(
      graph, nodeFile: file, edgeFile: file, nodeKind: nodeKind, byteCount: byteCount)
    tables = network.tables
    diagnostics += network.diagnostics
  }

  /// Says that no key names a table, and how the data has to look instead.
  private mutating func reportNoTables(_ entries: [DocumentNode.Entry], in document: DocumentNode) {
    var suggestion = Suggestion()
    let known = TableName.allCases.map { Suggestion.Candidate($0.rawValue) }
    let near = entries.lazy.compactMap { entry in
      suggestion.nearest(to: entry.key, among: known).map { (entry, $0) }
    }.first
    let keys = entries.prefix(3).map { "\"\($0.key)\"" }
    let isByName = entries.allSatisfy {
      if case .object = $0.value.content { true } else { false }
    }
    let hint =
      if let near {
        "did you mean \"\(near.1)\" by \"\(near.0.key)\"?"
      } else if isByName, let first = entries.first {
        "it looks like a list by name: write each as a row, such as committees: [{name: \(first.key)}], and those in it as rows of another table, such as memberships: [{person: …, committee: \(first.key)}]"
      } else {
        "tables are called \(TableName.allCases.map(\.rawValue).spokenList(last: "and"))"
      }
    report(
      .error, "dataset.nothing",
      keys.isEmpty
        ? "the document is empty, so nothing is read; \(hint)"
        : "nothing in the document is a table, so nothing is read: \(keys.spokenList(last: "and"))\(entries.count > 3 ? " and others" : "") are none; \(hint)",
      document.line, document.column)
  }

  private mutating func reportUnknown(_ entry: DocumentNode.Entry) {
    var suggestion = Suggestion()
    let known = TableName.allCases.map { Suggestion.Candidate($0.rawValue) }
    let hint =
      suggestion.nearest(to: entry.key, among: known).map { "did you mean \"\($0)\"?" }
      ?? "tables are called \(TableName.allCases.map(\.rawValue).spokenList(last: "and"))"
    report(
      .warning, "table.unknown", "\"\(entry.key)\" is no table and not read; \(hint)", entry.line,
      entry.column)
  }

  private mutating func readTable(_ name: TableName, _ entry: DocumentNode.Entry) {
    let rows: [DocumentNode]
    switch entry.value.content {
    case .null: rows = []
    case .list(let elements): rows = elements
    case .scalar, .object:
      unreadable.insert(name)
      report(
        .error, "table.shape",
        "\"\(entry.key)\" must be a list of rows, not \(entry.value.description)",
        entry.value.line, entry.value.column)
      return
    }
    let entries = rows.map { self.entries(of: $0, table: name) }
    tables[name] = grid(entries, at: rows)
  }

  /// The cells of one row; a lone text stands for its name.
  private mutating func entries(
    of row: DocumentNode, table: TableName
  ) -> [DocumentNode.Entry] {
    switch row.content {
    case .object(let entries): return entries
    case .scalar:
      return [.init(key: "name", line: row.line, column: row.column, value: row)]
    case .null, .list:
      report(
        .error, "table.shape",
        "a row of \"\(table.rawValue)\" must be an object with its columns as keys, not \(row.description)",
        row.line, row.column)
      return []
    }
  }

  /// Lays rows of keys and values out under the union of their keys.
  private mutating func grid(_ rows: [[DocumentNode.Entry]], at nodes: [DocumentNode]) -> Table {
    var table = Table(file: file)
    var columns: [String: Int] = [:]
    for entry in rows.joined() {
      let key = Self.identity(of: entry.key)
      guard columns[key] == nil else { continue }
      columns[key] = table.headers.count
      table.headers.append(
        Cell(text: entry.key.trimmed, line: Int32(entry.line), column: Int32(entry.column)))
    }
    guard rows.count * table.width <= Table.cellLimit(forBytes: byteCount) else {
      diagnostics.append(Table.tooWide(file: file, width: table.width))
      return Table(file: file)
    }
    for (row, node) in zip(rows, nodes) {
      let base = table.cells.count
      table.rows.append(.init(line: Int32(node.line), spreadsheetRow: 0))
      table.cells += Array(repeating: Cell.missing, count: table.width)
      var seen: Set<Int> = []
      for entry in row {
        guard let column = columns[Self.identity(of: entry.key)] else { continue }
        guard seen.insert(column).inserted else {
          report(
            .error, "key.repeated",
            "the key \"\(entry.key)\" stands twice in this row; the first is taken", entry.line,
            entry.column)
          continue
        }
        fill(base + column, of: &table, with: entry)
      }
    }
    return table
  }

  private static func identity(of key: String) -> String {
    let normalized = ColumnName.normalized(key)
    return normalized.isEmpty ? key : normalized
  }

  private mutating func fill(
    _ position: Int, of table: inout Table, with entry: DocumentNode.Entry
  ) {
    let text: String
    switch entry.value.content {
    case .null: return
    case .scalar(let scalar): text = scalar.trimmed
    case .list(let elements):
      let words = elements.compactMap { element -> String? in
        guard case .scalar(let scalar) = element.content else { return nil }
        return scalar.trimmed
      }
      guard words.count == elements.count else { return reportNested(entry) }
      table.listCells.insert(position)
      text = ListText.cell(of: words)
    case .object: return reportNested(entry)
    }
    guard !text.utf8.contains(0) else {
      report(
        .error, "value.nul", "the text holds a NUL character; remove it", entry.value.line,
        entry.value.column)
      return
    }
    table.cells[position] = Cell(
      text: text, line: Int32(entry.value.line), column: Int32(entry.value.column))
  }

  private mutating func reportNested(_ entry: DocumentNode.Entry) {
    report(
      .error, "value.nested",
      "\"\(entry.key)\" must be a value or a list of values, not nested further", entry.value.line,
      entry.value.column)
  }
}
