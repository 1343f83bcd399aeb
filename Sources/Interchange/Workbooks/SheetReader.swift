import EcosystemModel
import Containers

/// Reads the XML of one sheet into cells.
struct SheetReader {
  private var scanner: XMLScanner
  private var sheet: WorkbookSheet
  private let strings: [String]
  private let formats: NumberFormats
  private let cellLimit: Int
  private var row: Int32 = 0
  private var column: Int32 = 0

  /// The sheet in the bytes of its part.
  ///
  /// - Throws: ``XMLFault``, with the rule `sheet.size` where there are more cells than a table may have.
  static func read(
    _ bytes: [UInt8], into sheet: WorkbookSheet, strings: [String], formats: NumberFormats
  ) throws(XMLFault) -> WorkbookSheet {
    var reader = Self(
      scanner: XMLScanner(bytes), sheet: sheet, strings: strings, formats: formats,
      cellLimit: Table.cellLimit(forBytes: bytes.count))
    return try reader.read()
  }

  private mutating func read() throws(XMLFault) -> WorkbookSheet {
    while true {
      switch try scanner.next() {
      case .start:
        switch scanner.name {
        case "row": try readRow()
        case "mergeCell":
          if let text = scanner.attribute("ref"), let merge = Self.merge(text) {
            sheet.merges.append(merge)
          }
        // What follows the cells can be long and says nothing.
        case "conditionalFormatting", "dataValidations", "hyperlinks", "extLst":
          try scanner.skipElement()
        default: break
        }
      case .end, .text: break
      case .finish:
        // Rows are in order in every file that programs write; others are put in order.
        sheet.rows.sort { $0.number < $1.number }
        return sheet
      }
    }
  }

  private mutating func readRow() throws(XMLFault) {
    row = scanner.attribute("r").flatMap { Int32($0) } ?? row + 1
    guard (1...1_048_576).contains(row) else {
      throw scanner.fault("xml.form", "there is no row \(row) in a sheet; the file is damaged")
    }
    column = 0
    let hidden = scanner.attribute("hidden")
    let start = sheet.cells.count
    let outer = scanner.depth - 1
    while true {
      switch try scanner.next() {
      case .start: if scanner.name == "c" { try readCell() }
      case .end where scanner.depth == outer:
        let range = start..<sheet.cells.count
        guard !range.isEmpty else { return }
        sheet.rows.append(
          .init(number: row, isHidden: hidden == "1" || hidden == "true", cells: range))
        return
      case .end, .text, .finish: break
      }
    }
  }

  private mutating func readCell() throws(XMLFault) {
    if let reference = scanner.attribute("r") {
      guard let place = Self.place(reference) else {
        throw scanner.fault("xml.form", "there is no cell \"\(reference.prefix(20))\" in a sheet")
      }
      column = place.column
    } else {
      column += 1
    }
    let type = scanner.attribute("t") ?? "n"
    let style = scanner.attribute("s").flatMap { Int($0) } ?? 0
    var text: String?
    var hasFormula = false
    let outer = scanner.depth - 1
    reading: while true {
      switch try scanner.next() {
      case .start:
        switch scanner.name {
        case "v": text = try scanner.elementText()
        case "is": text = try SharedStrings.richText(&scanner)
        case "f":
          hasFormula = true
          try scanner.skipElement()
        default: try scanner.skipElement()
        }
      case .end where scanner.depth == outer: break reading
      case .end, .text, .finish: break
      }
    }
    if let text { try scanner.require(cell: text) }
    guard let value = value(text, type: type, style: style, hasFormula: hasFormula) else { return }
    guard sheet.cells.count < cellLimit, column > 0, column <= 16_384 else {
      throw scanner.fault("sheet.size", "the sheet has more cells than a table may have")
    }
    sheet.cells.append(
      .init(column: column, indent: formats.indent(ofStyle: style), value: value))
  }

  private func value(
    _ text: String?, type: String, style: Int, hasFormula: Bool
  ) -> SheetValue? {
    guard let text, !text.isEmpty else { return hasFormula && type != "str" ? .uncomputed : nil }
    switch type {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else {
        return .error("text \(text) of the workbook, which is not there")
      }
      return strings[index].isEmpty ? nil : .text(strings[index])
    case "inlineStr": return .text(text)
    case "str": return .text(SharedStrings.unescaped(text))
    case "b": return .flag(text == "1" || text == "true")
    case "e": return .error(text)
    case "d": return .text(text)
    default:
      guard let number = NumberText.number(in: text) else { return .text(text) }
      if let form = formats.form(ofStyle: style) { return .moment(number, form) }
      return formats.identifier(number, style: style).map(SheetValue.text) ?? .number(number)
    }
  }

  /// The column and row of a reference such as `C14`.
  static func place(_ reference: some StringProtocol) -> (column: Int32, row: Int32)? {
    var column: Int32 = 0
    var row: Int32 = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int32(byte - 64)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 10_000_000:
        row = row * 10 + Int32(byte - 48)
      case UInt8(ascii: "$"): break
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }

  private static func merge(_ text: String) -> WorkbookSheet.Merge? {
    let ends = text.split(separator: ":")
    guard ends.count == 2, let first = place(ends[0]), let last = place(ends[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    return .init(
      rows: first.row...last.row, columns: first.column...last.column, text: text)
  }
}
