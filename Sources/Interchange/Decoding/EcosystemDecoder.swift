import EcosystemModel

/// Turns tables into an ecosystem and everything there is to tell about them.
struct EcosystemDecoder {
  private var decoding: Decoding
  private var ecosystem = Ecosystem()
  private var sources = SourceMap()
  private var counts: [TableCount] = []
  private let tables: [TableName: Table]

  /// The result of decoding.
  struct Result {
    let ecosystem: Ecosystem
    let diagnostics: [Diagnostic]
    let sources: SourceMap
    let counts: [TableCount]
    let unknownNames: UnknownNames
  }

  /// Decodes tables; those in `unreadable` exist but could not be read, which is told already.
  static func decode(
    _ tables: [TableName: Table], unreadable: Set<TableName>, nodeKind: EntityReference.Kind?,
    aliases: AliasList? = nil
  ) -> Result {
    var decoder = Self(tables: tables, aliases: aliases)
    decoder.decoding.nodeKind = nodeKind
    for kind in EntityReference.Kind.allCases {
      if unreadable.contains(kind.table) {
        decoder.decoding.indices[kind].origin = .unreadableTable
      } else if tables[kind.table] != nil {
        decoder.decoding.indices[kind].origin = .table
      }
    }
    decoder.decode()
    return Result(
      ecosystem: decoder.ecosystem, diagnostics: decoder.decoding.diagnostics,
      sources: decoder.sources, counts: decoder.counts, unknownNames: decoder.decoding.unknown)
  }

  private init(tables: [TableName: Table], aliases: AliasList?) {
    self.tables = tables
    decoding = Decoding(aliases: aliases)
  }

  private mutating func decode() {
    var companies = indexed(Company.self)
    var functions = indexed(Function.self)
    var people = indexed(Person.self)
    var alliances = indexed(Alliance.self)
    var programs = indexed(Program.self)
    var committees = indexed(Committee.self)
    complete(&companies)
    complete(&functions)
    complete(&people)
    complete(&alliances)
    complete(&programs)
    complete(&committees)
    ecosystem.affiliations = ties(Affiliation.self)
    ecosystem.memberships = ties(Membership.self)
    ecosystem.relationships = ties(Relationship.self)
    ecosystem.handoffs = ties(Handoff.self)
    ecosystem.conflicts = ties(Conflict.self)
    ecosystem.decisions = ties(Decision.self)
    ecosystem.scores = ties(Score.self)
    ecosystem.views = ties(SavedView.self)
    ecosystem.places = ties(Place.self)
    renameSubjectsOfViews()
    ecosystem.companies = roster(companies)
    ecosystem.functions = roster(functions)
    ecosystem.people = roster(people)
    ecosystem.alliances = roster(alliances)
    ecosystem.programs = roster(programs)
    ecosystem.committees = roster(committees)
    counts.sort { $0.table < $1.table }
    decoding.finish()
  }

  /// An entity table on its way: its rows so far, and how its columns are bound.
  private struct Draft<E: TabularEntity> {
    var table = Table(file: "")
    var rows = DecodedRows<[E]>()
    var binding: TableBinding?
  }

  private mutating func indexed<E: TabularEntity>(_ type: E.Type) -> Draft<E> {
    guard var table = tables[E.table] else { return Draft() }
    let binding = TableBinding(table, of: E.self, decoding: &decoding)
    let absorbed = merge(E.self, in: &table, binding)
    let rows = decoding.entities(E.self, from: table, without: absorbed, binding)
    counts.append(.init(table: E.table, read: rows.values.count, leftOut: rows.leftOut))
    sources.add(E.table, table: table, rows: rows.rows, columns: binding.contract)
    return Draft(table: table, rows: rows, binding: binding)
  }

  /// Merges the rows of a table that the aliases make one, and returns those that have become part of others.
  private mutating func merge<E: TabularEntity>(
    _ type: E.Type, in table: inout Table, _ binding: TableBinding
  ) -> Set<Int> {
    guard !decoding.aliases.isEmpty, AliasList.kinds.contains(E.kind), binding.isComplete,
      let name = binding.positions.first ?? nil
    else { return [] }
    let columns = zip(E.contract.columns, binding.positions).compactMap {
      column, position -> RowMerger.Column? in
      let kind = column.kinds.count == 1 ? column.kinds.first : nil
      guard let position, position != binding.id else { return nil }
      return RowMerger.Column(position: position, kind: kind, isList: column.isList)
    }
    let attributes = binding.attributes.map {
      RowMerger.Column(position: $0.position, kind: nil, isList: false)
    }
    var merger = RowMerger(
      table, kind: E.kind, name: name, id: binding.id, columns: columns + attributes)
    merger.merge(&decoding.aliases, diagnostics: &decoding.diagnostics)
    table = merger.table
    return merger.absorbed
  }

  private mutating func complete<E: TabularEntity>(_ draft: inout Draft<E>) {
    guard let binding = draft.binding else { return }
    decoding.complete(&draft.rows, from: draft.table, binding)
  }

  /// Lets saved views name what the aliases stand for; a filter that holds an alias is the user's to change.
  private mutating func renameSubjectsOfViews() {
    let applied = decoding.aliases.applied
    guard !applied.isEmpty else { return }
    let names = Dictionary(
      applied.map { ($0.alias, $0.name) }, uniquingKeysWith: { first, _ in first })
    for position in ecosystem.views.indices {
      if let focus = ecosystem.views[position].focus {
        let subjects = ListText.elements(of: focus)
        if subjects.contains(where: { names[$0] != nil }) {
          ecosystem.views[position].focus = ListText.cell(of: subjects.map { names[$0] ?? $0 })
        }
      }
      guard let filter = ecosystem.views[position].filter,
        let alias = applied.first(where: { filter.contains($0.alias) && !filter.contains($0.name) })
      else { continue }
      decoding.diagnostics.append(
        Diagnostic(
          severity: .warning, rule: "alias.filter",
          message:
            "the filter names \"\(alias.alias)\", which stands for \"\(alias.name)\" now; write that name",
          location: sources.location(
            of: .init(.views, position), column: SavedView.column(\.filter))))
    }
  }

  private mutating func ties<Tie: TabularRow>(_ type: Tie.Type) -> Tie.Store {
    guard let table = tables[Tie.table] else { return Tie.Store() }
    let binding = TableBinding(table, of: Tie.self, decoding: &decoding)
    let rows = decoding.ties(Tie.self, from: table, binding)
    counts.append(.init(table: Tie.table, read: rows.values.count, leftOut: rows.leftOut))
    sources.add(Tie.table, table: table, rows: rows.rows, columns: binding.contract)
    return rows.values
  }

  /// The entities of the table, followed by those that only cells have named.
  private mutating func roster<E: TabularEntity>(_ draft: Draft<E>) -> Roster<E> {
    var entities = draft.rows.values
    let entries = decoding.indices[E.kind].entries.dropFirst(entities.count)
    for entry in entries {
      var blank = E.blank
      blank.name = entry.name
      if let company = entry.company { blank.belong(to: company) }
      entities.append(blank.identified(by: entry.reference.id()))
    }
    sources.addImplied(E.table, at: decoding.implied[E.kind] ?? [])
    return Roster(entities)
  }
}
