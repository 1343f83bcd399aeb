import EcosystemModel

/// What the cells of a column look like: shares of those that are not empty.
struct ColumnProfile {
  /// The texts of its cells, without those that stand for nothing.
  private(set) var texts: [String] = []
  /// How many cells there could be.
  private(set) var count = 0
  /// How many of them are empty.
  private(set) var blanks = 0
  let distinct: Int
  let dates: Double
  let numbers: Double
  let people: Double
  let surePeople: Double
  let companies: Double
  let committees: Double
  let departments: Double
  let roles: Double
  let cadences: Double
  let answers: Double
  let emails: Double
  let addresses: Double
  /// Cells with several elements.
  let lists: Double
  let isRunningNumber: Bool
  /// The number of characters of a cell, on average.
  let length: Double

  /// Looks at cells of a column, or of the one of several that a row fills, at most a few hundred of them.
  init(_ sheet: RawSheet, column: Int, or others: [Int] = [], rows: [Int]) {
    var sample: [(text: String, sort: RawCell.Sort)] = []
    for row in rows.prefix(400) {
      count += 1
      let filled = others.first { !sheet.text(row, $0).isEmpty } ?? column
      guard let cell = sheet.cell(row, filled), !cell.text.isEmpty, !WordReading.isBlank(cell.text)
      else {
        blanks += 1
        continue
      }
      sample.append((cell.text, cell.sort))
    }
    let cells = sample
    texts = cells.map(\.text)
    let total = Double(max(1, cells.count))
    func share(_ test: (String) -> Bool) -> Double { Double(cells.count { test($0.text) }) / total }
    distinct = Set(texts).count
    dates =
      Double(
        cells.count { $0.sort == .date || ($0.sort == .text && Self.isDate($0.text)) }) / total
    numbers = share { QuantityReading($0) != nil }
    people = share { Self.parts($0).allSatisfy { NameLexicon.isPersonLike(PersonText($0).name) } }
    surePeople = share {
      Self.parts($0).contains { NameLexicon.isSurelyPerson(PersonText($0).name) }
    }
    companies = share(NameLexicon.isCompanyLike)
    committees = share(NameLexicon.isCommitteeLike)
    departments = share(NameLexicon.isDepartmentLike)
    roles = share {
      RoleReading.role(of: $0) != nil && $0.count < 40
        && !NameLexicon.isSurelyPerson(PersonText($0).name)
    }
    cadences = share { CadenceReading.timesPerYear($0) != nil }
    answers = share { WordReading.answer($0) != nil }
    emails = share { $0.contains("@") && !$0.contains(" ") }
    addresses = share { $0.hasPrefix("http") || $0.hasPrefix("www.") }
    lists = share { text in
      ListSplitting.strong(text).count > 1 || text.contains(" / ")
    }
    length = Double(texts.reduce(0) { $0 + $1.count }) / total
    let whole = texts.compactMap { Int($0) }
    // Numbers of three digits and more are keys, not counts.
    isRunningNumber =
      whole.count >= 3 && (whole.min() ?? 0) < 100 && whole.count >= texts.count - 1
      && Set(whole).count >= whole.count - 1
      && (whole.max() ?? 0) - (whole.min() ?? 0) <= whole.count + whole.count / 4
  }

  var isEmpty: Bool { texts.isEmpty }

  /// Whether its names have the last name first, as `Smith, Ann (Acme)` has: most of them surely, or all by their commas.
  var isLastNameFirst: Bool {
    let names = texts.map { PersonText($0).name }
    let turned = names.count(where: NameLexicon.isWrittenLastFirst)
    return turned * 10 >= names.count * 6
      || turned * 10 >= names.count * 3
        && names.allSatisfy { NameLexicon.halves(of: $0).names.count == 2 }
  }

  /// The share of cells that name something known, each by itself or as a list.
  func share(of known: NameBook?) -> Double {
    guard let known, !known.isEmpty, !texts.isEmpty else { return 0 }
    let met = texts.count { text in
      ListSplitting.elements(text) { known.name(of: $0) != nil }.contains {
        known.name(of: $0) != nil
      }
    }
    return Double(met) / Double(texts.count)
  }

  private static func isDate(_ text: String) -> Bool {
    guard text.contains(where: \.isNumber), text.count != 5 || Int(text) == nil else {
      return false
    }
    if text.count == 4, let year = Int(text) { return (1950...2060).contains(year) }
    return DateReading.iso(text, order: .dayMonth) != nil
      || DateReading.iso(text, order: .monthDay) != nil
  }

  private static func parts(_ text: String) -> [String] {
    let parts = ListSplitting.strong(text)
    return parts.isEmpty ? [text] : parts
  }
}
