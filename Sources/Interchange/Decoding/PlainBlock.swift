import EcosystemModel

/// Some rows of a table whose cells are read from their bytes, column by column.
///
/// That is the way of nearly all rows. A row with a cell that needs a closer look, or that there is something to tell of, is not plain, and is
/// read by itself from the text of its cells.
struct PlainBlock<Row: TabularRow> {
  /// The rows of the table.
  private(set) var range = 0..<0
  /// Whether each row is plain.
  private(set) var isPlain: [Bool] = []
  /// What the cells of plain rows say.
  private(set) var cells = PlainCells<Row>()

  private let plan: RowPlan<Row>
  private let table: Table
  private let binding: TableBinding
  private var reader: CSVReader
  /// The bytes that the cells are places in: of the file, or of the texts of cells that are cut out of it.
  private var bytes: [UInt8]
  /// The cells of all rows, as many for each row as the table has columns.
  private var fields: [CSVField] = []
  private var touched: UInt32 = 0

  init(_ plan: RowPlan<Row>, _ table: Table, _ binding: TableBinding) {
    self.plan = plan
    self.table = table
    self.binding = binding
    reader = table.records?.reader ?? CSVReader(bytes: [], file: "")
    bytes = reader.bytes
  }

  /// Reads rows of the table.
  ///
  /// - Parameters:
  ///   - rows: The rows, ascending.
  ///   - number: The row of the table that each of them is.
  ///   - decoding: What is known by name.
  mutating func read(_ rows: Range<Int>, _ number: (Int) -> Int, _ decoding: Decoding) {
    range = rows
    isPlain = Array(repeating: table.listCells.isEmpty, count: rows.count)
    findFields(number)
    for position in binding.required { require(position) }
    cells.columns.removeAll(keepingCapacity: true)
    for step in plan.steps {
      // An id puts nothing into a row: entities have it by now.
      guard let path = plan.columns[step.column].path else { continue }
      guard let column = column(step, decoding) else {
        refuse(step.position)
        continue
      }
      cells.columns.append((step.column, path, column))
    }
    takeAttributes()
  }

  private mutating func findFields(_ number: (Int) -> Int) {
    fields.removeAll(keepingCapacity: true)
    let width = table.width
    guard let starts = table.records?.starts else {
      bytes.removeAll(keepingCapacity: true)
      for row in range {
        let first = number(row) * width
        for cell in table.cells[first..<first + width] {
          let start = bytes.count
          bytes.append(contentsOf: cell.text.utf8)
          fields.append(CSVField(start, bytes.count, line: cell.line))
        }
      }
      return
    }
    for (place, row) in range.enumerated() {
      let row = number(row)
      reader.append(recordAt: Int(starts[row]), line: table.rows[row].line, to: &fields)
      let end = (place + 1) * width
      while fields.count < end { fields.append(CSVField(0, 0, line: 0)) }
      if fields.count > end { fields.removeLast(fields.count - end) }
    }
  }

  /// Marks rows without a text in a column.
  private mutating func require(_ position: Int) {
    let width = table.width
    for place in isPlain.indices where fields[place * width + position].isEmpty {
      isPlain[place] = false
    }
  }

  /// Marks rows with a text in a column.
  private mutating func refuse(_ position: Int) {
    let width = table.width
    for place in isPlain.indices where !fields[place * width + position].isEmpty {
      isPlain[place] = false
    }
  }

  private mutating func takeAttributes() {
    cells.attributes.removeAll(keepingCapacity: true)
    guard plan.takesAttributes, let header = binding.header else { return }
    let width = table.width
    for place in isPlain.indices {
      let texts = binding.attributes.map { column -> String in
        let field = fields[place * width + column.position]
        guard !field.isEmpty else { return "" }
        guard reader.isPlain(field, in: bytes) else {
          isPlain[place] = false
          return ""
        }
        return String(decoding: bytes[field.range], as: UTF8.self)
      }
      cells.attributes.append(Attributes(header, texts: texts))
    }
  }

