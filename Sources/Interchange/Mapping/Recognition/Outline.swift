import EcosystemModel

/// Finds lists whose rows say by where they begin what they belong to: in a column for each level, or indented in one.
struct Outline {
  let sheet: RawSheet

  /// The columns of the levels under a row of headers, of which each row fills one; empty where there are none.
  func levels(header: Int, end: Int, among allowed: ClosedRange<Int>?) -> [Int] {
    let rows = ((header + 1)..<max(end, header + 1)).filter { row in
      !sheet.filled(row).isEmpty
        && !sheet.repeats(row, headers: header, in: sheet.filled(header))
    }
    guard rows.count >= 3, let first = sheet.filled(rows[0]).first,
      allowed?.contains(first) ?? true
    else { return [] }
    var last = first
    while last + 1 < sheet.width, allowed?.contains(last + 1) ?? true,
      isLevel(last + 1, header, after: first)
    {
      last += 1
    }
    while last > first {
      let columns = Array(first...last)
      if isOutline(columns, rows) { return columns }
      last -= 1
    }
    return []
  }

  /// Whether the header of a column says that it is a level, or nothing at all.
  private func isLevel(_ column: Int, _ header: Int, after first: Int) -> Bool {
    let text = sheet.text(header, column)
    return text.isEmpty || Self.level(text) != nil
      || Self.stem(text) == Self.stem(sheet.text(header, first)) && text.last?.isNumber == true
  }

  private static func stem(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isNumber && !$0.isWhitespace && $0 != "-" })
  }

  /// The number of a level that a header names, as `Level 2`, `Ebene 2` and `N-1` do.
  static func level(_ header: String) -> Int? {
    let plain = Slug.text(of: header).filter { $0 != "-" }
    let word = plain.prefix { !$0.isNumber }
    guard words.contains(String(word)) else { return nil }
    let number = plain.dropFirst(word.count)
    return word == "n" && number.isEmpty ? 0 : Int(number)
  }

  private static let words: Set<String> = [
    "level", "l", "lvl", "ebene", "stufe", "niveau", "nivel", "tier", "layer", "n", "ceo",
    "rang", "hierarchyebene", "hierarchieebene", "orglevel", "grad",
  ]

  /// Whether each row fills one of the columns, at most one level below the row before.
  private func isOutline(_ columns: [Int], _ rows: [Int]) -> Bool {
    var before = -1
    var used: Set<Int> = []
    for row in rows {
      let filled = columns.indices.filter { !sheet.text(row, columns[$0]).isEmpty }
      guard filled.count == 1, filled[0] <= before + 1 else { return false }
      before = filled[0]
      used.insert(before)
    }
    return used.count == columns.count
  }

  /// The numbers of a place in an outline, as `1.2.1` has them; `nil` if a text is none.
  static func numbers(_ text: String) -> [Substring]? {
    let plain = text.hasSuffix(".") ? text.dropLast() : text[...]
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }
      ? parts : nil
  }

  /// Whether texts are the numbers of an outline, each below one that is there; two levels may be versions or prices.
  static func areNumbers(_ texts: [String]) -> Bool {
    let places = texts.compactMap(numbers)
    let known = Set(places.map { $0.joined(separator: ".") })
    guard places.count == texts.count, places.count >= 3, known.count == places.count,
      places.contains(where: { $0.count > 1 })
    else { return false }
    return places.allSatisfy { place in
      place.count == 1 || known.contains(place.dropLast().joined(separator: "."))
    }
  }

  /// Whether the cells of a column are indented below each other.
  func isIndented(_ column: Int, _ rows: [Int]) -> Bool {
    let indents = rows.compactMap { row in
      sheet.cell(row, column).flatMap { $0.text.isEmpty || $0.isRepeated ? nil : $0.indent }
    }
    guard indents.count >= 3, let first = indents.first, let least = indents.min(),
      first == least
    else { return false }
    let deeper = indents.filter { $0 > least }
    // A blank before a name here and there is a slip.
    return deeper.count * 10 >= indents.count * 3 && deeper.allSatisfy { $0 - least >= 2 }
  }
}

extension ListDraft {
  /// Who is above whom, where names stand in a column for each level or are indented below each other.
  mutating func takeLevels() {
    guard let kind = guess.table.kind, let name = guess.table.columns.first?.name,
      let place = main.columns.firstIndex(where: { $0.name == name }),
      main.columns[place].source.headers.count == 1,
      let column = columns.first(where: { main.columns[place].source.headers == [$0.header] })
    else { return }
    let isStepped = rows.levels.first == column.index
    let outline = Outline(sheet: sheet)
    if isStepped {
      part.levels = rows.levels.map { rows.names.names[$0] }
    } else if outline.isIndented(column.index, rows.body) {
      part.levels = [column.header]
    } else if let numbers = columns.first(where: { Outline.areNumbers($0.profile.texts) }) {
      part.levels = [numbers.header]
      taken.insert(numbers.index)
    } else {
      return
    }
    if isStepped { main.columns[place].source = CellSource(pieces: [.level]) }
    let above = guess.table.columns.first { candidate in
      CellSort.of(guess.table, candidate.name) == .reference([kind], isList: false)
    }
    guard let above, main.source(of: above.name) == nil else { return }
    main.columns.append(.init(name: above.name, source: CellSource(pieces: [.above])))
  }

  /// Who must approve, is consulted or informed: bodies of the same matter.
  mutating func takeRights() {
    let matter = Decision.column(\.matter)
    guard guess.table == .decisions, let source = main.source(of: matter) else { return }
    let rights: [(part: String, right: DecisionRight)] = [
      (Vocabulary.Parts.approvers, .approves), (Vocabulary.Parts.consulted, .consulted),
      (Vocabulary.Parts.informed, .informed),
    ]
    for (name, right) in rights {
      guard let column = guess[name] else { continue }
      var table = TableMapping(.decisions)
      table.columns = [
        .init(name: matter, source: source),
        .init(name: Decision.column(\.body), source: .header(columns[column].header)),
        .init(name: Decision.column(\.right), source: .constant(right.rawValue)),
      ]
      for shared in [Decision.column(\.alliance), Decision.column(\.stage)] {
        if let source = main.source(of: shared) {
          table.columns.append(.init(name: shared, source: source))
        }
      }
      extra.append(table)
    }
  }
}
