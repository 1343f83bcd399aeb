/// All that a row says, cell by cell: the columns of the contract in their order, then the row's own.
struct RowCells<Row: TableRow>: Hashable {
  /// What the contract's columns say.
  var contents: [CellContent]
  /// What the row's own columns say.
  var attributes: Attributes

  /// Reads a row.
  init(_ row: Row) {
    contents = Row.stated.map { $0.content(of: row) }
    attributes = row.attributes
  }

  /// The row that says this.
  var row: Row {
    var row = Row.blank
    if let place = Row.stated.firstIndex(where: \.isID), case .text(let id) = contents[place] {
      row = (row as? any TableEntity)?.renamed(to: id) as? Row ?? row
    }
    for (column, content) in zip(Row.stated, contents) { column.fill(&row, with: content) }
    row.attributes = attributes
    return row
  }

  /// Gives every entity that is named another name.
  mutating func rename(_ name: (EntityReference) -> EntityReference) {
    for place in contents.indices { contents[place] = contents[place].renamed(name) }
  }

  /// Puts the row under an id.
  mutating func setID(_ id: String) {
    if let place = Row.stated.firstIndex(where: \.isID) { contents[place] = .text(id) }
  }

  /// Puts something into one cell, or empties it.
  mutating func set(_ header: String, _ content: CellContent) {
    let key = ColumnName.normalized(header)
    if let place = Row.stated.firstIndex(where: { ColumnName.normalized($0.name) == key }) {
      contents[place] = content
    } else if case .text(let text) = content {
      attributes[header] = text
    } else {
      attributes[header] = nil
    }
  }

  /// The cells in which another row differs.
  func differences(to other: Self) -> [EcosystemChange.Cell] {
    var cells: [EcosystemChange.Cell] = []
    for (column, pair) in zip(Row.stated, zip(contents, other.contents)) where pair.0 != pair.1 {
      cells.append(.init(column: column.name, before: pair.0, after: pair.1))
    }
    guard attributes != other.attributes else { return cells }
    let names = attributes.entries.map(\.name) + other.attributes.entries.map(\.name)
    var keys: Set<String> = []
    for name in names.sorted() where keys.insert(ColumnName.normalized(name)).inserted {
      let (old, new) = (attributes[name], other.attributes[name])
      guard old != new else { continue }
      cells.append(
        .init(
          column: name, before: old.map(CellContent.text) ?? .empty,
          after: new.map(CellContent.text) ?? .empty))
    }
    return cells
  }
}

extension TableRow {
  /// The columns that say something of their own: neither what follows from others, nor the same in another unit.
  static var stated: [Column<Self>] { contract.written.filter { !$0.isOtherUnit } }
}

extension TableEntity {
  /// A row with the same required cells under another id.
  fileprivate func renamed(to id: String) -> Self { identified(by: ID(id)) }
}

extension Column {
  /// Whether it holds the id of the row.
  package var isID: Bool { if case .id = form { true } else { false } }
}
