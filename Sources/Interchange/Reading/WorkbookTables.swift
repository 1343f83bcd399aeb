import EcosystemModel

/// Takes the tables out of a workbook: each sheet is the one it is named like.
struct WorkbookTables {
  private(set) var tables: [TableName: Table] = [:]
  private(set) var unreadable: Set<TableName> = []
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String

  /// Sheets of these names explain a workbook and hold no rows.
  private static let explanations: Set<String> = ["readme", "guide", "about", "legend"]

  /// Reads the workbook in a file's bytes.
  init(_ source: SourceFile, options: ReadOptions) throws(ReadError) {
    file = source.name
    var workbook = try WorkbookFile.open(source.bytes, file: source.name)
    let entries = workbook.entries.filter { !Self.isIgnored($0.name) }
    let named = entries.filter { Self.table(named: $0.name) != nil }
    if named.isEmpty, entries.count == 1, let only = entries.first {
      try readLone(try workbook.sheet(only), options: options)
      return
    }
    if named.isEmpty, let network = try Self.network(entries, &workbook, source, options) {
      tables = network.tables
      diagnostics = network.diagnostics
      return
    }
    if named.count < entries.count, let error = try Self.foreign(source) { throw error }
    guard !named.isEmpty else {
      throw Self.noTables(source.name, entries.map(\.name))
    }
    guard options.columns.isEmpty, options.fillDown.isEmpty else {
      throw ReadError(
        .badOption,
        "Column names and fill-down are for lone lists; \"\(source.name)\" has sheets named like tables."
      )
    }
    for entry in entries {
      guard let name = Self.table(named: entry.name) else {
        reportUnknown(entry.name)
        continue
      }
      guard tables[name] == nil, !unreadable.contains(name) else {
        report(
          .error, "sheet.repeated",
          "another sheet holds the table \"\(name.rawValue)\" already; this one is not read. "
            + "Put the rows of both into one",
          sheet: entry.name)
        continue
      }
      read(try workbook.sheet(entry), as: name)
    }
    if tables.contains(where: { !Self.isWhole($1, $0) }), let error = try Self.foreign(source) {
      throw error
    }
  }

  /// Whether a table has the columns without which rows are left out.
  private static func isWhole(_ table: Table, _ name: TableName) -> Bool {
    let names = Set(table.headers.map { ColumnName.normalized($0.text) })
    return table.headers.isEmpty
      || name.columns.allSatisfy { column in
        !column.isRequired
          || ([column.name] + column.aliases).contains { names.contains(ColumnName.normalized($0)) }
      }
  }

  /// Why a workbook is one of somebody's own, whose sheets are tables under other names and headers; `nil` if it is in the
  /// form of the contract, or nobody can know what it is.
  private static func foreign(_ source: SourceFile) throws(ReadError) -> ReadError? {
    var book = RawBook(path: source.name)
    try book.add(workbook: source.bytes, file: source.name)
    let sheets = book.sheets.filter { !isIgnored($0.name) }
    let own = sheets.filter { sheet in
      // A name that is nearly a table's is a slip, which is told by itself.
      guard let table = table(named: sheet.name) else { return nearest(to: sheet.name) != nil }
      let required = table.columns.filter(\.isRequired).map { ColumnName.normalized($0.name) }
      return sheet.rows.indices.prefix(30).contains { row in
        let names = Set(sheet.filled(row).map { ColumnName.normalized(sheet.text(row, $0)) })
        return required.allSatisfy(names.contains)
          || names.isSuperset(of: ["source", "target"]) && required.count == 2
      }
    }
    guard own.count < sheets.count else { return nil }
    let others = sheets.filter { sheet in !own.contains { $0.name == sheet.name } }
    let recognised = BookRecognition(book).proposals.flatMap(\.parts)
      .filter { part in part.ignored == nil && others.contains { $0.name == part.sheet } }
    guard recognised.count > own.count || own.isEmpty && !recognised.isEmpty else { return nil }
    let found = recognised.prefix(4).map { part in
      "\"\(part.sheet)\" (\(part.tables.first?.table.rawValue ?? ""))"
    }
    return ReadError(
      .notADataset,
      "\"\(source.name)\" has sheets of its own, such as \(found.spokenList(last: "and")), not the tables of ecomap under their names.",
      remedy: .importing(path: source.name))
  }

