import EcosystemModel

/// Sheets that hold no data of their own: covers, pivot tables, lists of choices, and what was put aside.
enum PassedOver {
  /// Why a sheet is not read; `nil` if it may hold a table.
  static func reason(for sheet: RawSheet) -> String? {
    if sheet.rows.isEmpty { return "it is empty" }
    if isPivot(sheet) { return "a pivot table, which counts what other sheets say" }
    let name = HeaderPhrase(sheet.name).words
    if name.contains(where: choices.contains) || sheet.name.lowercased().hasPrefix("messages (") {
      return "its name says that it holds no data"
    }
    let texts = sheet.rows.indices.reduce(0) { $0 + sheet.filled($1).count }
    let widest = sheet.rows.indices.map { sheet.filled($0).count }.max() ?? 0
    let hasBlocks = sheet.rows.indices.contains { row in
      let columns = sheet.filled(row)
      return !columns.isEmpty
        && columns.allSatisfy { NameLexicon.isCommitteeLike(sheet.text(row, $0)) }
    }
    if texts <= 12, widest <= 2, !hasBlocks, HeaderSearch.headers(of: sheet).isEmpty,
      !sheet.isHidden
    {
      return isAbbreviations(sheet) ? "a list of abbreviations" : "a cover, with no table in it"
    }
    return nil
  }

  /// Whether a sheet has two columns, of which the first holds short words in capitals.
  private static func isAbbreviations(_ sheet: RawSheet) -> Bool {
    let pairs = sheet.rows.indices.dropFirst().map(sheet.filled)
    guard pairs.count > 1, pairs.allSatisfy({ $0.count == 2 && $0 == pairs[0] }) else {
      return false
    }
    return sheet.rows.indices.dropFirst().allSatisfy { row in
      let (short, long) = (sheet.text(row, pairs[0][0]), sheet.text(row, pairs[0][1]))
      return (2...6).contains(short.count) && short.allSatisfy { $0.isUppercase || $0.isNumber }
        && long.count > short.count && long.contains(where: \.isLowercase)
    }
  }

  /// Whether a sheet's name says that it was put aside.
  static func isPutAside(_ sheet: RawSheet) -> Bool {
    sheet.isHidden || HeaderPhrase(sheet.name).words.contains(where: old.contains)
  }

  private static func isPivot(_ sheet: RawSheet) -> Bool {
    sheet.rows.indices.prefix(12).contains { row in
      sheet.filled(row).contains { column in
        let text = Slug.text(of: sheet.text(row, column))
        return pivots.contains(text)
          || pivots.contains { text.hasPrefix($0 + "-") }
            && isCounted(column, below: row, in: sheet)
      }
    }
  }

  /// Whether there is nothing but numbers below a header: `Nombre de la cuenta` is no count.
  private static func isCounted(_ column: Int, below row: Int, in sheet: RawSheet) -> Bool {
    let cells = sheet.rows.indices.dropFirst(row + 1).compactMap { sheet.cell($0, column) }
    return !cells.isEmpty && cells.allSatisfy { $0.sort == .number || Double($0.text) != nil }
  }

  private static let pivots = [
    "row-labels", "count-of", "sum-of", "average-of", "column-labels", "zeilenbeschriftungen",
    "anzahl-von", "summe-von", "etiquettes-de-lignes", "nombre-de", "etiquetas-de-fila",
    "cuenta-de", "suma-de",
  ]
  private static let choices: Set<String> = [
    "pivot", "lookup", "dropdown", "dropdowns", "choice", "readme", "guide", "about", "legend",
    "changelog",
    "instruction", "anleitung", "legende", "auswahl", "config", "setting",
  ]
  private static let old: Set<String> = [
    "old", "archive", "archived", "backup", "copy", "draft", "obsolete", "alt", "archiv", "kopie",
    "ancien", "antiguo", "deprecated", "previous", "tmp", "temp",
  ]
}
