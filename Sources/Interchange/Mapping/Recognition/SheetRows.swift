import EcosystemModel

/// The rows and columns of a list: what stands under a row of headers.
struct SheetRows {
  let header: Int
  /// Rows with values: no titles, no totals, no headers once more.
  let body: [Int]
  /// Rows with one text alone.
  let titles: [Int]
  let columns: [TableGuess.Column]
  /// The headers of all columns of the sheet.
  let names: SheetHeaders
  /// The columns of levels, of which each row fills one; the first stands for all of them.
  let levels: [Int]

  /// Takes what stands under a row of headers, in all columns or in some that stand beside another list.
  init(of sheet: RawSheet, header: Int, end: Int, within range: ClosedRange<Int>? = nil) {
    self.header = header
    let names = SheetHeaders(of: sheet, row: header)
    self.names = names
    func filled(_ row: Int) -> [Int] {
      let columns = sheet.filled(row)
      return range.map { range in columns.filter(range.contains) } ?? columns
    }
    let levels = Outline(sheet: sheet).levels(header: header, end: end, among: range)
    self.levels = levels
    let named = filled(header)
    let isList = named.count > 1 && levels.isEmpty
    var body: [Int] = []
    var titles: [Int] = []
    for row in (header + 1)..<max(end, header + 1) {
      let filled = filled(row)
      guard let first = filled.first,
        filled.count > 1 || sheet.width == 1 || !NoteText.isNote(sheet.text(row, first))
      else { continue }
      if filled.count == 1, sheet.width > 1, first <= 1, isList,
        sheet.cell(row, first)?.sort == .text,
        !PersonText(sheet.text(row, first)).isSurelyPerson
      {
        titles.append(row)
      } else if !sheet.repeats(row, headers: header, in: named),
        !WordReading.isTotal(
          filled.lazy.map { sheet.text(row, $0) }.first { Int($0) == nil } ?? "")
      {
        body.append(row)
      }
    }
    // A list of names alone has no titles.
    if body.isEmpty, !titles.isEmpty {
      body = titles
      titles = []
    }
    self.body = body
    self.titles = titles
    let rows = body
    columns = names.names.indices.map { index in
      if index == levels.first {
        return TableGuess.Column(
          index: index, header: names.names[index], phrase: HeaderPhrase("name"),
          profile: ColumnProfile(sheet, column: index, or: levels, rows: rows))
      }
      // Columns of the list beside are as if they were empty.
      let isOwn = range?.contains(index) ?? true && !levels.contains(index)
      return TableGuess.Column(
        index: index, header: names.names[index],
        phrase: HeaderPhrase(
          isOwn && Self.isNamed(index, header, sheet) ? names.names[index] : ""),
        profile: ColumnProfile(sheet, column: index, rows: isOwn ? rows : []))
    }
  }

  private static func isNamed(_ column: Int, _ header: Int, _ sheet: RawSheet) -> Bool {
    !sheet.text(header, column).isEmpty
  }
}
