import EcosystemModel

/// Finds the rows of a sheet that are headers.
enum HeaderSearch {
  /// How well a row reads as headers of one table, and how many of its cells do.
  static func rating(_ row: Int, of sheet: RawSheet) -> (value: Double, count: Int) {
    let columns = sheet.filled(row)
    guard !columns.isEmpty else { return (0, 0) }
    let texts = columns.map { sheet.text(row, $0) }
    guard columns.allSatisfy({ sheet.cell(row, $0)?.sort == .text }) || columns.count > 6,
      texts.allSatisfy({ $0.count <= 60 })
    else { return (0, 0) }
    let phrases = texts.map { HeaderPhrase($0) }
    var sums: [TableName: (value: Double, count: Int)] = [:]
    for phrase in phrases {
      for (table, fits) in Dictionary(grouping: Vocabulary.fits(phrase), by: \.meaning.table) {
        let fit = fits.map(\.value).max() ?? 0
        guard fit >= 0.75 else { continue }
        let known = sums[table] ?? (0, 0)
        sums[table] = (known.value + fit, known.count + 1)
      }
    }
    let best = sums.values.max { ($0.value, $0.count) < ($1.value, $1.count) } ?? (0, 0)
    let seats = texts.count { SeatWords.meaning(of: $0) != nil && $0.count < 30 }
    // Roles alone are values, and headers beside one.
    guard best.count > 0 else { return (0, 0) }
    return (best.value + 0.8 * Double(seats), max(best.count, seats > 0 ? seats + 1 : 0))
  }

  /// The first row of headers of each table in a sheet, from top to bottom.
  static func headers(of sheet: RawSheet) -> [Int] {
    var found: [Int] = []
    var texts: [[String]] = []
    for row in sheet.rows.indices.prefix(1500) {
      let columns = sheet.filled(row)
      guard row < 40 || isPromising(row, columns, of: sheet) else { continue }
      // Values under headers are not headers: a row of two words of the trade needs both.
      let rated = rating(row, of: sheet)
      let isLone = row == 0 && sheet.width == 1 && rated.value > 0.9
      guard rated.count >= 2 || isLone, rated.count * 2 >= columns.count || rated.count >= 4,
        rated.value >= Double(rated.count) * 0.7, !isData(row, below: found.last, of: sheet)
      else { continue }
      let names = columns.map { SheetHeaders.key(sheet.text(row, $0)) }
      if texts.contains(names) { continue }
      if let last = found.last, row - last == 1, rated.value <= rating(last, of: sheet).value {
        continue
      }
      if let last = found.last, row - last == 1 {
        found.removeLast()
        texts.removeLast()
      }
      found.append(row)
      texts.append(names)
    }
    return found
  }

  /// Whether two cells of a row are words of the trade as they stand, which costs little to find out.
  private static func isPromising(_ row: Int, _ columns: [Int], of sheet: RawSheet) -> Bool {
    guard columns.count > 1, columns.allSatisfy({ sheet.cell(row, $0)?.sort == .text }) else {
      return false
    }
    return columns.lazy.map { sheet.text(row, $0) }
      .count { $0.utf8.count < 40 && Vocabulary.isKnown(HeaderPhrase($0)) } >= 2
  }

  /// Whether a row below headers is one of their rows: it has the same columns, and no row without text is between them.
  private static func isData(_ row: Int, below header: Int?, of sheet: RawSheet) -> Bool {
    guard let header else { return false }
    let isApart = sheet.lines[row] - sheet.lines[row - 1] > 1 || sheet.filled(row - 1).count == 1
    return !isApart && row - header > 1
  }

  /// The row that is most like headers where none has words of the trade: the first with several texts, all different.
  static func plainHeader(of sheet: RawSheet) -> Int? {
    let width = sheet.rows.indices.map { sheet.filled($0).count }.max() ?? 0
    guard width >= 2 else { return nil }
    return sheet.rows.indices.prefix(30).first { row in
      let columns = sheet.filled(row)
      let texts = columns.map { sheet.text(row, $0) }
      return columns.count * 2 >= width && columns.count >= 2 && Set(texts).count == texts.count
        && row + 1 < sheet.rows.count
    }
  }
}
