import EcosystemModel

/// The columns of a table in the order of the contract, each with the place of its cells and the quickest way to read them.
struct RowPlan<Row: TableRow> {
  /// One column that the file has.
  struct Step {
    let column: Column<Row>
    let position: Int
    let isRequired: Bool
    let isList: Bool
    let shortcut: Shortcut
  }

  /// How most cells of a column can be read from their bytes; all others are read from their text.
  enum Shortcut {
    case none
    /// What a text named before it names again.
    case reference(ReferenceCell<Row>, memo: Int)
    case date(ColumnForm<Row>.Path<CalendarDate?>)
  }

  let steps: [Step]
  /// Whether a cell that cannot be read leaves the row out, whatever its column.
  let needsAll: Bool

  init(_ part: Decoding.Part, _ binding: TableBinding, _ decoding: inout Decoding) {
    needsAll = Row.table == .views
    var steps: [Step] = []
    for (index, column) in Row.contract.columns.enumerated() {
      guard part == .all || column.isRequired == (part == .required),
        let position = binding.positions[index]
      else { continue }
      let shortcut: Shortcut =
        switch column.form {
        case .reference(let cell) where !cell.isList && cell.company == nil:
          .reference(cell, memo: decoding.memo(of: cell.groups, cell.implied))
        case .date(let path): .date(path)
        default: .none
        }
      steps.append(
        Step(
          column: column, position: position, isRequired: column.isRequired,
          isList: column.isList, shortcut: shortcut))
    }
    self.steps = steps
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
            "this row of \"\(Row.table.rawValue)\" has no \(plan.steps[step].column.name); fill the cell"
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
          "\"\(plan.steps[step].column.name)\" takes one value, not a list")
        isWhole = isWhole && !plan.steps[step].isRequired
        continue
      }
      // A saved view without what one of its cells asks for would be another view.
      let isNeeded = plan.steps[step].isRequired || plan.needsAll
      if !decode(plan.steps[step], into: &value), isNeeded {
        isWhole = false
        mayImply = false
      }
    }
    guard part != .required, isWhole else { return isWhole }
    takeAttributes(binding, into: &value)
    return true
  }

  private mutating func decode<Row: TableRow>(
    _ step: RowPlan<Row>.Step, into value: inout Row
  ) -> Bool {
    switch step.shortcut {
    case .none: break
    case .date(let path):
      if let date = cursor.withPlainBytes(step.position, CalendarDate.init(plainText:)) {
        value[keyPath: path] = date
        return true
      }
    case .reference(let cell, let memo):
      guard aliases.isEmpty else { break }
      let known = cursor.withPlainBytes(step.position) { memos[memo].meaning(of: $0) }
      if let known {
        cell.write(&value, known)
        return true
      }
      let before = noticeCount
      guard step.column.decode(cursor.text(step.position), into: &value, &self) else {
        return false
      }
      if noticeCount == before, let meaning = cell.read(value).first {
        remember(meaning, at: step.position, in: memo)
      }
      return true
    }
    return step.column.decode(cursor.text(step.position), into: &value, &self)
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
    guard !binding.attributes.isEmpty else { return }
    var entries: [Attributes.Entry] = []
    for attribute in binding.attributes where !cursor.isEmpty(attribute.position) {
      entries.append(.init(name: attribute.name, value: cursor.text(attribute.position)))
    }
    if !entries.isEmpty { value.attributes = Attributes(inOrder: entries) }
  }
}
