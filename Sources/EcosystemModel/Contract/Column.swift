/// One column of the data contract: its header, the form of its cells, where its value stands in a row, and what it means.
///
/// This is the only home of the facts about a column. What reads, writes, checks, explains or suggests columns derives
/// from it.
package struct Column<Row: TableRow>: Sendable {
  /// The header, such as `time_zone`.
  package let name: String
  /// The form of its cells, with the way to the value.
  package let form: ColumnForm<Row>
  /// What a cell says, in one sentence without a full stop.
  package let meaning: String
  /// Other headers that mean the same.
  package private(set) var aliases: [String] = []
  /// Whether a row without it is left out.
  package private(set) var isRequired = false
  /// Words that are worth offering; others are fine too.
  package private(set) var examples: [String] = []
  /// Whether words that differ only in their looks are one word written in two ways, as of kinds and stages.
  package private(set) var isCategory = false
  /// What holds where the cell is empty: a function's region is its company's.
  private(set) var inheritance: Inheritance?
  /// Whether rows that join the same, and differ in it, are about different things, as two measurements of one measure are.
  private(set) var isIdentifying = false
  /// Whether it says in another unit what the column before it says; such a column is read, and not written.
  package private(set) var isOtherUnit = false
  /// The part of a row that it holds.
  package let path: (any PartialKeyPath<Row> & Sendable)?

  /// Declares a column.
  init(_ name: String, _ form: ColumnForm<Row>, _ meaning: String) {
    self.name = name
    self.form = form
    self.meaning = meaning
    path = form.path
  }

  /// The column, without which a row is left out.
  func required() -> Self { changed { $0.isRequired = true } }

  /// The column, under other headers too.
  func alias(_ names: String...) -> Self { changed { $0.aliases = names } }

  /// The column, with words to offer.
  func offering(_ words: String...) -> Self { changed { $0.examples = words } }

  /// The column, as one of a few words that recur from row to row.
  func category(_ words: String...) -> Self {
    changed {
      $0.examples = words
      $0.isCategory = true
    }
  }

  /// The column, with the text that holds where its cell is empty.
  func inheriting(text: @escaping @Sendable (Row, Ecosystem) -> String?) -> Self {
    changed { $0.inheritance = .text(text) }
  }

  /// The column, with the entities that hold where its cell is empty.
  func inheriting(
    references: @escaping @Sendable (Row, Ecosystem) -> [EntityReference]
  ) -> Self {
    changed { $0.inheritance = .references(references) }
  }

  /// The column, as one that tells rows apart that join the same.
  func identifying() -> Self { changed { $0.isIdentifying = true } }

  /// The column, as another unit of the one before it.
  func otherUnit() -> Self { changed { $0.isOtherUnit = true } }

  private func changed(_ change: (inout Self) -> Void) -> Self {
    var column = self
    change(&column)
    return column
  }
}

extension Column {
  /// What an empty cell takes from elsewhere.
  enum Inheritance: Sendable {
    case text(@Sendable (Row, Ecosystem) -> String?)
    case references(@Sendable (Row, Ecosystem) -> [EntityReference])
  }

  /// Whether a cell may hold several values, with `|` between them.
  package var isList: Bool {
    switch form {
    case .list: true
    case .reference(let cell): cell.isList
    default: false
    }
  }

  /// The kinds of entity that a cell may name; none where it names no entity.
  package var kinds: [EntityReference.Kind] {
    if case .reference(let cell) = form { cell.kinds } else { [] }
  }

  /// The entities that the row's cell names.
  package func references(of row: Row) -> [EntityReference] {
    if case .reference(let cell) = form { cell.read(row) } else { [] }
  }

  /// The entities that the row's cell names, or that it inherits where the cell is empty.
  package func references(of row: Row, in ecosystem: Ecosystem) -> [EntityReference] {
    let own = references(of: row)
    guard own.isEmpty, case .references(let read) = inheritance else { return own }
    return read(row, ecosystem)
  }

  /// The number in the row's cell, where the form is one and the cell is not empty.
  package func number(of row: Row) -> Double? {
    switch form {
    case .number(let path, _), .share(let path, _): row[keyPath: path]
    case .measured(let path): row[keyPath: path]
    case .integer(let path, _): row[keyPath: path].map(Double.init)
    default: nil
    }
  }

  /// The numbers that a cell may hold; `nil` if it holds none.
  package var limits: NumberLimits? {
    switch form {
    case .number(_, let limits), .share(_, let limits): limits
    case .measured: .any
    case .integer(_, let range):
      NumberLimits(least: Double(range.lowerBound), greatest: Double(range.upperBound))
    default: nil
    }
  }

  /// Whether a number may be written as a percentage.
  package var isShare: Bool { if case .share = form { true } else { false } }

  /// What the row's cell says, as text: entities by name, lists joined by `|`; `nil` if the cell is empty.
  package func text(of row: Row, in ecosystem: Ecosystem) -> String? {
    switch form {
    case .id(let read): read(row)
    case .name(let path): row[keyPath: path]
    case .text(let path): row[keyPath: path]
    case .list(let path): Self.joined(row[keyPath: path])
    case .number, .share, .measured, .integer: number(of: row).map(NumberText.text)
    case .date(let path): row[keyPath: path]?.description
    case .answer(let path): row[keyPath: path].map { $0 ? "yes" : "no" }
    case .parsed(let cell): cell.read(row)
    case .choice(let cell): cell.read(row)
    case .reference(let cell): Self.joined(cell.read(row).map(ecosystem.name(of:)))
    case .derived(let read): read(row, ecosystem)
    }
  }

  /// What the row inherits where its cell is empty, as text.
  func inheritedText(of row: Row, in ecosystem: Ecosystem) -> String? {
    switch inheritance {
    case .text(let read): read(row, ecosystem)
    case .references(let read): Self.joined(read(row, ecosystem).map(ecosystem.name(of:)))
    case nil: nil
    }
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "|")
  }
}

extension ColumnForm {
  /// The part of a row that a cell holds.
  var path: (any PartialKeyPath<Row> & Sendable)? {
    switch self {
    case .name(let path): path
    case .text(let path): path
    case .list(let path): path
    case .number(let path, _), .share(let path, _): path
    case .measured(let path): path
    case .integer(let path, _): path
    case .date(let path): path
    case .answer(let path): path
    case .parsed(let cell): cell.path
    case .choice(let cell): cell.path
    case .reference(let cell): cell.path
    case .id, .derived: nil
    }
  }
}
