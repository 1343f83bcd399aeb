import EcosystemModel

/// Reads the names in cells as those that the lists of the workbook have, parts lists, and adds what no list names.
struct NameResolution {
  var diagnostics: [Diagnostic] = []
  var questions: [MappingQuestion] = []
  var books: [EntityReference.Kind: NameBook] = [:]
  let sources: RawBook
  let mapping: WorkbookMapping
  /// Which kinds of things have a list.
  private(set) var listed: Set<EntityReference.Kind> = []
  /// Names that no list has, in the order in which they are met.
  var added: [(kind: EntityReference.Kind, row: MappedRow)] = []
  private var isAdded: [EntityReference.Kind: Set<String>] = [:]
  var respelt:
    [EntityReference.Kind: [String: (
      name: String, count: Int, first: MappedRow.Cell, row: MappedRow
    )]] = [:]
  /// Relationships of something with itself.
  var loops: [MappedRow] = []
  var guessed: [EntityReference.Kind: [String: String]] = [:]

  init(_ rows: [MappedRow], in sources: RawBook, _ mapping: WorkbookMapping) {
    self.sources = sources
    self.mapping = mapping
    for kind in EntityReference.Kind.allCases { books[kind] = NameBook(of: kind) }
    for row in rows {
      guard let kind = row.table.kind, let column = row.table.columns.first?.name,
        let name = row[column]
      else { continue }
      listed.insert(kind)
      let id = row.cells.first { CellSort.of(row.table, $0.column) == .id && !$0.isOwn }?.text
      books[kind]?.add(name, alsoAs: id)
    }
    for row in rows { seed(row) }
    seedPairs(rows)
  }

  /// The rows with their names resolved, and rows of what only cells name.
  mutating func resolved(_ rows: [MappedRow]) -> [MappedRow] {
    var result: [MappedRow] = []
    for row in rows { result += resolved(row) }
    result += added.map(\.row)
    report()
    return result
  }

  /// A row with its names resolved; several rows where a cell names several things and only one may stand in it.
  private mutating func resolved(_ source: MappedRow) -> [MappedRow] {
    var rows = [source]
    for cell in source.cells where !cell.isOwn {
      guard case .reference(let kinds, let isList)? = CellSort.of(source.table, cell.column) else {
        continue
      }
      let parts = elements(of: cell.text, kinds)
      if isList {
        let names = parts.map { resolve($0, kinds, cell, source) }
        var seen: Set<String> = []
        let unique = names.filter { seen.insert($0).inserted }
        for place in rows.indices { rows[place][cell.column] = ListText.cell(of: unique) }
        continue
      }
      rows = rows.flatMap { row in
        parts.map { part in
          var copy = row
          put(part, cell, kinds, into: &copy, source)
          return copy
        }
      }
    }
    // What would lead from something to itself is the diagonal of a grid.
    let (from, to) = (Relationship.column(\.from), Relationship.column(\.to))
    let isLoop = { (row: MappedRow) in
      row.table == .relationships && row.cells.count > 1 && row[from] == row[to]
    }
    loops += rows.filter(isLoop)
    return rows.filter { !isLoop($0) }
  }

  private mutating func put(
    _ part: String, _ cell: MappedRow.Cell, _ kinds: [EntityReference.Kind],
    into row: inout MappedRow, _ source: MappedRow
  ) {
    if kinds == [.committee], row.table == .memberships, !isKnown(part, kinds) {
      return putCommittee(part, cell, into: &row, source)
    }
    guard kinds.contains(.person), !isKnown(part, kinds), knownFunction(part, kinds) == nil else {
      row[cell.column] = resolve(part, kinds, cell, source)
      return
    }
    let person = PersonText(part)
    row[cell.column] = resolve(person.name, kinds, cell, source)
    guard row.table == .memberships else { return }
    if let role = person.role,
      row[Membership.column(\.role)] == nil
        || row.cells.contains(where: { $0.column == Membership.column(\.role) && $0.row == nil })
    {
      row[Membership.column(\.role)] = role
    }
    if let remark = person.remark, isKnown(remark, [.company]) || mayBeCompany(remark) {
      row[Membership.column(\.company)] = remark
    }
  }

  /// Whether what stands beside the name of a person may be a company where no list has them.
  private func mayBeCompany(_ text: String) -> Bool {
    guard !listed.contains(.company), let first = text.first, first.isUppercase else {
      return false
    }
    return text.count > 2 && !text.contains(where: \.isNumber)
      && !NameLexicon.isDepartmentLike(text) && !isKnown(text, [.function, .committee])
  }