  /// The network in a workbook of Kumu, NodeXL or Polinode, which have sheets of nodes and of edges.
  private static func network(
    _ entries: [WorkbookFile.Entry], _ workbook: inout WorkbookFile, _ source: SourceFile,
    _ options: ReadOptions
  ) throws(ReadError) -> NetworkFiles? {
    var parts: [(table: Table, isOfEdges: Bool)] = []
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      guard let isOfEdges = NetworkFiles.isOfEdges(sheet: entry.name) else { continue }
      let sheet = try workbook.sheet(entry)
      guard
        let read = SheetTable(
          sheet, file: source.name,
          rating: isOfEdges ? NetworkSheetReader.rateEdges : NetworkSheetReader.rateNodes)
      else { continue }
      diagnostics += read.diagnostics
      parts.append((read.table, isOfEdges))
    }
    guard parts.contains(where: \.isOfEdges) else { return nil }
    var isDirected: Bool?
    var groups: Table?
    var others: [String] = []
    for entry in entries where NetworkFiles.isOfEdges(sheet: entry.name) == nil {
      let sheet = try workbook.sheet(entry)
      if ColumnName.normalized(entry.name) == "groupvertices",
        let read = SheetTable(
          sheet, file: source.name, rating: { $0.intersection(["group", "vertex"]).count * 10 })
      {
        groups = read.table
        continue
      }
      let direction = sheet.nodeXLDirection
      isDirected = isDirected ?? direction
      if direction == nil { others.append(entry.name) }
    }
    if !others.isEmpty {
      diagnostics.append(
        Diagnostic(
          severity: .note, rule: "sheet.unknown",
          message: "the sheets \(others.map { "\"\($0)\"" }.spokenList(last: "and")) are neither "
            + "nodes nor edges and not read",
          location: Location(file: source.name)))
    }
    return NetworkFiles(
      parts, diagnostics: diagnostics, byteCount: source.bytes.count, options: options,
      isDirected: isDirected, groups: groups)
  }

  /// Whether a sheet is meant to be left out, as Kumu has it too.
  static func isIgnored(_ name: String) -> Bool {
    name.lowercased().contains("(ignore)") || MessageSheet.isOurs(name)
      || explanations.contains(ColumnName.normalized(name))
  }

  private static func table(named name: String) -> TableName? {
    let key = ColumnName.normalized(name)
    return TableName.allCases.first { $0.rawValue == key }
  }

  private mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, sheet: String
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, rule: rule, message: message,
        location: Location(file: file, sheet: sheet)))
  }

  private mutating func read(_ sheet: WorkbookSheet, as name: TableName) {
    guard let read = SheetTable(sheet, file: file, rating: { Self.rating($0, for: name) }) else {
      unreadable.insert(name)
      report(
        .error, "table.empty", "the sheet is empty; its first row must name the columns",
        sheet: sheet.name)
      return
    }
    tables[name] = read.table
    diagnostics += read.diagnostics
  }

  private mutating func readLone(
    _ sheet: WorkbookSheet, options: ReadOptions
  ) throws(ReadError) {
    // Foreign headers are not known; a title above them stands alone in its row.
    let wanted = Set(options.columns.values.map(ColumnName.normalized))
    guard
      let read = SheetTable(
        sheet, file: file,
        rating: { $0.intersection(wanted).count * 4 + min($0.count, 2) })
    else {
      throw ReadError(.notADataset, "\"\(file)\" holds no tables; its only sheet is empty.")
    }
    let lone = try LoneTable(read.table, path: file, options: options)
    tables[lone.name] = lone.table
    diagnostics += read.diagnostics
  }

  /// How many columns of a table a row of headers names; its required ones count most.
  private static func rating(_ names: Set<String>, for table: TableName) -> Int {
    table.columns.reduce(0) { sum, column in
      let aliases = ["from": "source", "to": "target"]
      let isThere =
        names.contains(ColumnName.normalized(column.name))
        || aliases[column.name].map(names.contains) ?? false
      return sum + (isThere ? column.isRequired ? 10 : 1 : 0)
    }
  }

  private mutating func reportUnknown(_ name: String) {
    if let nearest = Self.nearest(to: name) {
      report(
        .warning, "sheet.unknown",
        "the sheet is no table and not read; did you mean \"\(nearest)\"?", sheet: name)
    } else {
      report(
        .note, "sheet.unknown",
        "the sheet is no table and not read; tables are called "
          + TableName.allCases.map(\.rawValue).spokenList(last: "and"),
        sheet: name)
    }
  }

  private static func nearest(to name: String) -> String? {
    var suggestion = Suggestion()
    return suggestion.nearest(
      to: name, among: TableName.allCases.map { Suggestion.Candidate($0.rawValue) })
  }

  private static func noTables(_ file: String, _ sheets: [String]) -> ReadError {
    let names = sheets.map { "\"\($0)\"" }.spokenList(last: "and")
    let guesses = sheets.compactMap { sheet in
      nearest(to: sheet).map { "rename \"\(sheet)\" to \"\($0)\"" }
    }
    let hint =
      guesses.isEmpty
      ? "tables are called \(TableName.allCases.map(\.rawValue).spokenList(last: "and"))"
      : guesses.spokenList(last: "and")
    return ReadError(
      .notADataset,
      sheets.isEmpty
        ? "\"\(file)\" has no sheets to read."
        : "No sheet of \"\(file)\" (\(names)) is named like a table; \(hint).")
  }
}
