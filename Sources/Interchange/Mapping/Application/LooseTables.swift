import EcosystemModel

/// Tables in the contract's form with cells as people write them: read where their meaning is plain, with one note for each
/// column.
struct LooseTables {
  private(set) var tables: [TableName: Table]
  private(set) var diagnostics: [Diagnostic] = []
  private var books: [EntityReference.Kind: NameBook] = [:]

  /// What was read in another way in one column.
  private struct Changes {
    var examples: [(text: String, meaning: String)] = []
    var count = 0
    var location: Location?

    mutating func note(_ text: String, _ meaning: String, _ location: @autoclosure () -> Location) {
      count += 1
      if self.location == nil { self.location = location() }
      if examples.count < 3, !examples.contains(where: { $0.text == text }) {
        examples.append((text, meaning))
      }
    }
  }

  /// Whether a rule is one of those that say that a cell is not written as the contract has it.
  static func isAbout(_ rule: String) -> Bool {
    rule.hasPrefix("value.") || rule == "reference.unknown" || rule == "cell.missing"
  }

  init(_ tables: [TableName: Table]) {
    self.tables = tables
    for (name, table) in tables {
      guard let kind = name.kind, let first = name.columns.first?.name,
        let column = Self.column(first, of: name, in: table)
      else { continue }
      var book = NameBook(of: kind)
      for row in table.rows.indices where !table.text(row: row, column: column).isEmpty {
        book.add(table.text(row: row, column: column))
      }
      books[kind] = book
    }
    for name in TableName.allCases where !name.isOfPictures {
      guard var table = tables[name] else { continue }
      table.cutAll()
      leaveOutTotals(of: name, in: &table)
      for column in name.columns {
        guard let position = Self.column(column.name, of: name, in: table),
          let sort = CellSort.of(name, column.name)
        else { continue }
        if column.isRequired { fillDown(position, column.name, name, in: &table) }
        read(position, column.name, sort, name, in: &table)
      }
      self.tables[name] = table
    }
  }

  private static func column(_ header: String, of name: TableName, in table: Table) -> Int? {
    let keys = name.columns.first { $0.name == header }.map { [$0.name] + $0.aliases } ?? [header]
    let wanted = keys.map(ColumnName.normalized)
    return table.headers.firstIndex { wanted.contains(ColumnName.normalized($0.text)) }
  }

