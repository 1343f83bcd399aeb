import Containers
import EcosystemModel

/// The cells of a sheet that are changed, in the sheet's own markup; all others stay as they are written.
struct SheetPatch {
  /// What becomes of a cell.
  enum Change {
    /// It gets the colour of a severity, unless it has one of its own.
    case mark(Severity)
    /// It says something else, in its own style or in that of another column's cell in its row.
    case write(Workbook.Value, likeColumn: Int?)
  }

  private var patch: XMLPatch
  private var scanner: XMLScanner
  private var styles: StylePatch
  private let changes: [Int: [Int: Change]]
  private let isUnmarking: Bool
  private var prefix = ""
  private var columnStyles: [(ClosedRange<Int>, Int)] = []
  /// The styles of the cells of the row so far.
  private var cellStyles: [Int: Int] = [:]
  private var pending: [Int]

  /// The sheet's bytes with changes, by row and column counted from 1, and with the marks of earlier runs taken away.
  ///
  /// - Throws: ``XMLFault`` where the bytes are no sheet.
  /// - Complexity: O(length of the sheet).
  static func patched(
    _ bytes: [UInt8], _ changes: [Int: [Int: Change]], styles: inout StylePatch, unmarking: Bool
  ) throws(XMLFault) -> [UInt8] {
    var sheet = Self(bytes, changes, styles, unmarking)
    try sheet.walk()
    styles = sheet.styles
    return sheet.patch.document
  }

  private init(
    _ bytes: [UInt8], _ changes: [Int: [Int: Change]], _ styles: StylePatch, _ isUnmarking: Bool
  ) {
    patch = XMLPatch(bytes)
    scanner = XMLScanner(bytes, names: .written)
    self.styles = styles
    self.changes = changes
    self.isUnmarking = isUnmarking
    pending = changes.keys.sorted(by: >)
  }

  private mutating func walk() throws(XMLFault) {
    var row = 0
    while true {
      switch try scanner.next() {
      case .start:
        let name = localName
        if scanner.depth == 1 { prefix = String(scanner.name.dropLast(name.count)) }
        switch name {
        case "dimension" where scanner.depth == 2: widen()
        case "col" where scanner.depth == 3: addColumnStyle()
        case "sheetData" where scanner.depth == 2 && scanner.isOneTag:
          let rows = rows(before: .max)
          if !rows.isEmpty { open(with: rows) }
        case "row" where scanner.depth == 3:
          row = number("r") ?? row + 1
          patch.insert(rows(before: row), at: scanner.offset)
          if pending.last == row { pending.removeLast() }
          try walkRow(row)
        default: break
        }
      case .end where scanner.depth == 1 && localName == "sheetData":
        patch.insert(rows(before: .max), at: scanner.offset)
      case .end, .text: break
      case .finish: return
      }
    }
  }

  private var localName: String {
    scanner.name.split(separator: ":").last.map(String.init) ?? scanner.name
  }

  private func number(_ attribute: String) -> Int? {
    scanner.attribute(attribute).flatMap { Int($0) }
  }

  /// Puts markup into the element that has just started, which is one tag.
  private mutating func open(with markup: String) {
    patch.replace(
      (scanner.endOffset - 2)..<scanner.endOffset, with: ">\(markup)</\(scanner.name)>")
  }

  private mutating func addColumnStyle() {
    guard let style = number("style"), let first = number("min"), let last = number("max"),
      first <= last
    else { return }
    columnStyles.append((first...last, style))
  }

  /// Lets the range that the sheet says it uses hold the changes too.
  private mutating func widen() {
    guard let range = scanner.attributeRanges["ref"], let text = scanner.attribute("ref") else {
      return
    }
    let ends = text.split(separator: ":").compactMap { SheetReader.place($0) }
    guard let first = ends.first, let last = ends.last else { return }
    let rows = changes.keys.map { Int32($0) } + [first.row, last.row]
    let columns =
      changes.values.flatMap { $0.keys.map { Int32($0) } } + [first.column, last.column]
    let corners = [(columns.min(), rows.min()), (columns.max(), rows.max())].map {
      Self.reference(row: Int($1 ?? 1), column: Int($0 ?? 1))
    }
    if corners != [
      String(text.split(separator: ":")[0]), String(text.split(separator: ":").last ?? ""),
    ] {
      patch.replace(range, with: corners.joined(separator: ":"))
    }
  }

  static func reference(row: Int, column: Int) -> String {
    "\(Location.letters(ofColumn: column))\(row)"
  }

