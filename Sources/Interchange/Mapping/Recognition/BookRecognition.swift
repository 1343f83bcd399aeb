import EcosystemModel

/// Finds out what the sheets of a workbook are, and writes it down as a mapping.
struct BookRecognition {
  /// What each sheet was understood as, in the order of the sheets.
  private(set) var proposals: [SheetProposal] = []
  private(set) var mapping: WorkbookMapping

  /// Looks at each sheet by itself, then again with the names that the lists have.
  init(_ book: RawBook) {
    mapping = WorkbookMapping(pattern: Self.pattern(for: book.path))
    var known: [EntityReference.Kind: NameBook] = [:]
    for _ in 0..<2 {
      let fit = ValueFit(known: known)
      proposals = book.sheets.map { SheetRecognition(sheet: $0, fit: fit).proposal() }
      setAside(in: book)
      mapping.sheets = proposals.flatMap(\.parts)
      known = Self.names(in: book, mapping)
    }
    for proposal in proposals {
      mapping.roles.merge(proposal.roles) { first, _ in first }
    }
    mapping.dateOrder = Self.dateOrder(in: book, mapping)
    doubtPairs()
  }

  /// Sheets that were put aside are read only where no other sheet has what they have.
  private mutating func setAside(in book: RawBook) {
    for (index, sheet) in book.sheets.enumerated() where PassedOver.isPutAside(sheet) {
      let tables = Set(proposals[index].parts.flatMap(\.tables).map(\.table))
      let others = proposals.indices.filter {
        $0 != index && !PassedOver.isPutAside(book.sheets[$0])
      }
      .flatMap { proposals[$0].parts.flatMap(\.tables).map(\.table) }
      guard tables.isEmpty || !tables.isDisjoint(with: others) else { continue }
      proposals[index] = .ignored(
        sheet, sheet.isHidden ? "the sheet is hidden" : "its name says that it was put aside")
    }
  }

  /// People who sit for a company are people of that company where no list of people says whose they are.
  private mutating func doubtPairs() {
    let company = Person.column(\.company)
    let hasPeople = mapping.sheets.contains { sheet in
      sheet.tables.first?.table == .people && sheet.tables[0].source(of: company) != nil
    }
    for place in mapping.sheets.indices where hasPeople {
      for table in mapping.sheets[place].tables.indices.reversed()
      where table > 0 && mapping.sheets[place].tables[table].table == .people {
        mapping.sheets[place].tables[table].columns.removeAll { $0.name == company }
        if mapping.sheets[place].tables[table].columns.count < 2 {
          mapping.sheets[place].tables.remove(at: table)
        }
      }
    }
    for place in mapping.sheets.indices where !hasPeople {
      let seat = Membership.column(\.company)
      guard mapping.sheets[place].tables.first?.table == .memberships,
        mapping.sheets[place].tables.contains(where: {
          $0.table == .people && $0.source(of: company) != nil
        })
      else { continue }
      mapping.sheets[place].tables[0].columns.removeAll { $0.name == seat }
    }
  }

  private static func dateOrder(in book: RawBook, _ mapping: WorkbookMapping) -> DateOrder? {
    var texts: [String] = []
    let rows = rows(in: book, mapping)
    for row in rows {
      for cell in row.cells where CellSort.of(row.table, cell.column) == .date {
        texts.append(cell.text)
      }
    }
    let isNeeded = texts.contains { text in
      DateReading.iso(text) == nil && DateReading.iso(text, order: .dayMonth) != nil
    }
    return isNeeded ? WritingHabits(rows, mapping).bookOrder : nil
  }

  private static func rows(in book: RawBook, _ mapping: WorkbookMapping) -> [MappedRow] {
    book.sheets.enumerated().flatMap { index, sheet in
      SheetExtraction.rows(of: sheet, index, mapping.parts(of: sheet), ledger: CellLedger(of: book))
        .rows
    }
  }

  /// The names that lists and columns of the workbook have.
  private static func names(in book: RawBook, _ mapping: WorkbookMapping) -> [EntityReference.Kind:
    NameBook]
  {
    var books: [EntityReference.Kind: NameBook] = [:]
    for kind in EntityReference.Kind.allCases { books[kind] = NameBook(of: kind) }
    let rows = rows(in: book, mapping)
    for row in rows {
      if let kind = row.table.kind, let name = row.table.columns.first.flatMap({ row[$0.name] }) {
        books[kind]?.add(
          name, alsoAs: row.cells.first { CellSort.of(row.table, $0.column) == .id }?.text)
      }
    }
    for row in rows {
      for cell in row.cells where !cell.isOwn {
        guard case .reference(let kinds, false)? = CellSort.of(row.table, cell.column),
          kinds.count == 1,
          kinds[0] != .person || row.table == .memberships
        else { continue }
        for part in ListSplitting.strong(cell.text) where books[kinds[0]]?.name(of: part) == nil {
          books[kinds[0]]?.add(part)
        }
      }
    }
    return books
  }

  /// The pattern of names that next month's file will have too: `roster-2026-11.xlsx` gives `roster*.xlsx`.
  static func pattern(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = FileName(name)
    var stem = file.stem[...]
    while let last = stem.last, last.isNumber || "-_ ().v".contains(last) { stem.removeLast() }
    let start = stem.isEmpty ? file.stem[...] : stem
    return file.ending.isEmpty ? "\(start)*" : "\(start)*.\(file.ending)"
  }
}
