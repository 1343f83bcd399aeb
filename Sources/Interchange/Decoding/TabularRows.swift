import EcosystemModel

/// A row that the tables can describe.
protocol TabularRow: TableRow {
  /// A row of which nothing is known yet.
  static var blank: Self { get }
  /// What its rows are gathered in.
  associatedtype Store: RangeReplaceableCollection<Self> = [Self]
  /// Appends rows of which the cells were read by a plan.
  static func append(
    _ cells: PlainCells<Self>, _ places: Range<Int>, _ plan: RowPlan<Self>, to store: inout Store)
}

/// An entity that the tables can describe.
protocol TabularEntity: TabularRow, TableEntity {
  var name: String { get set }
  /// The same entity, with what its required columns say, under an id.
  func identified(by id: ID) -> Self
  /// What its id is made from where the table gives none.
  var idSource: String { get }
  /// Takes the company, where the kind of entity cannot be without one.
  mutating func belong(to company: Company.ID)
}

extension TabularRow where Store == [Self] {
  static func append(
    _ cells: PlainCells<Self>, _ places: Range<Int>, _ plan: RowPlan<Self>, to store: inout Store
  ) {
    let first = store.count
    store.append(contentsOf: repeatElement(blank, count: places.count))
    plan.fill(&store, from: cells, places, at: first - places.lowerBound)
  }
}

extension TabularRow where Self: ColumnedRow, Store == Rows<Self> {
  static func append(
    _ cells: PlainCells<Self>, _ places: Range<Int>, _ plan: RowPlan<Self>, to store: inout Store
  ) {
    store.append(cells, places)
  }
}

extension TabularEntity {
  mutating func belong(to company: Company.ID) {}
  var idSource: String { Slug.text(of: name) }
}

extension Company: TabularEntity {
  static var blank: Company { Company(id: .init(""), name: "") }
  func identified(by id: ID) -> Company { Company(id: id, name: name) }
}

extension Function: TabularEntity {
  static var blank: Function { Function(id: .init(""), name: "", company: .init("")) }
  mutating func belong(to company: Company.ID) { self.company = company }
  func identified(by id: ID) -> Function { Function(id: id, name: name, company: company) }
  var idSource: String { "\(company.rawValue)-\(Slug.text(of: name))" }
}

extension Person: TabularEntity {
  static var blank: Person { Person(id: .init(""), name: "") }
  func identified(by id: ID) -> Person { Person(id: id, name: name) }
}

extension Alliance: TabularEntity {
  static var blank: Alliance { Alliance(id: .init(""), name: "") }
  func identified(by id: ID) -> Alliance {
    var alliance = Alliance(id: id, name: name)
    alliance.companies = companies
    return alliance
  }
}

extension Program: TabularEntity {
  static var blank: Program { Program(id: .init(""), name: "", alliance: .init("")) }
  func identified(by id: ID) -> Program { Program(id: id, name: name, alliance: alliance) }
}

extension Committee: TabularEntity {
  static var blank: Committee { Committee(id: .init(""), name: "") }
  func identified(by id: ID) -> Committee { Committee(id: id, name: name) }
}

extension Affiliation: TabularRow {
  static var blank: Affiliation { Affiliation(person: .init(""), company: .init("")) }
}

extension Membership: TabularRow {
  typealias Store = Rows<Membership>
  static var blank: Membership { Membership(person: .init(""), committee: .init("")) }
}

extension Relationship: TabularRow {
  static var blank: Relationship {
    Relationship(from: .company(.init("")), to: .company(.init("")))
  }
}

extension Handoff: TabularRow {
  typealias Store = Rows<Handoff>
  static var blank: Handoff { Handoff(from: .function(.init("")), to: .function(.init(""))) }
}

extension Conflict: TabularRow {
  static var blank: Conflict { Conflict(a: .company(.init("")), b: .company(.init(""))) }
}

extension Score: TabularRow {
  static var blank: Score { Score(subject: .company(.init("")), measure: "", value: 0) }
}

extension SavedView: TabularRow {
  static var blank: SavedView { SavedView(name: "") }
}
