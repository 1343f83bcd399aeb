import EcosystemModel

/// The columns of a table in the order of the contract, each with the place of its cells and the quickest way to read them.
struct RowPlan<Row: TableRow> {
  /// One column that the file has.
  struct Step {
    let position: Int
    let isRequired: Bool
    let isList: Bool
    let shortcut: Shortcut
  }

  /// How most cells of a column can be read from their bytes; all others are read from their text.
  enum Shortcut {
    case none
    /// What a text named before it names again.
    case reference(memo: Int, write: @Sendable (inout Row, EntityReference) -> Void)
    case date(ColumnForm<Row>.Path<CalendarDate?>)
  }

  let steps: [Step]
  /// The column of each step: beside the steps, since copying one costs more than reading most cells.
  let columns: [Column<Row>]
  /// Whether a cell that cannot be read leaves the row out, whatever its column.
  let needsAll: Bool

  init(_ part: Decoding.Part, _ binding: TableBinding, _ decoding: inout Decoding) {
    needsAll = Row.table == .views
    var steps: [Step] = []
    var columns: [Column<Row>] = []
    for (index, column) in Row.contract.columns.enumerated() {
      guard part == .all || column.isRequired == (part == .required),
        let position = binding.positions[index]
      else { continue }
      let shortcut: Shortcut =
        switch column.form {
        case .reference(let cell) where !cell.isList && cell.company == nil:
          .reference(memo: decoding.memo(of: cell.groups, cell.implied), write: cell.write)
        case .date(let path): .date(path)
        default: .none
        }
      steps.append(
        Step(
          position: position, isRequired: column.isRequired, isList: column.isList,
          shortcut: shortcut))
      columns.append(column)
    }
    self.steps = steps
    self.columns = columns
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
    let position = plan.steps[step].position
    switch plan.steps[step].shortcut {
    case .none: break
    case .date(let path):
      if let date = cursor.withPlainBytes(position, CalendarDate.init(plainText:)) {
        value[keyPath: path] = date
        return true
      }
    case .reference(let memo, let write):
      guard aliases.isEmpty else { break }
      let known = cursor.withPlainBytes(position) { memos[memo].meaning(of: $0) }
      if let known {
        write(&value, known)
        return true
      }
      let before = noticeCount
      let column = plan.columns[step]
      guard column.decode(cursor.text(position), into: &value, &self) else { return false }
      if noticeCount == before, let meaning = column.references(of: value).first {
        remember(meaning, at: position, in: memo)
      }
      return true
    }
    return plan.columns[step].decode(cursor.text(position), into: &value, &self)
  }

  private mutating func remember(_ meaning: EntityReference, at position: Int, in memo: Int) {
    var memory = memos[memo]
    memos[memo] = ReferenceMemo()
    let isDone: Bool? = cursor.withPlainBytes(position) { text in
      memory.remember(text, as: meaning)
      return true
    }
    _ = isDone
    memos[memo] = memory
  }

  private func takeAttributes<Row: TableRow>(
    _ binding: TableBinding, into value: inout Row
  ) {
    guard let header = binding.header else { return }
    value.attributes = Attributes(
      header, texts: binding.attributes.map { cursor.text($0.position) })
  }
}
