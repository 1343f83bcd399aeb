import EcosystemModel

extension WorkbookMapping {
  /// Reads a mapping from its text.
  ///
  /// - Throws: ``ReadError`` with the line where the text is no mapping, or names what ecomap does not know.
  init(reading bytes: [UInt8], file: String) throws(ReadError) {
    let reader = MappingReader(file: file)
    let root: DocumentNode?
    do throws(DocumentError) {
      root = try YAMLReader.document(in: bytes).root
    } catch {
      throw reader.fault(error.message, line: error.line ?? 1)
    }
    guard let root else { throw reader.fault("the mapping is empty", line: 1) }
    self = try reader.mapping(root)
  }
}

/// Turns the parts of a document into a mapping.
private struct MappingReader {
  let file: String

  func fault(_ message: String, line: Int) -> ReadError {
    ReadError(.badOption, "\(file):\(line): \(message).")
  }

  func mapping(_ node: DocumentNode) throws(ReadError) -> WorkbookMapping {
    var mapping = WorkbookMapping(pattern: "*")
    for entry in try entries(node, "a mapping") {
      let value = entry.value
      switch entry.key {
      case "mapping":
        guard try text(value) == "1" else {
          throw fault("this form of mappings is not known; write mapping: 1", line: value.line)
        }
      case "for": mapping.pattern = try text(value)
      case "dates":
        guard let order = DateOrder(rawValue: try text(value)) else {
          throw fault("dates are day/month or month/day", line: value.line)
        }
        mapping.dateOrder = order
      case "decimals":
        let word = try text(value)
        guard ["comma", "point"].contains(word) else {
          throw fault("decimals are comma or point", line: value.line)
        }
        mapping.hasDecimalComma = word == "comma"
      case "roles":
        for (title, node) in try pairs(value) {
          guard let role = MembershipRole(rawValue: try text(node)) else {
            throw fault(
              "a role is \(MembershipRole.allCases.map(\.rawValue).spokenList(last: "or"))",
              line: node.line)
          }
          mapping.roles[title] = role
        }
      case "names":
        for (kind, node) in try pairs(value) {
          guard let kind = EntityReference.Kind(rawValue: kind) else {
            throw fault(
              "names are of a \(EntityReference.Kind.allCases.map(\.rawValue).spokenList(last: "or"))",
              line: node.line)
          }
          for (spelling, name) in try pairs(node) {
            mapping.names[kind, default: [:]][spelling] = try text(name)
          }
        }
      case "sheets":
        for node in try elements(value) { mapping.sheets.append(try sheet(node)) }
      default:
        throw unknown(entry, among: ["for", "dates", "decimals", "roles", "names", "sheets"])
      }
    }
    return mapping
  }

  private func sheet(_ node: DocumentNode) throws(ReadError) -> SheetMapping {
    var sheet = SheetMapping(sheet: "")
    for entry in try entries(node, "a sheet") {
      let value = entry.value
      switch entry.key {
      case "sheet": sheet.sheet = try text(value)
      case "ignored": sheet.ignored = try text(value)
      case "layout":
        guard let layout = SheetMapping.Layout(rawValue: try text(value)) else {
          throw fault(
            "a layout is \(SheetMapping.Layout.allCases.map(\.rawValue).spokenList(last: "or"))",
            line: value.line)
        }
        sheet.layout = layout
      case "tables":
        for node in try elements(value) { sheet.tables.append(try table(node)) }
      case "levels": sheet.levels = try texts(value)
      case "own columns": sheet.ownColumns = try texts(value)
      case "ignored columns":
        for (header, reason) in try pairs(value) {
          sheet.ignoredColumns[header] = try text(reason)
        }
      case "fill down": sheet.fillDown = try texts(value)
      case "last name first": sheet.lastNameFirst = try texts(value)
      case "units":
        for (header, unit) in try pairs(value) { sheet.units[header] = try text(unit) }
      case "rows left out": sheet.skippedRows = try texts(value)
      default:
        throw unknown(
          entry,
          among: [
            "sheet", "ignored", "layout", "tables", "levels", "own columns", "ignored columns",
            "fill down",
            "last name first", "units", "rows left out",
          ])
      }
    }
    guard !sheet.sheet.isEmpty else {
      throw fault("say which sheet is meant, as in sheet: Partners", line: node.line)
    }
    guard sheet.ignored != nil || !sheet.tables.isEmpty else {
      throw fault(
        "say which tables \"\(sheet.sheet)\" holds, or why it is ignored", line: node.line)
    }
    return sheet
  }