  /// The cells of a column; `nil` where its form needs a closer look.
  private mutating func column(
    _ step: RowPlan<Row>.Step, _ decoding: Decoding
  ) -> PlainCells<Row>.Column? {
    switch step.shortcut {
    case .none: return nil
    case .reference(let memo, let groups):
      guard decoding.aliases.isEmpty else { return nil }
      return .references(references(step.position, groups, decoding, decoding.memos[memo]))
    case .date:
      return .dates(optionals(step.position) { CalendarDate(plainText: $0) })
    case .number(let limits):
      return .numbers(
        optionals(step.position) { text -> Double? in
          Self.number(text).flatMap { limits.contains($0) ? $0 : nil }
        })
    case .integer(let range):
      return .numbers(
        optionals(step.position) { text -> Double? in
          guard let number = Self.number(text), let whole = Int(exactly: number) else {
            return nil
          }
          return range.contains(whole) ? number : nil
        })
    case .choice(let words):
      return .choices(
        map(step.position, -1, { $0 }) { text -> Int? in
          words.firstIndex { Self.isSame($0, text) }
        })
    case .text:
      return .texts(optionals(step.position) { text -> String? in Self.string(text) })
    case .parsed(let write):
      var scratch = Row.blank
      var last: String?
      return .texts(
        optionals(step.position) { text -> String? in
          let string = Self.string(text)
          guard string == last || write(&scratch, string) else { return nil }
          last = string
          return string
        })
    case .list:
      return .lists(
        map(step.position, [], { $0 }) { text -> [String]? in
          ListText.elements(of: Self.string(text))
        })
    }
  }

  private mutating func references(
    _ position: Int, _ groups: [[EntityReference.Kind]], _ decoding: Decoding,
    _ memo: ReferenceMemo
  ) -> [EntityReference?] {
    var texts = CellTexts(bytes: bytes)
    let width = table.width
    texts.keys = map(position, Self.noKey, { $0 }) { text -> TextKey? in TextKey(text) }
    for (place, isWanted) in isPlain.enumerated() {
      let field = fields[place * width + position]
      texts.fields.append(isWanted ? field : CSVField(0, 0, line: 0))
    }
    var ends = decoding.indices.meanings(of: texts, among: groups, touched: &touched)
    for place in ends.indices where ends[place] == nil && !texts.fields[place].isEmpty {
      let text = texts.bytes.span.extracting(texts.fields[place].range)
      ends[place] = memo.meaning(of: texts.keys[place], text)
      if ends[place] == nil { isPlain[place] = false }
    }
    return ends
  }

  @inline(__always)
  private mutating func optionals<Value>(
    _ position: Int, _ read: (borrowing Span<UInt8>) -> Value?
  ) -> [Value?] {
    map(position, nil, { .some($0) }, read)
  }

  /// What the bytes of each cell of a column say; where they do not say it by themselves, the row is not plain.
  @inline(__always)
  private mutating func map<Value, Cell>(
    _ position: Int, _ blank: Cell, _ cell: (Value) -> Cell,
    _ read: (borrowing Span<UInt8>) -> Value?
  ) -> [Cell] {
    let width = table.width
    var cells = Array(repeating: blank, count: isPlain.count)
    for place in isPlain.indices where isPlain[place] {
      let field = fields[place * width + position]
      if field.isEmpty { continue }
      if reader.isPlain(field, in: bytes),
        let value = read(bytes.span.extracting(field.range))
      {
        cells[place] = cell(value)
      } else {
        isPlain[place] = false
      }
    }
    return cells
  }

  private static var noKey: TextKey { TextKey(Span()) }

  private static func string(_ text: borrowing Span<UInt8>) -> String {
    unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The number of a few digits with at most one point, which division makes exact to the last bit.
  private static func number(_ text: borrowing Span<UInt8>) -> Double? {
    guard text.count <= 16 else { return nil }
    var (number, divisor, digits) = (0, 1.0, 0)
    var isFraction = false
    for index in 0..<text.count {
      if text[index] == UInt8(ascii: "."), !isFraction, digits > 0, index + 1 < text.count {
        isFraction = true
        continue
      }
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = 10 * number + Int(digit)
      digits += 1
      if isFraction { divisor *= 10 }
    }
    return digits <= 15 ? Double(number) / divisor : nil
  }

  private static func isSame(_ word: [UInt8], _ text: borrowing Span<UInt8>) -> Bool {
    guard word.count == text.count else { return false }
    for index in word.indices where word[index] != text[index] { return false }
    return true
  }
}
