public import EcosystemModel

/// What sort of map is drawn.
public enum ViewKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Companies and their functions, the alliances between them, and their ties.
  case ecosystem
  /// The committees of alliances as a hierarchy, with seats by company.
  case governance
  /// People and the committees they sit on.
  case people
  /// What lies within a few steps of one entity, whatever the tie.
  case focus

  /// What the map shows, in one line.
  public var summary: String {
    switch self {
    case .ecosystem: "companies and their functions, the alliances between them, and their ties"
    case .governance: "committees as a hierarchy, with seats by company; escalation runs upwards"
    case .people: "people and the committees they sit on"
    case .focus: "everything within a few steps of one entity"
    }
  }
}

/// How much detail an ecosystem map shows.
public enum RollUp: String, CaseIterable, Hashable, Sendable, Codable {
  /// One box for each function, framed by company.
  case functions
  /// One box for each company; ties of its functions are merged and counted.
  case companies
}

/// How much the boxes of a map say.
public enum Detail: String, CaseIterable, Hashable, Sendable, Codable {
  /// Everything: who chairs a committee, which functions a company has.
  case full
  /// Names and counts only; the rest is in the tooltips.
  case names
}

/// What to show: the kind of map, the filter, the day, and how far to go.
public struct MapView: Hashable, Sendable, Codable {
  /// The sort of map.
  public var kind: ViewKind
  /// Conditions that every shown entity meets, all of them.
  public var conditions: [Condition] = []
  /// The day the map stands for, or no day in particular.
  public var date: CalendarDate?
  /// The entity a focus map is drawn around.
  public var focus: EntityReference?
  /// How many ties away from the focus an entity may be.
  public var steps = 2
  /// The level of detail of an ecosystem map; chosen by size where missing.
  public var rollUp: RollUp?
  /// The column that boxes are framed by.
  public var group: String?
  /// The column written into the boxes in place of the name.
  public var label: String?
  /// The largest number of boxes; those with the most ties stay.
  ///
  /// `nil` draws them all.
  public var limit: Int? = 80
  /// How much each box says.
  public var detail = Detail.full
  /// The title; made from the content where missing.
  public var title: String?

  /// Makes a view of a kind with nothing left out but what cannot fit.
  public init(_ kind: ViewKind) {
    self.kind = kind
  }
}