  private func table(_ node: DocumentNode) throws(ReadError) -> TableMapping {
    var found: TableMapping?
    for entry in try entries(node, "a table") where entry.key == "table" {
      let name = try text(entry.value)
      guard let table = TableName(rawValue: ColumnName.normalized(name)) else {
        throw fault(
          "\"\(name)\" is no table; they are \(TableName.allCases.map(\.rawValue).spokenList(last: "and"))",
          line: entry.value.line)
      }
      found = TableMapping(table)
    }
    guard var table = found else {
      throw fault("say which table it is, as in table: companies", line: node.line)
    }
    for entry in try entries(node, "a table") {
      switch entry.key {
      case "table": break
      case "columns":
        for (name, node) in try pairs(entry.value) {
          table.columns.append(
            .init(name: try column(name, of: table.table, node), source: CellSource(try text(node)))
          )
        }
      case "across": table.across = try texts(entry.value)
      case "pairs": table.isSymmetric = try text(entry.value) == "once"
      default: throw unknown(entry, among: ["table", "columns", "across", "pairs"])
      }
    }
    return table
  }

  /// The contract's name of a column; words in parentheses are what layouts of their own need.
  private func column(
    _ name: String, of table: TableName, _ node: DocumentNode
  ) throws(ReadError) -> String {
    guard !name.hasPrefix("(") else { return name }
    let key = ColumnName.normalized(name)
    let columns = table.columns
    if let column = columns.first(where: {
      ([$0.name] + $0.aliases).map(ColumnName.normalized).contains(key)
    }) {
      return column.name
    }
    var suggestion = Suggestion()
    let nearest = suggestion.nearest(
      to: name, among: columns.map { Suggestion.Candidate($0.name) })
    throw fault(
      "\(table.rawValue) have no column \"\(name)\"; "
        + (nearest.map { "did you mean \"\($0)\"?" }
          ?? "put the header under own columns to keep it"),
      line: node.line)
  }

  private func unknown(_ entry: DocumentNode.Entry, among keys: [String]) -> ReadError {
    fault(
      "\"\(entry.key)\" is not known here; what may stand here is \(keys.spokenList(last: "and"))",
      line: entry.line)
  }

  private func entries(
    _ node: DocumentNode, _ what: String
  ) throws(ReadError) -> [DocumentNode.Entry] {
    guard case .object(let entries) = node.content else {
      throw fault("\(what) is a list of keys with values", line: node.line)
    }
    return entries
  }

  private func pairs(_ node: DocumentNode) throws(ReadError) -> [(String, DocumentNode)] {
    if case .null = node.content { return [] }
    return try entries(node, "this").map { ($0.key, $0.value) }
  }

  private func elements(_ node: DocumentNode) throws(ReadError) -> [DocumentNode] {
    if case .null = node.content { return [] }
    guard case .list(let elements) = node.content else {
      throw fault("here is a list, each element after a dash", line: node.line)
    }
    return elements
  }

  private func texts(_ node: DocumentNode) throws(ReadError) -> [String] {
    var texts: [String] = []
    for element in try elements(node) { texts.append(try text(element)) }
    return texts
  }

  private func text(_ node: DocumentNode) throws(ReadError) -> String {
    guard case .scalar(let text) = node.content else {
      throw fault("a text is expected here, and not \(node.description)", line: node.line)
    }
    return text
  }
}
