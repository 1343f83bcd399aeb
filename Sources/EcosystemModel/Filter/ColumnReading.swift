/// What a column says of entities: what their own rows say or, where their table does not have the column, the rows that they
/// belong to.
///
/// An alliance's `area` holds for its companies and committees, a company's `region` for its people, as for a ``Filter``: the
/// nearest table in which anybody fills the column speaks for all rows of a table. A kind of thing as column, such as
/// `alliance`, says what a row belongs to by name.
package struct ColumnReading: Sendable {
  /// What one row says.
  package struct Statement: Hashable, Sendable {
    /// The table of the row.
    package let table: TableName
    /// The row's position in its table.
    package let row: Int
    /// What it says.
    package let text: String
  }

  /// The header, in the spelling of who asks.
  package let column: String
  /// How the numbers of several rows become one.
  package let combination: Combination
  /// Whether it holds amounts by the contract, so that a long number is no id.
  package let holdsAmounts: Bool
  /// What the table `scores` says of it, where it is a measure rather than a column.
  package let measure: Measure?
  private let ecosystem: Ecosystem
  private let belonging: Belonging
  /// The text of each cell by table, `nil` where it is empty; only tables in which some cell is filled.
  private let texts: [TableName: [String?]]
  /// The table of what the column names, where it is a kind of thing, and the names there.
  private let thing: TableName?
  private let names: [String?]

  /// How the numbers of several rows become one.
  package enum Combination: Hashable, Sendable {
    /// Amounts, such as hours and values, add up.
    case sum
    /// Shares, grades and measures have a mean.
    case mean
  }

  /// Reads a column of a snapshot; `alliances.kind` names the table too.
  ///
  /// - Complexity: O(rows of the dataset).
  package init(_ column: String, in snapshot: Snapshot) {
    self.init(column, of: snapshot.ecosystem, Belonging(snapshot.ecosystem, snapshot.hierarchy))
  }

  fileprivate init(_ column: String, of ecosystem: Ecosystem, _ belonging: Belonging) {
    self.column = column
    self.ecosystem = ecosystem
    self.belonging = belonging
    let parts = column.split(separator: ".", maxSplits: 1).map(\.trimmed)
    let stated = parts.count == 2 ? TableName(thing: parts[0]) : nil
    let header = stated == nil ? column : parts[1]
    thing = TableName(thing: header).flatMap { $0.kind == nil ? nil : $0 }
    names = thing.flatMap { ColumnCells("name", of: ecosystem).cells[$0] }?.map(\.first) ?? []
    var texts = ColumnCells(header, of: ecosystem).cells.mapValues { $0.map(\.first) }
      .filter { table, cells in
        !table.isOfPictures && (stated == nil || table == stated) && cells.contains { $0 != nil }
      }
    if let thing, texts[thing] == nil, !names.isEmpty { texts[thing] = names }
    self.texts = texts
    let forms = texts.keys.compactMap { $0.combination(ofColumn: header) }
    holdsAmounts = forms.contains(.sum)
    measure = forms.isEmpty ? ecosystem.measure(named: header) : nil
    combination = measure != nil || forms.contains(.mean) ? .mean : .sum
  }

  /// The table whose rows speak for an entity of a kind; `nil` if none does.
  package func source(for kind: EntityReference.Kind) -> TableName? {
    Belonging.voices(of: kind.table).first { table in
      texts[table] != nil && (table == kind.table || thing == nil || table == thing)
    }
  }

  /// What is said of an entity.
  package func statements(about reference: EntityReference) -> [Statement] {
    statements(about: CollectionOfOne(reference))
  }

  /// What is said of some entities together, each row once however many of them belong to it.
  package func statements(about references: some Sequence<EntityReference>) -> [Statement] {
    var seen: Set<Statement> = []
    return references.flatMap { reference -> [Statement] in
      guard let row = ecosystem.position(of: reference) else { return [] }
      return statements(ofRow: row, in: reference.kind.table, from: source(for: reference.kind))
        .filter { seen.insert($0).inserted }
    }
  }

  private func statements(
    ofRow row: Int, in table: TableName, from source: TableName?
  ) -> [Statement] {
    guard let source, let cells = texts[source] else { return [] }
    let own = belonging.owners(of: row, in: table, among: source)
      .compactMap { owner in cells[owner].map { Statement(table: source, row: owner, text: $0) } }
    // A committee without an alliance has that of the committee above it.
    guard own.isEmpty, source == table, let thing, thing != table else { return own }
    return belonging.owners(of: row, in: table, among: thing)
      .compactMap { owner in names[owner].map { Statement(table: thing, row: owner, text: $0) } }
  }
}

extension TableName {
  /// How the numbers of a column of the contract become one; `nil` if the table has no such column.
  fileprivate func combination(ofColumn header: String) -> ColumnReading.Combination? {
    func combination<Row: TableRow>(_ type: Row.Type) -> ColumnReading.Combination? {
      guard let form = Row.contract.column(named: header)?.form else { return nil }
      return switch form {
      case .number, .measured: .sum
      default: .mean
      }
    }
    return combination(rowType)
  }
}

/// Reads several columns of a snapshot, of which it finds out once what belongs to what.
package struct ColumnReader: Sendable {
  private let ecosystem: Ecosystem
  private let belonging: Belonging

  /// Indexes a snapshot in O(number of rows).
  package init(_ snapshot: Snapshot) {
    ecosystem = snapshot.ecosystem
    belonging = Belonging(ecosystem, snapshot.hierarchy)
  }

  /// What a column says; `alliances.kind` names the table too.
  ///
  /// - Complexity: O(rows of the dataset).
  package func reading(of column: String) -> ColumnReading {
    ColumnReading(column, of: ecosystem, belonging)
  }
}
