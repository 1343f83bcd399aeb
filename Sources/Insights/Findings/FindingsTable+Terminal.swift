import EcosystemModel

extension FindingsTable {
  /// The table as text with aligned columns: words to the left, numbers to the right.
  ///
  /// Where the rows are wider than `width` columns of the terminal, the widest columns of words are broken into lines.
  package func text(width: Int = 120) -> String {
    var page = Page()
    page.add(Self.sanitized(title))
    if !method.isEmpty {
      for line in DisplayWidth.wrapped(Self.sanitized(method), to: width) { page.add("  " + line) }
    }
    if rows.isEmpty {
      page.add("  (no rows)")
    } else {
      page.add("")
      let cells = DisplayedCells(of: self)
      let widths = fittedWidths(cells, to: width)
      addBlock(columns.map { Self.sanitized($0.title) }, widths, to: &page)
      page.add(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      for row in rows.indices { addRow(row, cells, widths, to: &page) }
    }
    for note in notes + conventions {
      for line in DisplayWidth.wrapped("note: " + Self.sanitized(note), to: width) {
        page.add(line)
      }
    }
    return page.text
  }

  private func fittedWidths(_ cells: DisplayedCells, to width: Int) -> [Int] {
    var widths = columns.indices.map {
      max(DisplayWidth.of(columns[$0].title), cells.widths[$0])
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let flexible = widths.indices.filter { columns[$0].kind == .text && widths[$0] > 16 }
      guard let widest = flexible.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      let second = flexible.filter { $0 != widest }.map { widths[$0] }.max() ?? 16
      let cut = min(excess, max(1, widths[widest] - max(16, second)))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  /// Adds a row; nearly all are one line of cells that fit.
  private func addRow(_ row: Int, _ cells: DisplayedCells, _ widths: [Int], to page: inout Page) {
    let first = row * columns.count
    for column in columns.indices {
      guard cells.cellWidths[first + column] <= widths[column] else {
        return addBlock(
          columns.indices.map { cells.text(first + $0) }, widths, to: &page)
      }
    }
    for column in columns.indices {
      if column > 0 { page.pad(2) }
      let bytes = cells.bytes(first + column)
      let padding = widths[column] - Int(cells.cellWidths[first + column])
      if columns[column].kind != .text { page.pad(padding) }
      page.add(bytes: bytes)
      if columns[column].kind == .text { page.pad(padding) }
    }
    page.endLine()
  }

  private func addBlock(_ cells: [String], _ widths: [Int], to page: inout Page) {
    let wrapped = zip(cells, widths).map { DisplayWidth.wrapped($0, to: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    for line in 0..<height {
      for (column, parts) in wrapped.enumerated() {
        if column > 0 { page.pad(2) }
        let part = line < parts.count ? parts[line] : ""
        let padding = max(0, widths[column] - DisplayWidth.of(part))
        if columns[column].kind != .text { page.pad(padding) }
        page.add(bytes: part.utf8)
        if columns[column].kind == .text { page.pad(padding) }
      }
      page.endLine()
    }
  }
}

/// Lines of text on their way, as bytes.
private struct Page {
  private var bytes: [UInt8] = []
  private var lineStart = 0

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ line: String) {
    bytes.append(contentsOf: line.utf8)
    bytes.append(0x0A)
    lineStart = bytes.count
  }

  mutating func add(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  mutating func pad(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: max(0, count)))
  }

  /// Ends the line without the blanks at its end.
  mutating func endLine() {
    while bytes.count > lineStart, bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    lineStart = bytes.count
  }
}

/// The cells of a table as people read them, one after the other.
private struct DisplayedCells {
  /// The columns of the terminal that the widest cell of each column takes.
  private(set) var widths: [Int]
  /// The columns that each cell takes.
  private(set) var cellWidths: [Int32] = []
  private var all: [UInt8] = []
  private var ends: [Int] = [0]

  init(of table: FindingsTable) {
    let columns = table.columns
    widths = Array(repeating: 0, count: columns.count)
    ends.reserveCapacity(table.rows.count * columns.count + 1)
    cellWidths.reserveCapacity(table.rows.count * columns.count)
    // Figures recur, and cost more to be written than to be found.
    var known = Array(repeating: [UInt64: String](), count: columns.count)
    for row in table.rows {
      for (place, cell) in row.enumerated() {
        switch cell {
        case .text(let text) where Self.isPlain(text): add(text, width: text.utf8.count, place)
        case .missing: add("–", width: 1, place)
        case .number(let number):
          let key = number.bitPattern
          if let text = known[place][key] {
            add(text, width: nil, place)
            continue
          }
          let text = FindingsTable.display(cell, in: columns[place])
          if known[place].count < 4096 { known[place][key] = text }
          add(text, width: nil, place)
        default: add(FindingsTable.display(cell, in: columns[place]), width: nil, place)
        }
      }
    }
  }

  private mutating func add(_ text: String, width: Int?, _ column: Int) {
    let width = width ?? DisplayWidth.of(text)
    all.append(contentsOf: text.utf8)
    ends.append(all.count)
    cellWidths.append(Int32(width))
    widths[column] = max(widths[column], width)
  }

  /// Whether a text is printable ASCII, which needs no look at its characters.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  func bytes(_ cell: Int) -> ArraySlice<UInt8> { all[ends[cell]..<ends[cell + 1]] }

  func text(_ cell: Int) -> String { String(decoding: bytes(cell), as: UTF8.self) }
}