  /// A committee with the role beside it, as in `JSC (chair)`.
  private mutating func putCommittee(
    _ part: String, _ cell: MappedRow.Cell, into row: inout MappedRow, _ source: MappedRow
  ) {
    var name = part
    if let open = part.lastIndex(of: "("), part.hasSuffix(")"), open > part.startIndex {
      let inside = String(part[part.index(after: open)...].dropLast()).trimmed
      if RoleReading.role(of: inside) != nil {
        name = String(part[..<open]).trimmed
        row[Membership.column(\.role)] = inside
      }
    }
    row[cell.column] = resolve(name, [.committee], cell, source)
  }

  private mutating func elements(of text: String, _ kinds: [EntityReference.Kind]) -> [String] {
    let allowsPersonLike = kinds == [.person]
    let parts = ListSplitting.elements(text) { part in
      if ListSplitting.strong(part).count > 1 { return books[kinds[0]]?.name(of: part) == part }
      if kinds == [.committee], NameLexicon.isCommitteeLike(part),
        !part.contains(where: { ",&+".contains($0) })
      {
        return true
      }
      return isKnown(part, kinds)
        || allowsPersonLike && NameLexicon.isPersonLike(PersonText(part).name)
          && !part.contains(where: { ",/&+".contains($0) })
    }
    return parts
  }

  private func isKnown(_ text: String, _ kinds: [EntityReference.Kind]) -> Bool {
    kinds.contains { kind in
      mapping.names[kind]?[text] != nil || books[kind]?.name(of: text) != nil
        || isAdded[kind]?.contains(text) ?? false
    }
  }

  /// The name that a text stands for.
  private mutating func resolve(
    _ text: String, _ kinds: [EntityReference.Kind], _ cell: MappedRow.Cell, _ row: MappedRow
  ) -> String {
    let text = text.trimmed
    for kind in kinds {
      if let name = mapping.names[kind]?[text] { return name }
      if let name = guessed[kind]?[text] { return name }
    }
    // `Wren AI – Data Science` is a function of Wren AI, though a company's name may end like that.
    if let parts = knownFunction(text, kinds) {
      return "\(resolve(parts.company, [.company], cell, row))/\(parts.function)"
    }
    for kind in kinds {
      guard let name = books[kind]?.name(of: text) else { continue }
      if name != text { note(text, as: name, kind, cell, row) }
      return name
    }
    if kinds.contains(.function), let parts = parts(ofFunction: text) {
      return "\(resolve(parts.company, [.company], cell, row))/\(parts.function)"
    }
    for kind in kinds where listed.contains(kind) {
      if let near = books[kind]?.near(text) {
        guessed[kind, default: [:]][text] = near
        ask(text, near, kind, cell, row)
        return near
      }
    }
    add(text, kinds, cell, row)
    return text
  }

  /// The parts of a function of a known company, where nothing is called as the text is.
  private func knownFunction(
    _ text: String, _ kinds: [EntityReference.Kind]
  ) -> (company: String, function: String)? {
    guard kinds.contains(.function), !kinds.contains(where: { books[$0]?.name(of: text) == text }),
      let parts = parts(ofFunction: text), isKnown(parts.company, [.company])
    else { return nil }
    return parts
  }

  /// The parts of `Company/Function`, or of `Company: Function` where the company is known.
  private func parts(ofFunction text: String) -> (company: String, function: String)? {
    for separator in ["/", ": ", " – ", " - "] {
      guard let found = text.firstRange(of: separator) else { continue }
      let company = String(text[..<found.lowerBound]).trimmed
      let function = String(text[found.upperBound...]).trimmed
      guard separator == "/" || !function.isEmpty && isKnown(company, [.company]) else { continue }
      return (company, function)
    }
    return nil
  }

  /// Adds what no list names to the list of its kind, where there is one.
  private mutating func add(
    _ text: String, _ kinds: [EntityReference.Kind], _ cell: MappedRow.Cell, _ row: MappedRow
  ) {
    let kind: EntityReference.Kind =
      kinds.count == 1
      ? kinds[0]
      : NameLexicon.isSurelyPerson(text)
        ? .person
        : NameLexicon.isCommitteeLike(text) || kinds[0] == .committee
          ? .committee : kinds.contains(.company) ? .company : kinds[0]
    // Who hands over may be a department, whose company the cell does not name.
    guard kind != .function, row.table != .handoffs || kind != .company, kind != .program,
      kinds.contains(kind), listed.contains(kind),
      isAdded[kind, default: []].insert(text).inserted
    else { return }
    books[kind]?.add(text)
    var new = MappedRow(table: kind.table, sheet: row.sheet, row: cell.row ?? row.row)
    let column = kind.table.columns.first?.name ?? ""
    new.cells = [.init(column: column, text: text, row: cell.row, position: cell.position)]
    if kind == .alliance { return }
    added.append((kind, new))
  }
}
