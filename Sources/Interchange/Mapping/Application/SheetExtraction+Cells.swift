import EcosystemModel

// What single cells say.

extension SheetExtraction {
  /// The text of a source in a row, with the place of its first cell.
  mutating func text(
    of source: CellSource, _ row: Int, _ cell: Int?, _ layout: SheetLayout,
    _ title: (text: String, row: Int, column: Int)?, _ carried: [Int: (text: String, row: Int)]
  ) -> (text: String, row: Int?, column: Int?) {
    var result = ""
    var place: (row: Int, column: Int)?
    var pending = ""
    var isMissing = false
    for piece in source.pieces {
      var found: (text: String, row: Int, column: Int)?
      switch piece {
      case .text(let text):
        if source.isConstant { return (text, nil, nil) }
        pending += text
        continue
      case .sheet: return (sheet.name, nil, nil)
      case .title: found = title
      case .column: found = cell.map { (layout.headers.names[$0], layout.headers.row ?? row, $0) }
      case .lower: found = cell.map { (layout.headers.lower[$0], layout.headers.row ?? row, $0) }
      case .upper:
        found = cell.map { (layout.headers.upper[$0], max(0, (layout.headers.row ?? row) - 1), $0) }
      case .level: found = level(outline.last, of: row)
      case .above:
        if outline.last?.row == row { found = level(outline.dropLast().last, of: nil) }
      case .cell: found = cell.map { (sheet.text(row, $0), row, $0) }
      case .header(let header):
        guard let column = layout.headers.column(header) else { break }
        let own = sheet.text(row, column)
        if own.isEmpty, let carried = carried[column] {
          found = (carried.text, carried.row, column)
        } else {
          found = (own, row, column)
        }
      }
      guard var found, !found.text.isEmpty else {
        isMissing = true
        pending = ""
        continue
      }
      mark(.used, found.row, found.column)
      let isOpen = isPerson && WordReading.isVacant(found.text)
      guard !isOpen, !WordReading.isBlank(found.text) else {
        isMissing = true
        isVacant = isVacant || isOpen
        continue
      }
      place = place ?? (found.row, found.column)
      if case .header(let header) = piece, lastNameFirst.contains(header) {
        found.text = Self.spoken(found.text, all: true)
      } else if isPerson {
        found.text = Self.spoken(found.text, all: false)
      }
      result += (result.isEmpty && isMissing ? "" : pending) + found.text
      pending = ""
    }
    if !result.isEmpty, !isMissing || source.headers.count == 1 { result += pending }
    return (result, place?.row, place?.column)
  }

  /// Takes a row into the outline: it ends what was as deep or deeper.
  mutating func goOn(_ row: Int, _ mapping: SheetMapping, _ layout: SheetLayout) {
    let columns = mapping.levels.compactMap(layout.headers.column)
    guard let place = columns.firstIndex(where: { !sheet.text(row, $0).isEmpty }) else { return }
    var depth = columns.count > 1 ? place : sheet.cell(row, columns[place])?.indent ?? 0
    var column = columns[place]
    let table = mapping.tables.first
    let name = table?.columns.first { $0.name == table?.table.columns.first?.name }
    if let named = name?.source.headers.first.flatMap(layout.headers.column), named != column {
      // Numbers beside the names tell how deep they are.
      guard let numbers = Outline.numbers(sheet.text(row, column)) else { return }
      mark(.used, row, column)
      depth = numbers.count
      column = named
    }
    outline.removeAll { $0.depth >= depth }
    outline.append((depth, row, column))
  }

  /// What stands at a level; `nil` if it is not that of a row.
  private func level(
    _ level: (depth: Int, row: Int, column: Int)?, of row: Int?
  ) -> (text: String, row: Int, column: Int)? {
    guard let level, row == nil || level.row == row else { return nil }
    return (sheet.text(level.row, level.column), level.row, level.column)
  }

  /// `Smith, Ann` as it is spoken, in each element of a list: where the column has names so, or a name tells it by itself.
  static func spoken(_ text: String, all: Bool) -> String {
    guard text.contains(",") else { return text }
    return ListSplitting.strong(text).map { whole in
      // What stands beside a name in parentheses stays there.
      let open = whole.hasSuffix(")") ? whole.lastIndex(of: "(") : nil
      let name = open.map { String(whole[..<$0]).trimmed } ?? whole
      let beside = open.map { " " + whole[$0...] } ?? ""
      let (halves, suffixes) = NameLexicon.halves(of: name)
      guard halves.count == 2, all || NameLexicon.isTurned(last: halves[0], first: halves[1]) else {
        return whole
      }
      return ([halves[1], halves[0]] + suffixes).joined(separator: " ") + beside
    }.joined(separator: "|")
  }

  func isMark(_ text: String, _ row: Int, _ column: Int) -> Bool {
    guard !text.isEmpty, !WordReading.isBlank(text) else { return false }
    return text != "0" && text != "." && WordReading.answer(text) != false
  }

  /// Of a grid that says each pair twice only what stands above the diagonal counts.
  func isFirstOfPair(_ row: Int, _ cell: Int, _ grid: [Int], _ layout: SheetLayout) -> Bool {
    guard let place = grid.firstIndex(of: cell) else { return true }
    return row - layout.firstRow <= place
  }

  mutating func report(
    _ severity: Severity, _ rule: String, _ message: String, row: Int?
  ) {
    diagnostics.append(
      Diagnostic(
        severity: severity, rule: rule, message: message,
        location: (isTurned ? nil : row).map { sheet.location($0, nil) }
          ?? Location(file: sheet.file, sheet: sheet.sheet)))
  }
}
