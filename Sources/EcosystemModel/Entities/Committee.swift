/// A joint governance body: JEC, JSC, JDC, JCC, JLT, ALT and the like.
package struct Committee: Entity {
  /// `committees`.
  package static let table = TableName.committees

  /// The stable id.
  package let id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// Its kind, such as `JEC` or `JLT`.
  package var kind: String?
  /// The alliance it governs.
  package var alliance: Alliance.ID?
  /// The committee it reports and escalates to.
  package var parent: Committee.ID?
  /// The region it is responsible for.
  package var region: String?
  /// How often it meets.
  package var cadence: Cadence?
  /// The length of one meeting in hours.
  package var hours: Double?
  /// Hours each member prepares for one meeting.
  package var preparationHours: Double?
  /// Days before a meeting by which papers must be in.
  package var leadDays: Double?
  /// How many members must attend for a decision.
  package var quorum: Int?
  /// What it decides.
  package var decides: String?
  /// The share of proposals that pass, 0 to 1.
  package var approvalRate: Double?
  /// The share of matters that it settles itself, 0 to 1.
  package var settles: Double?
  /// The longest a proposal may wait here, in days.
  package var maxDays: Double?
  /// Who settles what it cannot agree on: a person or a committee; its parent, where there is one, approves.
  package var designee: EntityReference?
  /// The day its charter was last reviewed.
  package var reviewed: CalendarDate?
  /// From its charter up to its end.
  package var validity: Validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every committee must have.
  package init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}

extension Committee: TableEntity {
  package static let kind = EntityReference.Kind.committee

  package static let contract = Contract<Committee>(
    "The committees of an alliance and how they escalate.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `jsc`; cells may use it in place of the name"),
      Column("kind", .text(\.kind), "What sort of committee it is")
        .category("JEC", "JSC", "JDC", "JCC", "JLT", "ALT"),
      Column("alliance", .reference(\.alliance), "The alliance it governs"),
      Column("parent", .reference(\.parent), "The committee it reports and escalates to"),
      Column(
        "escalates_to", .end(\.designee, among: [[.person, .committee]], implied: .person),
        "The person or committee that settles what it cannot agree on; above it, and not on it"),
      Column("region", .text(\.region), "The region it is responsible for").category(),
      Column(
        "cadence", .cadence(\.cadence),
        "`weekly`, `biweekly`, `monthly`, `quarterly` or meetings a year such as `10/year`"
      ).offering("weekly", "biweekly", "monthly", "quarterly", "10/year"),
      Column(
        "hours", .number(\.hours, .under(24, "hours")), "Length of a meeting in hours"),
      Column(
        "prep_hours", .number(\.preparationHours, .upTo(744, "hours")),
        "Hours each member prepares for a meeting"),
      Column(
        "lead_days", .number(\.leadDays, .upTo(3650, "days")),
        "Days before a meeting by which papers must be in"),
      Column("quorum", .integer(\.quorum, 0...10_000), "Voting members needed to decide"),
      Column("decides", .text(\.decides), "What it decides, in words"),
      Column(
        "approval_rate", .share(\.approvalRate, .rate),
        "The share of proposals it approves, such as 0.85"),
      Column(
        "settles", .share(\.settles, .share), "The share of matters it settles itself, such as 0.6"),
      Column(
        "max_days", .number(\.maxDays, .upTo(36_500, "days")), "Days within which it must decide"),
      Column("chartered", .date(\.validity.since), "The day it was founded").alias("since"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
      Column("reviewed", .date(\.reviewed), "The day its charter was last reviewed"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}
