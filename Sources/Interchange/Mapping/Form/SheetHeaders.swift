/// The names under which the columns of a sheet are known: their headers, told apart where they are equal or missing.
struct SheetHeaders {
  /// The row of the headers; `nil` where a list has none.
  let row: Int?
  /// A name for each column.
  private(set) var names: [String] = []
  /// The header of each column by itself.
  private(set) var lower: [String] = []
  /// What stands above it over several columns; empty where nothing does.
  private(set) var upper: [String] = []

  /// Takes the headers of a row, under those that a row above spans over several of them.
  init(of sheet: RawSheet, row: Int?) {
    self.row = row
    let groups = row.map { Self.groups(above: $0, in: sheet) } ?? [:]
    let own = row.map { Self.spans(in: $0, of: sheet) } ?? [:]
    var counts: [String: Int] = [:]
    for column in 0..<sheet.width {
      let own = row.map { Self.oneLine(own[column] ?? sheet.text($0, column)) } ?? ""
      let group = groups[column].map(Self.oneLine) ?? ""
      lower.append(own)
      upper.append(group)
      let text = [group, own].filter { !$0.isEmpty }.joined(separator: " ")
      let base = text.isEmpty ? "column \(Self.letters(column))" : text
      let count = counts[Self.key(base), default: 0] + 1
      counts[Self.key(base)] = count
      names.append(count == 1 ? base : "\(base) (\(count))")
    }
  }

  /// The texts of a row's merged cells, by all columns that they span.
  private static func spans(in row: Int, of sheet: RawSheet) -> [Int: String] {
    var texts: [Int: String] = [:]
    for span in sheet.spans where span.row == row && span.columns.count < sheet.width {
      for column in span.columns { texts[column] = sheet.text(row, span.columns.lowerBound) }
    }
    return texts
  }

  /// What stands above headers over several columns: in merged cells, or once before headers that repeat.
  private static func groups(above row: Int, in sheet: RawSheet) -> [Int: String] {
    guard row > 0 else { return [:] }
    let above = sheet.filled(row - 1).filter { column in
      sheet.cell(row - 1, column)?.isRepeated != true
        && sheet.cell(row, column)?.isRepeated != true
    }
    guard above.count > 1 else { return [:] }
    var groups = spans(in: row - 1, of: sheet)
    let merged = sheet.spans.count { $0.row == row - 1 && $0.columns.count < sheet.width }
    if merged > 1 {
      for column in above where groups[column] == nil {
        groups[column] = sheet.text(row - 1, column)
      }
    } else if groups.isEmpty, repeats(row, from: above[0], of: sheet) {
      for (place, start) in above.enumerated() {
        let end = place + 1 < above.count ? above[place + 1] : sheet.width
        for column in start..<end where !sheet.text(row, column).isEmpty {
          groups[column] = sheet.text(row - 1, start)
        }
      }
    }
    return groups
  }

  /// Whether most headers from a column on stand there twice or more.
  private static func repeats(_ row: Int, from start: Int, of sheet: RawSheet) -> Bool {
    let texts = sheet.filled(row).filter { $0 >= start }.map { key(sheet.text(row, $0)) }
    let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
    return texts.count >= 4 && texts.count { counts[$0] ?? 0 > 1 } * 2 > texts.count
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
