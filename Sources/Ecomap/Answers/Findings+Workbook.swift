import EcosystemModel
package import Insights
package import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Findings {
  /// The findings as a workbook: what was asked and how it was computed on the first sheet, then a sheet per table.
  ///
  /// - Parameter id: The id of the only table wanted; `nil` for all.
  /// - Returns: The workbook, not yet written.
  /// - Throws: ``InsightError`` with code `unknownName` if there is no such table.
  package func workbook(table id: String? = nil) throws(InsightError) -> Workbook {
    let chosen = tables.filter { id == nil || $0.id == id }
    if let id, chosen.isEmpty {
      throw InsightError(
        .unknownName,
        "There is no table “\(id)”; there are \(tables.map(\.id).joined(separator: ", ")).")
    }
    var names = ["about"]
    for table in chosen { names.append(Workbook.sheetName(table.id, among: names)) }
    return Workbook(
      [about(chosen, names)] + zip(chosen, names.dropFirst()).map { $0.sheet(named: $1) })
  }

  private func about(_ chosen: [FindingsTable], _ names: [String]) -> Workbook.Sheet {
    func text(_ words: String, _ role: Workbook.Role = .plain) -> [Workbook.Cell] {
      [.init(.text(FindingsTable.neutralized(words)), role: role, isWrapped: role != .title)]
    }
    var rows = [text(title, .title), text(dateText, .remark), []]
    rows += summary.map { text($0) }
    for (table, name) in zip(chosen, names.dropFirst()) {
      rows += [[], text("\(name): \(table.title)", .header)]
      if !table.method.isEmpty { rows.append(text(table.method)) }
      rows += table.notes.map { text($0, .remark) }
    }
    if let groundsText { rows += [[], text(groundsText, .remark)] }
    var sheet = Workbook.Sheet(name: "about", rows: rows)
    sheet.widths = [110]
    return sheet
  }
}

extension FindingsTable {
  /// The table as a sheet with its headings in the first row.
  fileprivate func sheet(named name: String) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: name)
    sheet.rows = [
      columns.map { .init(.text(Self.neutralized($0.headingOfFigures)), role: .header) }
    ]
    for row in rows { sheet.rows.append(zip(row, columns).map { Self.cell($0, in: $1) }) }
    sheet.widths = Workbook.widths(of: sheet.rows)
    sheet.frozenRows = 1
    sheet.frozenColumns = columns.first?.kind == .text && columns.count > 3 ? 1 : 0
    sheet.filterRow = 0
    if rows.count > 1 {
      sheet.bars = columns.indices.filter(isMetric).map { .init(column: $0, rows: 1...rows.count) }
    }
    return sheet
  }

  /// Whether the figures of a column can be compared: measures of one sort, none below zero.
  private func isMetric(_ column: Int) -> Bool {
    guard [.number, .percent, .hours, .duration].contains(columns[column].kind) else {
      return false
    }
    var isAny = false
    for row in rows {
      switch row[column] {
      case .number(let value) where value >= 0: isAny = true
      case .missing: break
      default: return false
      }
    }
    return isAny
  }

  private static func cell(_ cell: Cell, in column: Column) -> Workbook.Cell {
    switch cell {
    case .text(let words): .init(.text(neutralized(words)))
    case .integer(let value): .init(.number(Double(value)), form: .decimals(0))
    case .number(let value):
      value.isFinite
        ? .init(
          .number(value),
          form: column.kind == .percent ? .percent(column.decimals) : .decimals(column.decimals))
        : .init(value.isNaN ? .empty : .text(value > 0 ? "∞" : "-∞"))
    case .share(let value): .init(.number(value), form: .percent(1))
    case .date(let date): .init(.date(date))
    case .probability(let exponent): probability(exponent)
    case .missing: .init(.empty)
    }
  }

  /// A probability as a number, or as text where it is too small for one.
  private static func probability(_ exponent: Double) -> Workbook.Cell {
    guard exponent.isFinite else { return .init(.number(0)) }
    if exponent > -300 { return .init(.number(pow(10, exponent)), form: .scientific) }
    let whole = exponent.rounded(.down)
    let mantissa = (pow(10, exponent - whole) * 10_000).rounded() / 10_000
    return .init(.text("\(mantissa)e\(Int(whole))"))
  }
}
