import EcosystemModel

/// How the writers of a workbook write dates and numbers, column by column.
struct WritingHabits {
  private struct Place: Hashable {
    let sheet: Int
    let column: Int
  }

  private var orders: [Place: DateOrder] = [:]
  private var commas: [Place: Bool] = [:]
  private let bookOrder: DateOrder?
  private let bookComma: Bool?

  init(_ rows: [MappedRow], _ mapping: WorkbookMapping) {
    var dates: [Place: [String]] = [:]
    var numbers: [Place: [String]] = [:]
    for row in rows {
      for cell in row.cells where !cell.isOwn {
        guard let column = cell.position else { continue }
        switch CellSort.of(row.table, cell.column) {
        case .date: dates[Place(sheet: row.sheet, column: column), default: []].append(cell.text)
        case .number, .share:
          numbers[Place(sheet: row.sheet, column: column), default: []].append(cell.text)
        default: break
        }
      }
    }
    orders = dates.compactMapValues { DateReading.order(of: $0) }
    commas = numbers.compactMapValues { QuantityReading.hasDecimalComma($0) }
    bookOrder = mapping.dateOrder ?? DateReading.order(of: dates.values.joined())
    bookComma =
      mapping.hasDecimalComma ?? QuantityReading.hasDecimalComma(numbers.values.joined())
  }

  /// The order of a cell's date: its column tells, else the workbook.
  func dateOrder(sheet: Int, column: Int?) -> DateOrder? {
    column.flatMap { orders[Place(sheet: sheet, column: $0)] } ?? bookOrder
  }

  func hasDecimalComma(sheet: Int, column: Int?) -> Bool? {
    column.flatMap { commas[Place(sheet: sheet, column: $0)] } ?? bookComma
  }
}