  private mutating func walkRow(_ row: Int) throws(XMLFault) {
    let wanted = changes[row] ?? [:]
    var missing = wanted.keys.sorted(by: >)
    let rowStyle = ["1", "true"].contains(scanner.attribute("customFormat")) ? number("s") : nil
    if let range = scanner.attributeRanges["spans"], let last = missing.first {
      let ends = (scanner.attribute("spans") ?? "").split(separator: ":").compactMap { Int($0) }
      if ends.count == 2, last > ends[1] || missing.last ?? 1 < ends[0] {
        patch.replace(range, with: "\(min(ends[0], missing.last ?? 1)):\(max(ends[1], last))")
      }
    }
    if scanner.isOneTag {
      if !missing.isEmpty { open(with: cells(&missing, before: .max, row, wanted, rowStyle)) }
      return
    }
    let outer = scanner.depth - 1
    cellStyles = [:]
    var column = 0
    while true {
      switch try scanner.next() {
      case .start where localName == "c":
        column =
          scanner.attribute("r").flatMap { SheetReader.place($0) }.map { Int($0.column) }
          ?? column + 1
        patch.insert(
          cells(&missing, before: column, row, wanted, rowStyle), at: scanner.offset)
        if missing.last == column { missing.removeLast() }
        try walkCell(wanted[column], row: row, column: column)
      case .start: try scanner.skipElement()
      case .end where scanner.depth == outer:
        patch.insert(cells(&missing, before: .max, row, wanted, rowStyle), at: scanner.offset)
        return
      case .end, .text, .finish: break
      }
    }
  }

  private mutating func walkCell(_ change: Change?, row: Int, column: Int) throws(XMLFault) {
    let start = scanner.offset
    let ranges = scanner.attributeRanges
    let nameEnd = start + 1 + scanner.name.utf8.count
    let present = number("s") ?? 0
    cellStyles[column] = present
    try scanner.skipElement()
    let plain = isUnmarking ? styles.unmarked(present) : nil
    switch change {
    case .write(let value, _):
      patch.replace(
        start..<scanner.endOffset,
        with: cell(value, row: row, column: column, style: plain ?? present))
    case .mark, nil:
      var style = plain ?? present
      if case .mark(let severity) = change { style = styles.marked(style, severity) }
      guard style != present else { return }
      if let range = ranges["s"] {
        patch.replace(range, with: "\(style)")
      } else {
        patch.insert(" s=\"\(style)\"", at: nameEnd)
      }
    }
  }

  /// Rows that the sheet does not have and that stand above another.
  private mutating func rows(before row: Int) -> String {
    var result = ""
    while let next = pending.last, next < row {
      pending.removeLast()
      let wanted = changes[next] ?? [:]
      var missing = wanted.keys.sorted(by: >)
      let cells = cells(&missing, before: .max, next, wanted, nil)
      if !cells.isEmpty { result += "<\(prefix)row r=\"\(next)\">\(cells)</\(prefix)row>" }
    }
    return result
  }

  /// Cells that a row does not have and that stand left of another.
  private mutating func cells(
    _ missing: inout [Int], before column: Int, _ row: Int, _ wanted: [Int: Change],
    _ rowStyle: Int?
  ) -> String {
    var result = ""
    while let next = missing.last, next < column {
      missing.removeLast()
      let style = rowStyle ?? columnStyles.first { $0.0.contains(next) }?.1 ?? 0
      switch wanted[next] {
      case .mark(let severity):
        result += cell(
          .empty, row: row, column: next, style: styles.marked(style, severity))
      case .write(let value, let other):
        guard value != .empty else { continue }
        let own = other.flatMap { cellStyles[$0] }
        result += cell(value, row: row, column: next, style: own ?? style)
      case nil: break
      }
    }
    return result
  }

  private func cell(_ value: Workbook.Value, row: Int, column: Int, style: Int) -> String {
    let start =
      "<c r=\"\(Self.reference(row: row, column: column))\""
      + (style == 0 ? "" : " s=\"\(style)\"")
    let markup =
      switch value {
      case .empty: "\(start)/>"
      case .number(let number): "\(start)><v>\(NumberText.text(of: number))</v></c>"
      case .flag(let flag): "\(start) t=\"b\"><v>\(flag ? 1 : 0)</v></c>"
      case .text(let text): "\(start) t=\"inlineStr\">\(Self.inline(text))</c>"
      case .date(let date): "\(start) t=\"inlineStr\">\(Self.inline(date.description))</c>"
      }
    return XMLText.prefixed(markup, prefix)
  }

  /// A text as it stands in a cell.
  static func inline(_ text: String) -> String {
    "<is><t xml:space=\"preserve\">\(XMLText.escaped(SharedStrings.escaped(text)))</t></is>"
  }
}
