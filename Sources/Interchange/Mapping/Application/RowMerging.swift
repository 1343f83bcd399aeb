import EcosystemModel

/// Makes one row of what several rows and sheets say of one thing.
struct RowMerging {
  private let book: RawBook
  private var conflicts: [Conflict: [(kept: String, dropped: String, location: Location)]] = [:]

  private struct Conflict: Hashable {
    let table: TableName
    let column: String
  }

  private struct Key: Hashable {
    let table: TableName
    let texts: [String]
  }

  init(_ book: RawBook) { self.book = book }

  /// Merges rows of entities by name, and seats by person and committee where they say nothing else.
  mutating func merged(_ rows: [MappedRow]) -> [MappedRow] {
    var result: [MappedRow] = []
    var places: [Key: Int] = [:]
    for row in rows {
      guard let key = Self.key(of: row) else {
        result.append(row)
        continue
      }
      guard let place = places[key] else {
        places[key] = result.count
        result.append(row)
        continue
      }
      if let seat = Self.seat(result[place], row) {
        result[place] = seat
      } else if row.table.kind == nil, Self.differ(result[place], row) {
        result.append(row)
      } else {
        merge(row, into: &result[place])
      }
    }
    return result
  }

  private static func key(of row: MappedRow) -> Key? {
    switch row.table {
    case .memberships:
      guard let person = row[Membership.column(\.person)],
        let committee = row[Membership.column(\.committee)]
      else { return nil }
      return Key(table: row.table, texts: [person, committee])
    case .functions:
      return Key(
        table: row.table,
        texts: [row[Function.nameColumn] ?? "", row[Function.column(\.company)] ?? ""])
    default:
      guard row.table.kind != nil, let name = row.table.columns.first?.name, let text = row[name]
      else { return nil }
      // Two people of one name with ids of their own are two.
      let id = row.cells.first { !$0.isOwn && CellSort.of(row.table, $0.column) == .id }?.text
      return Key(table: row.table, texts: [text] + (row.table == .people ? [id ?? ""] : []))
    }
  }

  /// The one seat of somebody whom one column names as the chair and another among the members; `nil` if both may be so.
  private static func seat(_ one: MappedRow, _ other: MappedRow) -> MappedRow? {
    let role = Membership.column(\.role)
    guard one.table == .memberships, one[role] != other[role] else { return nil }
    func isMerelyNamed(_ row: MappedRow) -> Bool {
      row.cells.contains {
        $0.column == role && $0.row == nil && $0.text == MembershipRole.member.rawValue
      }
    }
    func isLike(_ row: MappedRow, _ other: MappedRow) -> Bool {
      row.cells.allSatisfy { cell in
        cell.column == role || cell.isOwn || other[cell.column].map { $0 == cell.text } ?? true
      }
    }
    guard isLike(one, other) else { return nil }
    return isMerelyNamed(other) ? one : isMerelyNamed(one) ? other : nil
  }

  private static func differ(_ one: MappedRow, _ other: MappedRow) -> Bool {
    other.cells.contains { cell in
      !cell.isOwn && one[cell.column].map { $0 != cell.text } ?? false
    }
  }

  private mutating func merge(_ row: MappedRow, into known: inout MappedRow) {
    for cell in row.cells {
      guard
        let place = known.cells.firstIndex(where: {
          $0.column == cell.column && $0.isOwn == cell.isOwn
        })
      else {
        var added = cell
        if row.sheet != known.sheet { added.sheet = cell.sheet ?? row.sheet }
        known.cells.append(added)
        continue
      }
      let text = known.cells[place].text
      guard text != cell.text else { continue }
      if cell.isOwn {
        // A column of the user's own says all that its rows say.
        let elements = text.split(separator: "|").map(String.init)
        if !elements.contains(cell.text) { known.cells[place].text = "\(text)|\(cell.text)" }
      } else if Self.isList(cell.column, of: row.table) {
        let elements = ListText.elements(of: text)
        let new = ListText.elements(of: cell.text).filter { !elements.contains($0) }
        known.cells[place].text = ListText.cell(of: elements + new)
      } else if cell.row != nil {
        conflicts[Conflict(table: row.table, column: cell.column), default: []]
          .append(
            (text, cell.text, book.sheets[row.sheet].location(cell.row ?? row.row, cell.position)))
      }
    }
  }

  private static func isList(_ column: String, of table: TableName) -> Bool {
    switch CellSort.of(table, column) {
    case .texts, .reference(_, isList: true): true
    default: false
    }
  }

  /// One warning for each column in which rows about one thing say different things.
  var diagnostics: [Diagnostic] {
    conflicts.map { key, cells in
      let examples = cells.prefix(3).map {
        "\(Phrase.quoted($0.dropped)) beside \(Phrase.quoted($0.kept))"
      }
      return Diagnostic(
        severity: .warning, rule: "mapping.conflict",
        message:
          "\(Phrase.count(cells.count, "cell")) of \"\(key.column)\" of \(key.table.rawValue) \(cells.count == 1 ? "says" : "say") something else than an earlier row about the same, which counts: \(examples.joined(separator: ", "))",
        location: cells.map(\.location).min())
    }.sorted()
  }
}
