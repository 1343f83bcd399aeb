import EcosystemModel

/// The cells of a table that another tool's network gave: what a column of the contract cannot take is kept beside it.
///
/// Other tools call columns as we do and mean something else: a colour `red`, a strength `Strong`, a parent that is no node.
struct ForeignCells {
  private(set) var table: Table
  private(set) var diagnostics: [Diagnostic] = []
  private let name: TableName
  private let known: Set<String>

  /// Takes a table and what cells may call the nodes of the network.
  init(_ table: Table, of name: TableName, known: Set<String>) {
    self.table = table
    self.name = name
    self.known = known
  }

  /// What cells may call the nodes of a network, in lower case.
  static func names(of graph: ExchangeGraph) -> Set<String> {
    Set(graph.nodes.flatMap { [$0.id.lowercased(), $0.label.lowercased()] })
  }

  /// Moves what a column cannot take into one beside it, and says so once for each column.
  ///
  /// - Parameters:
  ///   - only: The columns in question; `nil` if all are.
  ///   - keepsNumbers: Whether numbers stay, also those beyond the limits of a column.
  mutating func setApart(only: Set<String>? = nil, keepsNumbers: Bool = false) {
    let columns = name.columns.filter {
      !$0.isRequired && $0.name != "id" && only?.contains($0.name) ?? true
    }
    for position in table.headers.indices {
      let key = ColumnName.normalized(table.headers[position].text)
      let column = columns.first {
        ([$0.name] + $0.aliases).contains { ColumnName.normalized($0) == key }
      }
      guard let column, let accepts = Self.test(of: name.rowType, column.name) else { continue }
      let rows = table.rows.indices.filter { row in
        let text = table.text(row: row, column: position)
        return !text.isEmpty && !accepts(text) { known.contains($0.lowercased()) }
          && !(keepsNumbers && NumberText.number(in: text) != nil)
      }
      if !rows.isEmpty { move(rows, from: position) }
    }
  }

  private mutating func move(_ rows: [Int], from position: Int) {
    table.cutAll()
    let header = table.headers[position].text
    let first = table.text(row: rows[0], column: position)
    let taken = Set(table.headers.map { ColumnName.normalized($0.text) })
    var title = first.contains(where: \.isLetter) ? "\(header) in words" : "\(header) as given"
    while taken.contains(ColumnName.normalized(title)) { title += " too" }
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "exchange.words",
        message:
          "\(Phrase.count(rows.count, "value")) of \"\(header)\", \(Phrase.quoted(first))\(rows.count > 1 ? " first" : ""), \(rows.count == 1 ? "is" : "are") none that such a column takes, and \(rows.count == 1 ? "is" : "are") kept as text in the column \"\(title)\"",
        location: table.location(row: rows[0], column: position)))
    let width = table.width
    var cells: [Cell] = []
    cells.reserveCapacity(table.cells.count + table.rows.count)
    let moved = Set(rows)
    for row in table.rows.indices {
      cells += table.cells[(row * width)..<((row + 1) * width)]
      cells.append(.missing)
      guard moved.contains(row) else { continue }
      cells[cells.count - 1] = table.cells[row * width + position]
      cells[row * (width + 1) + position] = .missing
    }
    table.headers.append(
      Cell(text: title, line: table.headers[position].line, column: table.headers[position].column))
    table.cells = cells
  }

  /// Says of a text whether a column takes it, asking whether a name is known; `nil` if the column takes any text.
  private static func test<Row: TableRow>(
    of type: Row.Type, _ column: String
  ) -> ((_ text: String, _ isKnown: (String) -> Bool) -> Bool)? {
    switch Row.contract.written.first(where: { $0.name == column })?.form {
    case .number(_, let limits):
      { text, _ in
        NumberText.number(in: text).map(limits.contains) ?? (QuantityReading(text) != nil)
      }
    case .measured, .share, .integer:
      { text, _ in NumberText.number(in: text) != nil || QuantityReading(text) != nil }
    case .date: { text, _ in DateReading.iso(text, order: .dayMonth) != nil || hasMidnight(text) }
    case .answer:
      { text, _ in
        WordReading.answer(text) != nil || ["y", "n", "1", "0"].contains(text.lowercased())
      }
    case .parsed(let cell):
      { text, _ in
        switch cell.noun {
        case "colour": HexColour(text) != nil
        case "hours": WorkHours(text) != nil
        default: Cadence(text) != nil || ValueText.cadence(text) != nil
        }
      }
    case .choice(let cell):
      Row.self == Membership.self
        ? nil
        : { text, _ in
          cell.words.contains { ColumnName.normalized($0) == ColumnName.normalized(text) }
        }
    case .reference:
      { text, isKnown in isKnown(text) || ListText.elements(of: text).allSatisfy(isKnown) }
    case .id, .name, .text, .list, .derived, nil: nil
    }
  }

  /// Whether a moment is a day and its midnight, as spreadsheets write days.
  private static func hasMidnight(_ text: String) -> Bool {
    guard text.utf8.count > 10, CalendarDate(String(text.prefix(10))) != nil else { return false }
    return text.dropFirst(11).allSatisfy { "0:.Z".contains($0) }
  }
}
