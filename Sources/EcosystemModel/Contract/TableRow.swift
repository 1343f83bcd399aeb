/// A row of a table: what it is made of is said by the table's contract.
package protocol TableRow: Hashable, Sendable, Codable {
  /// The table its rows stand in.
  static var table: TableName { get }
  /// The columns of the table.
  static var contract: Contract<Self> { get }
  /// A row of which nothing is known yet.
  static var blank: Self { get }
  /// Free words from the `tags` column.
  var tags: [String] { get set }
  /// The names of the row's cells that no source states.
  var assumed: [String] { get set }
  /// The columns the contract does not name.
  var attributes: Attributes { get set }
}

extension TableRow {
  /// The header of the column that holds a part of a row, such as `prep_hours` for `\.preparationHours`.
  ///
  /// - Precondition: The contract has a column for it.
  package static func column(_ path: any PartialKeyPath<Self> & Sendable) -> String {
    guard let name = contract.name(of: path) else {
      preconditionFailure("The table \(table.rawValue) has no column for \(path).")
    }
    return name
  }

  /// The numbers that the column of a part of a row may hold.
  package static func limits(_ path: any PartialKeyPath<Self> & Sendable) -> NumberLimits {
    contract.column(named: column(path))?.limits ?? .any
  }

  /// The header of the column of names of cells that no source states.
  package static var assumedColumn: String { Contract<Self>.assumed }

  /// What a row says under a header that is normalised already, as text: what the contract's column says, else the row's
  /// own column, else what it inherits.
  func value(ofKey key: String, in ecosystem: Ecosystem) -> String? {
    guard let column = Self.contract.column(withKey: key) else { return attributes[key] }
    if case .derived = column.form, let own = attributes[key] { return own }
    return column.text(of: self, in: ecosystem) ?? column.inheritedText(of: self, in: ecosystem)
  }
}

/// A row that describes an entity.
package protocol TableEntity: TableRow, Entity {
  /// The kind of entity, as references name it.
  static var kind: EntityReference.Kind { get }
  /// The name people know it by.
  var name: String { get set }
  /// The same entity, with what its required columns say, under an id.
  func identified(by id: ID) -> Self
}

extension TableEntity {
  /// The header of the column of names.
  package static var nameColumn: String { contract.columns.first?.name ?? "" }

  /// The header of the column of ids.
  package static var idColumn: String {
    contract.columns.first { if case .id = $0.form { true } else { false } }?.name ?? ""
  }

  /// How ties name it.
  package var reference: EntityReference { EntityReference(id) }
}

extension EntityReference.Kind {
  /// The table that describes entities of this kind.
  package var table: TableName { rowType.table }

  /// The rows of that table.
  package var rowType: any TableEntity.Type {
    switch self {
    case .company: Company.self
    case .function: Function.self
    case .person: Person.self
    case .committee: Committee.self
    case .alliance: Alliance.self
    case .program: Program.self
    }
  }
}

extension TableName {
  /// The rows of the table.
  package var rowType: any TableRow.Type {
    switch self {
    case .companies: Company.self
    case .functions: Function.self
    case .people: Person.self
    case .affiliations: Affiliation.self
    case .alliances: Alliance.self
    case .programs: Program.self
    case .committees: Committee.self
    case .memberships: Membership.self
    case .relationships: Relationship.self
    case .handoffs: Handoff.self
    case .conflicts: Conflict.self
    case .decisions: Decision.self
    case .scores: Score.self
    case .views: SavedView.self
    case .places: Place.self
    }
  }

  /// The kind of entity that its rows describe; `nil` if they tie entities together.
  package var kind: EntityReference.Kind? {
    EntityReference.Kind.allCases.first { $0.table == self }
  }
}

/// Something that is done with the rows of every table.
package protocol RowVisitor {
  /// Takes all rows of one table.
  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>)
}

/// Something that puts other rows in the place of those of every table.
protocol RowRewriter {
  /// Returns what a table's rows become.
  mutating func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row]
}

extension Ecosystem {
  /// The ecosystem with the rows of every table as a rewriter leaves them.
  func rewritten(by rewriter: inout some RowRewriter) -> Ecosystem {
    var new = Ecosystem()
    new.unstated = unstated
    new.companies = Roster(rewriter.rewritten(companies))
    new.functions = Roster(rewriter.rewritten(functions))
    new.people = Roster(rewriter.rewritten(people))
    new.affiliations = rewriter.rewritten(affiliations)
    new.alliances = Roster(rewriter.rewritten(alliances))
    new.programs = Roster(rewriter.rewritten(programs))
    new.committees = Roster(rewriter.rewritten(committees))
    new.memberships = Rows(rewriter.rewritten(memberships))
    new.relationships = rewriter.rewritten(relationships)
    new.handoffs = Rows(rewriter.rewritten(handoffs))
    new.conflicts = rewriter.rewritten(conflicts)
    new.decisions = rewriter.rewritten(decisions)
    new.scores = rewriter.rewritten(scores)
    new.views = rewriter.rewritten(views)
    new.places = rewriter.rewritten(places)
    return new
  }

  /// Shows a visitor the rows of every table, in the order of the tables.
  package func visit(_ visitor: inout some RowVisitor) {
    visitor.visit(companies)
    visitor.visit(functions)
    visitor.visit(people)
    visitor.visit(affiliations)
    visitor.visit(alliances)
    visitor.visit(programs)
    visitor.visit(committees)
    visitor.visit(memberships)
    visitor.visit(relationships)
    visitor.visit(handoffs)
    visitor.visit(conflicts)
    visitor.visit(decisions)
    visitor.visit(scores)
    visitor.visit(views)
    visitor.visit(places)
  }

  /// The row of an entity; `nil` if the ecosystem does not have it.
  package func row(of reference: EntityReference) -> (any TableEntity)? {
    switch reference {
    case .company(let id): companies[id]
    case .function(let id): functions[id]
    case .person(let id): people[id]
    case .committee(let id): committees[id]
    case .alliance(let id): alliances[id]
    case .program(let id): programs[id]
    }
  }
}