  /// A last row that adds others up names nothing.
  private mutating func leaveOutTotals(of name: TableName, in table: inout Table) {
    guard let last = table.rows.indices.last, last > 0 else { return }
    let texts = (0..<table.width).map { table.text(row: last, column: $0) }.filter { !$0.isEmpty }
    guard let first = texts.first, WordReading.isTotal(row: texts) else { return }
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "row.total",
        message: "the row \(Phrase.quoted(first)) adds others up and is left out",
        location: table.location(row: last, column: 0)))
    table.cells.removeLast(table.width)
    let kept = table.rows.dropLast()
    table.rows = RowPlaces()
    for place in kept { table.rows.append(place) }
  }

  /// Blanks below a name that is written once for a block repeat it, where nothing else is missing.
  private mutating func fillDown(
    _ position: Int, _ header: String, _ name: TableName, in table: inout Table
  ) {
    guard case .reference? = CellSort.of(name, header), !table.rows.isEmpty,
      !table.text(row: 0, column: position).isEmpty
    else { return }
    let others = name.columns.filter { $0.isRequired && $0.name != header }
      .compactMap { Self.column($0.name, of: name, in: table) }
    var last = ""
    var changes = Changes()
    for row in table.rows.indices {
      let text = table.text(row: row, column: position)
      // Who writes a name twice in a row means blanks as blanks.
      if !text.isEmpty, text == last { return }
      // A row that lacks more than this name is a slip, and so may be the blank; nobody is linked to themselves.
      let beside = others.map { table.text(row: row, column: $0) }
      if beside.contains("") || text.isEmpty && beside.contains(last) { return }
      if text.isEmpty {
        changes.note("", last, table.location(row: row, column: nil))
      } else {
        last = text
      }
    }
    guard changes.count * 4 >= table.rows.count else { return }
    table.fillDown(column: position)
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "cell.repeated",
        message:
          "\(Phrase.count(changes.count, "empty cell")) of the column \"\(header)\" \(changes.count == 1 ? "repeats" : "repeat") the cell above, since each name stands once",
        location: changes.location))
  }

  private mutating func read(
    _ position: Int, _ header: String, _ sort: CellSort, _ name: TableName, in table: inout Table
  ) {
    let cells = table.rows.indices.map { $0 * table.width + position }
    let texts = cells.map { table.cells[$0].text }
    let order = sort == .date ? DateReading.order(of: texts) : nil
    let comma = table.allowsDecimalComma ? true : QuantityReading.hasDecimalComma(texts)
    var changes = Changes()
    var titles: [Int: String] = [:]
    var unknown: [String] = []
    for (row, cell) in cells.enumerated()
    where !texts[row].isEmpty && !table.listCells.contains(cell) {
      let text = texts[row]
      var new: String?
      switch sort {
      case .date: new = DateReading.iso(text, order: order)
      case .number(let unit, let most):
        guard NumberText.number(in: text) == nil else { continue }
        new = ValueText.number(text, unit: unit, most: most, hasDecimalComma: comma)
      case .answer: new = ValueText.answer(text)
      case .cadence: new = Cadence(text) == nil ? ValueText.cadence(text) : nil
      case .right:
        new = DecisionRight(rawValue: text) == nil ? RightReading.right(of: text)?.rawValue : nil
      case .role:
        guard MembershipRole(rawValue: text) == nil else { continue }
        let role = RoleReading.role(of: text)
        // What is nearly the word for a role is a slip, and no title.
        if role == nil, isMisspelt(text) { continue }
        if role == nil { unknown.append(text) }
        guard !RoleReading.isPlain(text, of: role ?? .member) else { continue }
        titles[row] = text
        new = (role ?? .member).rawValue
      case .reference(let kinds, isList: true):
        guard let known = kinds.first.flatMap({ books[$0] }), known.name(of: text) == nil else {
          continue
        }
        let parts = ListSplitting.elements(text) { known.name(of: $0) != nil }
        if parts.count > 1 { new = ListText.cell(of: parts) }
      case .name, .id, .text, .texts, .share, .integer, .reference: continue
      }
      let isPlain =
        new == nil || new == text
        || WordReading.answer(text) != nil
          && ["yes", "no", "true", "false", "1", "0", "y", "n"].contains(text.lowercased())
      guard let new, !isPlain else { continue }
      table.cells[cell].text = new
      changes.note(text, new, table.location(row: row, column: position))
    }
    keep(titles, unknown, beside: position, in: &table)
    report(changes, header, name)
  }

  private func isMisspelt(_ role: String) -> Bool {
    var suggestion = Suggestion()
    let words = MembershipRole.allCases.map { Suggestion.Candidate($0.rawValue) }
    return suggestion.nearest(to: role, among: words) != nil
  }

  /// Keeps titles on committees that say more than the role they mean.
  private mutating func keep(
    _ titles: [Int: String], _ unknown: [String], beside position: Int, in table: inout Table
  ) {
    guard !titles.isEmpty else { return }
    let header = ValueTidying.titleColumn
    guard !table.headers.contains(where: { ColumnName.normalized($0.text) == header }) else {
      return
    }
    let width = table.width
    var cells: [Cell] = []
    for row in table.rows.indices {
      cells += table.cells[(row * width)..<((row + 1) * width)]
      var title = table.cells[row * width + position]
      title.text = titles[row] ?? ""
      cells.append(title)
    }
    table.listCells = Set(table.listCells.map { $0 + $0 / width })
    table.headers.append(
      Cell(text: header, line: table.headers[position].line, column: table.headers[position].column)
    )
    table.cells = cells
    guard !unknown.isEmpty else { return }
    var seen: Set<String> = []
    let words = unknown.filter { seen.insert($0).inserted }
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "value.role",
        message:
          "\(Phrase.quotedList(words)) \(words.count == 1 ? "is no role that is known, and counts" : "are no roles that are known, and count") as member; the words are kept in the column \"\(header)\"",
        location: titles.keys.min().map { table.location(row: $0, column: position) }))
  }

  private mutating func report(_ changes: Changes, _ header: String, _ name: TableName) {
    guard changes.count > 0 else { return }
    let examples = changes.examples.map { "\(Phrase.quoted($0.text)) as \($0.meaning)" }
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "value.form",
        message:
          "\(Phrase.count(changes.count, "cell")) of the column \"\(header)\" \(changes.count == 1 ? "is" : "are") written in a form of \(changes.count == 1 ? "its" : "their") own: \(examples.joined(separator: ", "))",
        location: changes.location))
  }
}
