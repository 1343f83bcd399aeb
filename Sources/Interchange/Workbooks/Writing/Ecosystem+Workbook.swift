package import EcosystemModel

extension Ecosystem {
  /// The dataset as a workbook with a sheet for each table; reading it gives the same ecosystem.
  ///
  /// Dates and numbers are cells of their kind, so that Excel sorts and sums them.
  package var workbook: Workbook {
    let tables = writableTables
    guard !tables.isEmpty else {
      return Workbook([
        .init(name: "companies", rows: [[.init(.text("id")), .init(.text("name"))]])
      ])
    }
    return Workbook(tables.map(Self.sheet))
  }

  private static func sheet(of table: WritableTable) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: table.name.rawValue)
    let required = Set(table.name.columns.filter(\.isRequired).map(\.name))
    let contract = Set(table.name.columns.map(\.name))
    sheet.rows = [
      table.headers.map {
        .init(.text($0), role: required.contains($0) ? .requiredHeader : .header)
      }
    ]
    let isOwn = table.headers.map { !contract.contains($0) }
    for row in table.rows {
      sheet.rows.append(zip(row, isOwn).map { .init($0.workbookValue(isOwn: $1)) })
    }
    sheet.widths = Workbook.widths(of: sheet.rows)
    sheet.frozenRows = 1
    sheet.filterRow = 0
    return sheet
  }
}

extension CellValue {
  /// The value as a workbook's; reading it back gives the same text.
  ///
  /// In a column of the user's own, texts may be numbers.
  func workbookValue(isOwn: Bool) -> Workbook.Value {
    switch self {
    case .none: .empty
    case .number(let number): Self.number(number)
    case .date(let date): .date(date)
    case .text(let text):
      if isOwn, let number = NumberText.number(in: text), NumberText.text(of: number) == text {
        Self.number(number)
      } else {
        .text(text)
      }
    case .flag, .list: .text(cellText)
    }
  }

  /// The number, or its text where sixteen digits, all that the file takes, are not enough for it.
  private static func number(_ number: Double) -> Workbook.Value {
    let digits = NumberText.text(of: number).prefix { $0 != "e" && $0 != "E" }
      .filter { $0.isNumber }.drop { $0 == "0" }
    return digits.count <= 16 ? .number(number) : .text(NumberText.text(of: number))
  }
}

extension Workbook {
  /// Widths for columns so that their texts can be read: those of the longest, within bounds.
  package static func widths(of rows: [[Cell]]) -> [Double] {
    var widths: [Double] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(8) }
        // Titles and remarks run over the cells beside them.
        guard cell.role != .title, cell.role != .remark else { continue }
        let letters: Int =
          switch cell.value {
          case .empty: 0
          case .text(let text): text.count
          case .number(let number):
            cell.form == .general ? min(12, NumberText.text(of: number).count) : 10
          case .date: 10
          case .flag: 5
          }
        // Bold headers and the buttons beside them take more.
        let isHeader = cell.role == .header || cell.role == .requiredHeader
        widths[column] = max(widths[column], min(48, Double(letters) * 1.05 + (isHeader ? 4 : 2)))
      }
    }
    return widths
  }
}
