import EcosystemModel

/// Writes the values of cells as the contract has them: dates, numbers with units, roles, how often something happens.
struct ValueTidying {
  private(set) var questions: [MappingQuestion] = []
  private let habits: WritingHabits
  private let mapping: WorkbookMapping
  private let book: RawBook
  /// What was kept as text because it is no value of its column.
  private var kept: [Kept: [(text: String, location: Location)]] = [:]
  private var titles: [String: (count: Int, location: Location)] = [:]
  private var doubtful: [DateOrder: [Doubt]] = [:]

  /// A date that could be two.
  private struct Doubt {
    let text: String
    let cell: MappingQuestion.Cell
  }

  private struct Kept: Hashable {
    let table: TableName
    let column: String
  }

  /// The column in which a title on a committee is kept that says more than the role it means.
  static let titleColumn = Person.column(\.title)

  init(_ habits: WritingHabits, _ mapping: WorkbookMapping, _ book: RawBook) {
    self.habits = habits
    self.mapping = mapping
    self.book = book
  }

  mutating func tidied(_ rows: [MappedRow]) -> [MappedRow] {
    let result = rows.map { tidied($0) }
    askForOrder()
    return result
  }

  private mutating func tidied(_ row: MappedRow) -> MappedRow {
    var result = row
    for (place, cell) in row.cells.enumerated() where !cell.isOwn {
      let text: String?
      switch CellSort.of(row.table, cell.column) {
      case .date: text = date(cell, row)
      case .number(let unit, let most): text = number(cell, row, unit: unit, most: most)
      case .share: text = share(cell, row)
      case .integer: text = ValueText.integer(cell.text)
      case .answer: text = ValueText.answer(cell.text)
      case .cadence:
        text = ValueText.cadence(cell.text)
      case .right: text = RightReading.right(of: cell.text)?.rawValue
      case .role:
        result.cells[place].text = role(cell, row, &result)
        continue
      case .texts: text = ValueText.list(cell.text)
      default: continue
      }
      if let text {
        result.cells[place].text = text
      } else {
        keep(cell, row)
        result.cells[place] = .init(
          column: "\(cell.column) as written", text: cell.text, row: cell.row,
          position: cell.position, isOwn: true)
      }
    }
    return result
  }

  private mutating func date(_ cell: MappedRow.Cell, _ row: MappedRow) -> String? {
    // Until March means to the end of March.
    if let day = Self.end(cell) { return day }
    let likely = habits.likelyOrder(sheet: row.sheet, column: cell.position)
    let order =
      likely == nil ? habits.dateOrder(sheet: row.sheet, column: cell.position) : nil
    let date = DateReading.iso(cell.text, order: order)
    if date != nil, likely == nil || DateReading.order(of: cell.text) == nil { return date }
    let assumed = likely ?? .dayMonth
    guard let either = DateReading.iso(cell.text, order: assumed), let line = cell.row,
      let column = cell.position
    else { return date }
    doubtful[assumed, default: []].append(
      Doubt(text: cell.text, cell: .init(sheet: row.sheet, row: line, column: column)))
    return either
  }

  /// The day on which something ends that a month, quarter, half or year says; `nil` for other cells.
  private static func end(_ cell: MappedRow.Cell) -> String? {
    let isLast = cell.column == Alliance.column(\.expires)
    guard isLast || cell.column == Membership.column(\.validity.until),
      let next = DateReading.dayAfterPeriod(cell.text)
    else { return nil }
    guard isLast, let day = CalendarDate(next)?.dayNumber else { return next }
    return CalendarDate(dayNumber: day - 1)?.description
  }

  private mutating func askForOrder() {
    for assumed in DateOrder.allCases {
      guard let dates = doubtful[assumed],
        let first = dates.first(where: { DateReading.order(of: $0.text) == nil }) ?? dates.first
      else { continue }
      let told = dates.filter { DateReading.order(of: $0.text) != nil }
      let reason =
        told.isEmpty
        ? "\(Phrase.count(dates.count, "date")) could be either"
        : "\(Phrase.count(dates.count - told.count, "date")) could be either, beside \(Phrase.list(Set(told.map(\.text)).sorted().map(Phrase.quoted), limit: 3)) in the same column"
      questions.append(
        MappingQuestion(
          text:
            "Is \(Phrase.quoted(first.text)) day/month or month/day? \(reason); \(assumed.rawValue) is assumed. Say so under dates.",
          cells: dates.map(\.cell),
          location: book.sheets[first.cell.sheet].location(first.cell.row, first.cell.column)))
    }
  }

  private func number(
    _ cell: MappedRow.Cell, _ row: MappedRow, unit: String?, most: Double
  ) -> String? {
    ValueText.number(
      cell.text, unit: unit, most: most, headerUnit: cell.unit,
      hasDecimalComma: habits.hasDecimalComma(sheet: row.sheet, column: cell.position))
  }

  private func share(_ cell: MappedRow.Cell, _ row: MappedRow) -> String? {
    ValueText.share(
      cell.text, hasDecimalComma: habits.hasDecimalComma(sheet: row.sheet, column: cell.position))
  }

  private mutating func role(
    _ cell: MappedRow.Cell, _ row: MappedRow, _ result: inout MappedRow
  ) -> String {
    let isMark = WordReading.answer(cell.text) == true
    let known =
      mapping.roles[cell.text] ?? RoleReading.role(of: cell.text) ?? (isMark ? .member : nil)
    let role = known ?? .member
    if cell.text.count > 3, !RoleReading.isPlain(cell.text, of: role),
      result[Self.titleColumn] == nil
    {
      result.cells.append(
        .init(
          column: Self.titleColumn, text: cell.text, row: cell.row, position: cell.position,
          isOwn: true))
    }
    if known == nil {
      let entry = titles[cell.text]
      titles[cell.text] = ((entry?.count ?? 0) + 1, entry?.location ?? location(cell, row))
    }
    return role.rawValue
  }

  private mutating func keep(_ cell: MappedRow.Cell, _ row: MappedRow) {
    kept[Kept(table: row.table, column: cell.column), default: []]
      .append((cell.text, location(cell, row)))
  }

  private func location(_ cell: MappedRow.Cell, _ row: MappedRow) -> Location {
    book.sheets[row.sheet].location(cell.row ?? row.row, cell.position)
  }

  /// One note for each column with cells that are kept as they are written.
  var diagnostics: [Diagnostic] {
    var notes = kept.map { key, cells in
      var seen: Set<String> = []
      let texts = cells.map(\.text).filter { seen.insert($0).inserted }
      return Diagnostic(
        severity: .warning, rule: "mapping.value",
        message:
          "\(Phrase.count(cells.count, "cell")) of the column \"\(key.column)\" of \(key.table.rawValue) \(cells.count == 1 ? "is" : "are") kept as written, for \(texts.count == 1 ? "it is" : "they are") no such value: \(Phrase.list(texts.map(Phrase.quoted), limit: 3))",
        location: cells.map(\.location).min())
    }
    if let first = titles.values.map(\.location).min() {
      let names = titles.keys.sorted()
      notes.append(
        Diagnostic(
          severity: .note, rule: "mapping.role",
          message:
            "\(names.count == 1 ? "this title is not known as a role, and counts" : "these titles are not known as roles, and count") as member: \(Phrase.list(names.map(Phrase.quoted), limit: 8)); say what \(names.count == 1 ? "it means" : "they mean") under roles of the mapping",
          location: first))
    }
    return notes.sorted()
  }
}
