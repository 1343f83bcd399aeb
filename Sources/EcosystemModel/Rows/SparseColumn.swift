/// A column in which no row may say anything: it takes no room before the first that does.
package struct SparseColumn<Value: Equatable & Sendable>: Sendable {
  private let blank: Value
  /// The value of each row; none as long as all are blank.
  private var values: [Value] = []
  private var count = 0

  init(blank: Value) { self.blank = blank }

  /// Whether no row says anything.
  package var isBlank: Bool { values.isEmpty }

  mutating func append(_ value: Value) {
    count += 1
    if values.isEmpty {
      if value == blank { return }
      values = Array(repeating: blank, count: count - 1)
    }
    values.append(value)
  }

  /// Adds some of several values, or as many blank ones where there are none.
  mutating func append(_ values: [Value]?, _ places: Range<Int>) {
    guard let values else {
      count += places.count
      if !self.values.isEmpty {
        self.values.append(contentsOf: repeatElement(blank, count: places.count))
      }
      return
    }
    for place in places { append(values[place]) }
  }

  /// What a row says.
  package subscript(position: Int) -> Value {
    get { values.isEmpty ? blank : values[position] }
    set {
      if values.isEmpty {
        if newValue == blank { return }
        values = Array(repeating: blank, count: count)
      }
      values[position] = newValue
    }
  }
}

/// A column of days, four bytes each.
package struct DateColumn: Sendable {
  private var values = SparseColumn<UInt32>(blank: 0)

  /// Whether no row names a day.
  package var isBlank: Bool { values.isBlank }

  mutating func append(_ date: CalendarDate?) { values.append(date?.packed ?? 0) }

  mutating func append(_ dates: [CalendarDate?]?, _ places: Range<Int>) {
    guard let dates else { return values.append(nil, places) }
    for place in places { append(dates[place]) }
  }

  /// The day that a row names.
  package subscript(position: Int) -> CalendarDate? {
    get { CalendarDate(packed: values[position]) }
    set { values[position] = newValue?.packed ?? 0 }
  }
}

/// What every table has beside its own columns.
struct SharedColumns: Sendable {
  private var tags = SparseColumn<[String]>(blank: [])
  private var assumed = SparseColumn<[String]>(blank: [])
  private var attributes = SparseColumn(blank: Attributes())

  mutating func append(_ row: some TableRow) {
    tags.append(row.tags)
    assumed.append(row.assumed)
    attributes.append(row.attributes)
  }

  mutating func append<Row: TableRow>(_ cells: PlainCells<Row>, _ places: Range<Int>) {
    tags.append(cells.lists(\.tags), places)
    assumed.append(cells.lists(\.assumed), places)
    attributes.append(cells.attributes.isEmpty ? nil : cells.attributes, places)
  }

  /// Puts the cells of a row into the row.
  func fill(_ row: inout some TableRow, from position: Int) {
    if !tags.isBlank { row.tags = tags[position] }
    if !assumed.isBlank { row.assumed = assumed[position] }
    if !attributes.isBlank { row.attributes = attributes[position] }
  }

  /// Whether no row says anything in one of the parts that every row has.
  func isBlank<Row: TableRow>(_ path: PartialKeyPath<Row>) -> Bool {
    switch path {
    case \Row.tags: tags.isBlank
    case \Row.assumed: assumed.isBlank
    case \Row.attributes: attributes.isBlank
    default: false
    }
  }

  mutating func replace(_ position: Int, by row: some TableRow) {
    tags[position] = row.tags
    assumed[position] = row.assumed
    attributes[position] = row.attributes
  }
}
