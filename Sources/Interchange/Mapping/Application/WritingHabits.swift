import EcosystemModel

/// How the writers of a workbook write dates and numbers, column by column.
struct WritingHabits {
  private struct Place: Hashable {
    let sheet: Int
    let column: Int
  }

  private var orders: [Place: DateOrder] = [:]
  /// The order of most dates in columns that hold both.
  private var contested: [Place: DateOrder] = [:]
  private var commas: [Place: Bool] = [:]
  /// The order that the mapping says, or that all columns tell.
  let bookOrder: DateOrder?
  private let isOrderGiven: Bool
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
    contested = dates.compactMapValues(Self.likelyOrder)
    commas = numbers.compactMapValues { QuantityReading.hasDecimalComma($0) }
    isOrderGiven = mapping.dateOrder != nil
    bookOrder = mapping.dateOrder ?? DateReading.order(of: dates.values.joined())
    bookComma =
      mapping.hasDecimalComma ?? QuantityReading.hasDecimalComma(numbers.values.joined())
  }

  /// The order of a cell's date: its column tells, else the workbook.
  func dateOrder(sheet: Int, column: Int?) -> DateOrder? {
    column.flatMap { orders[Place(sheet: sheet, column: $0)] } ?? bookOrder
  }

  /// The order of most dates of a column that holds both orders; `nil` if it holds one, or the mapping says which.
  func likelyOrder(sheet: Int, column: Int?) -> DateOrder? {
    isOrderGiven ? nil : column.flatMap { contested[Place(sheet: sheet, column: $0)] }
  }

  private static func likelyOrder(of texts: [String]) -> DateOrder? {
    let told = texts.compactMap { DateReading.order(of: $0) }
    let months = told.count { $0 == .monthDay }
    guard months > 0, months < told.count else { return nil }
    return months * 2 > told.count ? .monthDay : .dayMonth
  }

  func hasDecimalComma(sheet: Int, column: Int?) -> Bool? {
    column.flatMap { commas[Place(sheet: sheet, column: $0)] } ?? bookComma
  }
}
