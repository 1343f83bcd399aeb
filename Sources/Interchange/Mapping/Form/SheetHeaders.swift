/// The names under which the columns of a sheet are known: their headers, told apart where they are equal or missing.
struct SheetHeaders {
  /// The row of the headers; `nil` where a list has none.
  let row: Int?
  /// A name for each column.
  private(set) var names: [String] = []

  /// Takes the headers of a row, under those that a row above spans over several of them.
  init(of sheet: RawSheet, row: Int?) {
    self.row = row
    var groups: [Int: String] = [:]
    if let row, row > 0 {
      let above = sheet.spans.filter { $0.row == row - 1 && $0.columns.count < sheet.width }
      if above.count > 1 {
        for span in above {
          for column in span.columns {
            groups[column] = sheet.text(row - 1, span.columns.lowerBound)
          }
        }
      }
    }
    var counts: [String: Int] = [:]
    for column in 0..<sheet.width {
      let own = row.map { Self.oneLine(sheet.text($0, column)) } ?? ""
      let group = groups[column].map(Self.oneLine) ?? ""
      let text = [group, own].filter { !$0.isEmpty }.joined(separator: " ")
      let base = text.isEmpty ? "column \(Self.letters(column))" : text
      let count = counts[Self.key(base), default: 0] + 1
      counts[Self.key(base)] = count
      names.append(count == 1 ? base : "\(base) (\(count))")
    }
  }

  /// The column of a name; `nil` if the sheet has none.
  func column(_ name: String) -> Int? {
    let key = Self.key(name)
    return names.firstIndex { Self.key($0) == key }
  }

  /// A header without regard to case, spaces and signs.
  static func key(_ name: String) -> String {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return plain.isEmpty ? name.lowercased() : plain
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func letters(_ column: Int) -> String {
    column < 26
      ? String(UnicodeScalar(UInt8(65 + column)))
      : letters(column / 26 - 1) + String(UnicodeScalar(UInt8(65 + column % 26)))
  }
}
