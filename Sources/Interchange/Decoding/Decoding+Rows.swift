import EcosystemModel

/// The columns of a table in the order of the contract, each with the place of its cells and the quickest way to read them.
struct RowPlan<Row: TableRow> {
  /// One column that the file has.
  struct Step {
    /// The place in ``columns``.
    let column: Int
    /// The place in the file.
    let position: Int
    let isRequired: Bool
    let isList: Bool
    let shortcut: Shortcut
  }

  /// How most cells of a column can be read from their bytes; all others are read from their text.
  enum Shortcut {
    case none
    /// What names an entity by an id or a name, or by a text that named one before.
    case reference(memo: Int, among: [[EntityReference.Kind]])
    case date
    case number(NumberLimits)
    case integer(ClosedRange<Int>)
    /// One of a few words, which are given by their bytes.
    case choice(words: [[UInt8]])
    case text
    /// A text with a notation of its own, which is put into a row if it keeps to it.
    case parsed(@Sendable (inout Row, String) -> Bool)
    case list
  }

  let steps: [Step]
  /// The column of each step: beside the steps, since copying one costs more than reading most cells.
  let columns: [Column<Row>]
  /// Whether a cell that cannot be read leaves the row out, whatever its column.
  let needsAll: Bool
  /// Whether the columns that the contract does not name are read too.
  let takesAttributes: Bool

  init(_ part: Decoding.Part, _ binding: TableBinding, _ decoding: inout Decoding) {
    needsAll = Row.table.isOfPictures
    takesAttributes = part != .required
    var steps: [Step] = []
    var columns: [Column<Row>] = []
    for (index, column) in Row.contract.columns.enumerated() {
      guard part == .all || column.isRequired == (part == .required),
        let position = binding.positions[index]
      else { continue }
      steps.append(
        Step(
          column: columns.count, position: position, isRequired: column.isRequired,
          isList: column.isList, shortcut: Self.shortcut(for: column, &decoding)))
      columns.append(column)
    }
    self.steps = steps
    self.columns = columns
  }

  private static func shortcut(
    for column: Column<Row>, _ decoding: inout Decoding
  ) -> Shortcut {
    switch column.form {
    case .reference(let cell) where !cell.isList && cell.company == nil:
      .reference(memo: decoding.memo(of: cell.groups, cell.implied), among: cell.groups)
    case .date: .date
    case .number(_, let limits) where !column.isOtherUnit: .number(limits)
    case .share(_, let limits): .number(limits)
    case .measured: .number(.any)
    case .integer(_, let range): .integer(range)
    case .choice(let cell): .choice(words: cell.words.map { Array($0.utf8) })
    case .name, .text: .text
    case .list: .list
    case .parsed(let cell): .parsed(cell.write)
    default: .none
    }
  }
}

extension Decoding {
  /// Which columns of a contract are decoded.
  enum Part { case required, optional, all }

  /// Puts the cells of the row at hand into a value, and returns false where a required one is missing or wrong.
  mutating func decode<Row: TableRow>(
    _ part: Part, _ plan: RowPlan<Row>, _ binding: TableBinding, into value: inout Row
  ) -> Bool {
    cursor.move(to: row)
    // A row that is left out anyway must not bring entities into being that only it names.
    var isWhole = true
    for position in binding.required where cursor.isEmpty(position) { isWhole = false }
    mayImply = isWhole
    for step in plan.steps.indices {
      let position = plan.steps[step].position
      column = position
      if cursor.isEmpty(position) {
        if plan.steps[step].isRequired {
          report(
            .error, "cell.missing",
            "this row of \"\(Row.table.rawValue)\" has no \(plan.columns[step].name); fill the cell"
          )
          isWhole = false
        }
        continue
      }
      if !table.listCells.isEmpty, !plan.steps[step].isList,
        table.listCells.contains(row * table.width + position)
      {
        report(
          .error, "value.list",
          "\"\(plan.columns[step].name)\" takes one value, not a list")
        isWhole = isWhole && !plan.steps[step].isRequired
        continue
      }
      // A saved view without what one of its cells asks for would be another view.
      let isNeeded = plan.steps[step].isRequired || plan.needsAll
      if !decode(step, of: plan, into: &value), isNeeded {
        isWhole = false
        mayImply = false
      }
    }
    guard part != .required, isWhole else { return isWhole }
    takeAttributes(binding, into: &value)
    return true
  }

  private mutating func decode<Row: TableRow>(
    _ step: Int, of plan: RowPlan<Row>, into value: inout Row
  ) -> Bool {
    let text = cursor.text(plan.steps[step].position)
    let before = noticeCount
    guard plan.columns[step].decode(text, into: &value, &self) else { return false }
    if case .reference(let memo, _) = plan.steps[step].shortcut, noticeCount == before,
      aliases.isEmpty, let meaning = plan.columns[step].references(of: value).first
    {
      memos[memo].remember(text, as: meaning)
    }
    return true
  }

  private func takeAttributes<Row: TableRow>(
    _ binding: TableBinding, into value: inout Row
  ) {
    guard let header = binding.header else { return }
    value.attributes = Attributes(
      header, texts: binding.attributes.map { cursor.text($0.position) })
  }
}
