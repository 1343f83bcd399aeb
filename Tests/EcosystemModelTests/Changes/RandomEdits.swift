import GraphCore
import TestSupport

@testable import EcosystemModel

/// Adds, removes and changes some rows of every table, and remembers what it did.
struct RandomEdits: RowRewriter {
  struct Edit: Hashable, Comparable {
    let table: TableName
    let act: EcosystemChange.Act
    let columns: [String]

    static func < (left: Self, right: Self) -> Bool {
      "\(left)" < "\(right)"
    }
  }

  private var random: SplitMix64
  private let ecosystem: Ecosystem
  private(set) var made: [Edit] = []

  init(seed: UInt64, in ecosystem: Ecosystem) {
    random = SplitMix64(state: seed)
    self.ecosystem = ecosystem
  }

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    // Rows that say the same, or join the same, could each be the one that changed.
    var joined: [[CellContent]: Int] = [:]
    for row in rows { joined[key(of: row), default: 0] += 1 }
    var new = Array(rows)
    var free = new.indices.filter { joined[key(of: new[$0])] == 1 }.shuffled(using: &random)[...]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard let place = free.popFirst() else { break }
      let columns = Row.stated.filter { !$0.isID && !$0.isRequired && !$0.isIdentifying }
      let chosen = columns.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      var cells = RowCells(new[place])
      var changed: [String] = []
      for column in chosen {
        guard let content = column.otherContent(than: column.content(of: new[place]), in: ecosystem)
        else { continue }
        cells.set(column.name, content)
        changed.append(column.name)
      }
      cells.attributes["Tier"] = "other"
      changed.append("Tier")
      new[place] = cells.row
      made.append(Edit(table: Row.table, act: .changed, columns: changed.sorted()))
    }
    let isTie = Row.table.kind == nil
    if isTie, let place = free.popFirst() {
      new.remove(at: place)
      made.append(Edit(table: Row.table, act: .removed, columns: []))
    }
    // What a removed row joined is not free, since the two would be one row that changed.
    if let row = newcomer(beside: Array(rows)) {
      new.insert(row, at: new.count / 2)
      made.append(Edit(table: Row.table, act: .added, columns: []))
    }
    return new
  }

  /// A row that is not there: an entity with another id and name, or a row that joins what no other does.
  private func newcomer<Row: TableRow>(beside rows: [Row]) -> Row? {
    guard var cells = rows.last.map({ RowCells($0) }) else { return nil }
    if Row.table.kind != nil || Row.table == .views {
      if Row.table.kind != nil { cells.set("id", .text("newcomer")) }
      cells.set("name", .text("Newcomer of \(Row.table)"))
      return cells.row
    }
    let columns = Row.stated.indices.filter {
      if case .reference = Row.stated[$0].form { Row.stated[$0].isRequired } else { false }
    }
    let taken = Set(
      rows.flatMap { row in
        let ends = columns.map { Row.stated[$0].content(of: row) }
        return [ends, ends.reversed()]
      })
    for entity in ecosystem.references {
      guard let column = columns.first, Row.stated[column].kinds.contains(entity.kind) else {
        continue
      }
      cells.contents[column] = .references([entity])
      if !taken.contains(columns.map { cells.contents[$0] }) { return cells.row }
    }
    return nil
  }

  private func key<Row: TableRow>(of row: Row) -> [CellContent] {
    Row.stated.filter(\.isRequired).map { $0.content(of: row) }.filter { content in
      if case .number = content { false } else { true }
    }
  }
}

/// Changes one cell of the first row that can be told from all others.
struct CellEdit<Edited: TableRow>: RowRewriter {
  let column: Column<Edited>
  let ecosystem: Ecosystem
  private(set) var isDone = false

  init(column: Column<Edited>, in ecosystem: Ecosystem) {
    self.column = column
    self.ecosystem = ecosystem
  }

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    var new = Array(rows)
    guard Row.table == Edited.table, let row = new.first as? Edited else { return new }
    var cells = RowCells(row)
    guard let content = column.otherContent(than: column.content(of: row), in: ecosystem) else {
      return new
    }
    cells.set(column.name, content)
    guard let changed = cells.row as? Row else { return new }
    isDone = new[0] != changed
    new[0] = changed
    return new
  }
}

/// Puts the rows of every table into another order.
struct Shuffle: RowRewriter {
  var random: SplitMix64

  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    rows.shuffled(using: &random)
  }
}

extension Column {
  /// Something else that the cell may say; `nil` if there is nothing.
  func otherContent(than content: CellContent, in ecosystem: Ecosystem) -> CellContent? {
    let candidates: [CellContent] =
      switch form {
      case .id, .derived: []
      case .name, .text: [.text("something else")]
      case .list: [.texts(["one", "two"])]
      case .number(_, let limits), .share(_, let limits):
        [0, 0.5, 1, 2].filter(limits.contains).map { .number($0) }
      case .measured: [.number(17.5)]
      case .integer(_, let range):
        [0, 1].map { .number(Double(range.lowerBound + $0)) }
      case .date: [.date(.on("2031-02-03"))]
      case .answer: [.answer(true), .answer(false)]
      case .parsed: ["weekly", "08:00-16:15", "#123456"].map { .text($0) }
      case .choice(let cell): cell.words.map { .text($0) }
      case .reference(let cell):
        ecosystem.references.filter { cell.kinds.contains($0.kind) }.map { .references([$0]) }
      }
    return candidates.first { candidate in
      var row = Row.blank
      fill(&row, with: candidate)
      return candidate != content && self.content(of: row) == candidate
    }
  }
}

extension Ecosystem {
  /// How often each row is there, whatever the order.
  var rowCounts: [String: Int] {
    var counting = RowCounting()
    visit(&counting)
    return counting.counts
  }
}

private struct RowCounting: RowVisitor {
  var counts: [String: Int] = [:]

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    for row in rows {
      let cells = RowCells(row)
      counts["\(Row.table) \(cells.contents) \(cells.attributes.entries)", default: 0] += 1
    }
  }
}
