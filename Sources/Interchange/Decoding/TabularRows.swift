import EcosystemModel

/// A row that the tables can describe.
protocol TabularRow: TableRow {
  /// What its rows are gathered in.
  associatedtype Store: RangeReplaceableCollection<Self> = [Self]
  /// Appends rows of which the cells were read by a plan.
  static func append(
    _ cells: PlainCells<Self>, _ places: Range<Int>, _ plan: RowPlan<Self>, to store: inout Store)
}

/// An entity that the tables can describe.
protocol TabularEntity: TabularRow, TableEntity {
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

extension Company: TabularEntity {}

extension Function: TabularEntity {
  mutating func belong(to company: Company.ID) { self.company = company }
  var idSource: String { "\(company.rawValue)-\(Slug.text(of: name))" }
}

extension Person: TabularEntity {}
extension Alliance: TabularEntity {}
extension Program: TabularEntity {}
extension Committee: TabularEntity {}
extension Affiliation: TabularRow {}

extension Membership: TabularRow {
  typealias Store = Rows<Membership>
}

extension Relationship: TabularRow {}

extension Handoff: TabularRow {
  typealias Store = Rows<Handoff>
}

extension Conflict: TabularRow {}
extension Decision: TabularRow {}
extension Score: TabularRow {}
extension SavedView: TabularRow {}
extension Place: TabularRow {}
