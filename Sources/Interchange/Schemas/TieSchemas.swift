import EcosystemModel

/// A row that ties entities together.
protocol TabularTie {
  /// The columns of its table, required ones first.
  static var schema: TableSchema<Self> { get }
  /// A tie of which nothing is known yet.
  static var blank: Self { get }
}

extension Affiliation: TabularTie {
  static var schema: TableSchema<Affiliation> {
    TableSchema(
      table: .affiliations,
      columns: [
        Column.reference("person", \.person).required(),
        Column.reference("company", \.company).required(),
        Column(
          name: "function",
          decode: { row, text, decoding in
            guard
              let id = decoding.reference(
                to: .function, named: text, within: row.company.rawValue)
            else { return false }
            row.function = .init(id)
            return true
          }, encode: { $0.function.map { .text($0.rawValue) } ?? .none }),
        .number("share", \.share, isShare: true), .date("since", \.validity.since),
        .date("until", \.validity.until), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Affiliation { Affiliation(person: .init(""), company: .init("")) }
}

extension Membership: TabularTie {
  static var schema: TableSchema<Membership> {
    TableSchema(
      table: .memberships,
      columns: [
        Column.reference("person", \.person).required(),
        Column.reference("committee", \.committee).required(),
        .choice("role", \.role), .reference("company", \.company),
        .date("since", \.validity.since), .date("until", \.validity.until), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Membership { Membership(person: .init(""), committee: .init("")) }
}

extension Relationship: TabularTie {
  static var schema: TableSchema<Relationship> {
    TableSchema(
      table: .relationships,
      columns: [
        Column.end("from", \.from, among: [EntityReference.Kind.allCases], implied: .company)
          .required().alias("source"),
        Column.end("to", \.to, among: [EntityReference.Kind.allCases], implied: .company)
          .required().alias("target"),
        .text("kind", \.kind),
        Column(
          name: "directed",
          decode: { row, text, decoding in
            guard let flag = decoding.flag(text) else { return false }
            row.directed = flag
            return true
          }, encode: { $0.directed.map { .flag($0) } ?? .none }),
        .number("weight", \.weight), .reference("owner", \.owner), .text("label", \.label),
        .date("since", \.validity.since), .date("until", \.validity.until), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Relationship {
    Relationship(from: .company(.init("")), to: .company(.init("")))
  }
}

extension Handoff: TabularTie {
  /// Work passes between functions, people and committees; another kind is meant only where none of these fits.
  private static let groups: [[EntityReference.Kind]] = [
    [.function, .person, .committee], [.company, .alliance, .program],
  ]

  static var schema: TableSchema<Handoff> {
    TableSchema(
      table: .handoffs,
      columns: [
        Column.end("from", \.from, among: groups, implied: .function).required().alias("source"),
        Column.end("to", \.to, among: groups, implied: .function).required().alias("target"),
        .text("what", \.what), .text("stage", \.stage), .number("hours", \.hours),
        .reference("owner", \.owner), .reference("alliance", \.alliance),
        .number("per_year", \.perYear), .text("channel", \.channel), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Handoff { Handoff(from: .function(.init("")), to: .function(.init(""))) }
}

extension Conflict: TabularTie {
  static var schema: TableSchema<Conflict> {
    TableSchema(
      table: .conflicts,
      columns: [
        Column.end("a", \.a, among: [[.alliance, .company]], implied: .company).required(),
        Column.end("b", \.b, among: [[.alliance, .company]], implied: .company).required(),
        .text("reason", \.reason),
        .integer("cooling_off_days", \.coolingOffDays, in: 0...1_000_000), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Conflict { Conflict(a: .company(.init("")), b: .company(.init(""))) }
}

extension Score: TabularTie {
  static var schema: TableSchema<Score> {
    TableSchema(
      table: .scores,
      columns: [
        Column.end("subject", \.subject, among: [EntityReference.Kind.allCases], implied: .company)
          .required(),
        Column.name(\.measure, "measure").required(),
        Column(
          name: "value", isRequired: true,
          decode: { row, text, decoding in
            guard let number = decoding.number(text, isShare: false) else { return false }
            row.value = number
            return true
          }, encode: { .number($0.value) }),
        .date("date", \.date), .text("scale", \.scale), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: Score { Score(subject: .company(.init("")), measure: "", value: 0) }
}

extension SavedView: TabularTie {
  static var schema: TableSchema<SavedView> {
    TableSchema(
      table: .views,
      columns: [
        Column.name(\.name).required(), .text("kind", \.kind), .text("where", \.filter),
        .text("focus", \.focus), .integer("steps", \.steps, in: 0...1000),
        .text("group", \.group), .text("size", \.size),
        Column.text("colour", \.colour).alias("color"), .text("layout", \.layout),
        .text("title", \.title), .tags(\.tags),
      ], attributes: \.attributes)
  }
  static var blank: SavedView { SavedView(name: "") }
}
