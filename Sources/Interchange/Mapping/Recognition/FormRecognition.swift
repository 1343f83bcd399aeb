import EcosystemModel

/// Recognises what is filled in like a form: what is meant before what is so, line by line, and below it perhaps lists.
struct FormRecognition {
  let sheet: RawSheet
  let fit: ValueFit

  /// The sheet with its form, and whatever else is in it; `nil` if it has none.
  func proposal() -> SheetProposal? {
    guard let rows, let form = form(in: rows) else { return nil }
    var rest = sheet
    for row in rest.rows.indices where row <= rows.upperBound { rest.rows[row] = [] }
    guard rest.rows.indices.contains(where: { !rest.filled($0).isEmpty }) else { return form }
    let other = SheetRecognition(sheet: rest, fit: fit).proposal()
    return SheetProposal(
      parts: form.parts + other.parts.filter { $0.ignored == nil },
      confidence: (form.confidence + other.confidence) / 2, doubts: form.doubts + other.doubts)
  }

  /// The first rows one after the other of which each has two cells in the same two columns, the first of which is a word of the trade in
  /// most.
  private var rows: ClosedRange<Int>? {
    guard
      let first = sheet.rows.indices.prefix(12).first(where: { row in
        isLine(row, after: nil) && row + 1 < sheet.rows.count && isLine(row + 1, after: row)
      })
    else { return nil }
    var last = first
    while last + 1 < sheet.rows.count, isLine(last + 1, after: first) { last += 1 }
    return last - first >= 2 && last - first < 40 ? first...last : nil
  }

  private func isLine(_ row: Int, after first: Int?) -> Bool {
    let columns = sheet.filled(row)
    guard columns.count == 2, sheet.cell(row, columns[0])?.sort == .text,
      sheet.text(row, columns[0]).count <= 40
    else { return false }
    return first.map { sheet.filled($0) == columns } ?? true
  }

  /// The one row that the lines are, if they say all that a row has to.
  private func form(in rows: ClosedRange<Int>) -> SheetProposal? {
    let columns = sheet.filled(rows.lowerBound)
    var turned = RawSheet(name: sheet.name, file: sheet.file, sheet: sheet.sheet)
    turned.rows = columns.map { column in rows.map { sheet.cell($0, column) } }
    turned.lines = [1, 2]
    turned.spreadsheetRows = [0, 0]
    let rated = HeaderSearch.rating(0, of: turned)
    // Who is named on the left stands in a list.
    guard !turned.rows[0].contains(where: { PersonText($0?.text ?? "").isSurelyPerson }) else {
      return nil
    }
    guard rated.count >= 3, rated.count * 2 > rows.count,
      HeaderSearch.rating(1, of: turned).count < rated.count,
      var found = SheetRecognition(sheet: turned, fit: fit).list(header: 0, end: 2),
      found.parts.count == 1, found.parts[0].layout == .list, found.parts[0].ignored == nil,
      found.parts[0].tables.first?.across.isEmpty ?? false
    else { return nil }
    found.parts[0].layout = .form
    found.parts[0].fillDown = []
    return found
  }
}
