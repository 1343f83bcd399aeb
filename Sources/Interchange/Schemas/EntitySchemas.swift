import EcosystemModel

/// An entity that the tables can describe.
protocol TabularEntity: Entity {
  var name: String { get set }
  /// The columns of its table but `id`, required ones first.
  static var schema: TableSchema<Self> { get }
  /// An entity of which nothing is known yet.
  static var blank: Self { get }
  /// The same entity, with what its required columns say, under an id.
  func identified(by id: ID) -> Self
  /// What its id is made from where the table gives none.
  var idSource: String { get }
  /// Takes the company, where the kind of entity cannot be without one.
  mutating func belong(to company: Company.ID)
}

extension TabularEntity {
  mutating func belong(to company: Company.ID) {}
  var idSource: String { Slug.text(of: name) }
}

extension Company: TabularEntity {
  static var schema: TableSchema<Company> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), .text("kind", \.kind), .text("region", \.region),
        .text("time_zone", \.timeZone), .reference("parent", \.parent), .text("url", \.url),
        .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Company { Company(id: .init(""), name: "") }
  func identified(by id: ID) -> Company { Company(id: id, name: name) }
}

extension Function: TabularEntity {
  static var schema: TableSchema<Function> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), Column.reference("company", \.company).required(),
        Column(
          name: "parent",
          decode: { row, text, decoding in
            guard
              let id = decoding.reference(
                to: .function, named: text, within: row.company.rawValue)
            else { return false }
            row.parent = .init(id)
            return true
          }, encode: { $0.parent.map { .text($0.rawValue) } ?? .none }),
        .text("region", \.region), .text("time_zone", \.timeZone),
        .parsed("work_hours", \.workHours, rule: "value.hours", like: "hours like 09:00-17:00"),
        .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Function { Function(id: .init(""), name: "", company: .init("")) }
  mutating func belong(to company: Company.ID) { self.company = company }
  func identified(by id: ID) -> Function { Function(id: id, name: name, company: company) }
  var idSource: String { "\(company.rawValue)-\(Slug.text(of: name))" }
}

extension Person: TabularEntity {
  static var schema: TableSchema<Person> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), .reference("company", \.company),
        .reference("function", \.function, within: \.company), .text("title", \.title),
        .integer("seniority", \.seniority, in: 0...1_000_000), .reference("manager", \.manager),
        .text("time_zone", \.timeZone), .number("capacity_hours", \.capacityHours),
        .choice("kind", \.kind, standard: .person), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Person { Person(id: .init(""), name: "") }
  func identified(by id: ID) -> Person { Person(id: id, name: name) }
}

extension Alliance: TabularEntity {
  static var schema: TableSchema<Alliance> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), partners, .text("kind", \.kind), .text("stage", \.stage),
        .text("area", \.area), .date("since", \.validity.since),
        .date("until", \.validity.until), .reference("manager", \.manager),
        .text("north_star", \.northStar), .number("value_usd", \.valueInUSDollars),
        .tags(\.tags),
      ], attributes: \.attributes)
  }

  /// The partners; of a list with an unknown company the others stay.
  private static var partners: Column<Alliance> {
    var column = Column<Alliance>(
      name: "companies",
      decode: { row, text, decoding in
        for element in ListText.elements(of: text) {
          guard let id = decoding.reference(to: .company, named: element) else { continue }
          if row.companies.contains(.init(id)) {
            decoding.report(.warning, "list.repeated", "\"\(element)\" is listed twice; remove one")
          } else {
            row.companies.append(.init(id))
          }
        }
        return !row.companies.isEmpty
      }, encode: { $0.companies.isEmpty ? .none : .list($0.companies.map(\.rawValue)) })
    column.isList = true
    return column.required()
  }
  static var blank: Alliance { Alliance(id: .init(""), name: "") }
  func identified(by id: ID) -> Alliance {
    var alliance = Alliance(id: id, name: name)
    alliance.companies = companies
    return alliance
  }
}

extension Program: TabularEntity {
  static var schema: TableSchema<Program> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), Column.reference("alliance", \.alliance).required(),
        .text("stage", \.stage), .reference("lead", \.lead),
        .date("since", \.validity.since), .date("until", \.validity.until), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Program { Program(id: .init(""), name: "", alliance: .init("")) }
  func identified(by id: ID) -> Program { Program(id: id, name: name, alliance: alliance) }
}

extension Committee: TabularEntity {
  static var schema: TableSchema<Committee> {
    TableSchema(
      table: table,
      columns: [
        .name(\.name).required(), .text("kind", \.kind), .reference("alliance", \.alliance),
        .reference("parent", \.parent), .text("region", \.region),
        .parsed(
          "cadence", \.cadence, rule: "value.cadence",
          like: "weekly, biweekly, monthly, quarterly or a number of meetings such as 10/year"),
        .number("hours", \.hours), .number("prep_hours", \.preparationHours),
        .integer("quorum", \.quorum, in: 0...1_000_000), .text("decides", \.decides),
        .number("approval_rate", \.approvalRate, isShare: true), .number("max_days", \.maxDays),
        .end("escalates_to", \.designee, among: [[.person, .committee]], implied: .person),
        Column.date("chartered", \.validity.since).alias("since"),
        .date("until", \.validity.until), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Committee { Committee(id: .init(""), name: "") }
  func identified(by id: ID) -> Committee { Committee(id: id, name: name) }
}

extension Entity {
  /// The kind of entity, as references name it.
  static var kind: EntityReference.Kind {
    switch table {
    case .functions: .function
    case .people: .person
    case .alliances: .alliance
    case .programs: .program
    case .committees: .committee
    default: .company
    }
  }
}

extension EntityReference.Kind {
  /// The table that describes entities of this kind.
  var table: TableName {
    switch self {
    case .company: .companies
    case .function: .functions
    case .person: .people
    case .committee: .committees
    case .alliance: .alliances
    case .program: .programs
    }
  }
}
