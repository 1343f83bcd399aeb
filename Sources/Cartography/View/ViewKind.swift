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
  /// How far committees share their members.
  case overlap
  /// Who carries how many hours a month.
  case load
  /// The days on each way up to the final decider.
  case escalation
  /// What is handed to whom at which lifecycle stage.
  case handoffs
  /// When each site is at work.
  case coverage
  /// The sides of each firewall, and what connects them.
  case firewall
  /// Two organisations beside each other, with the bodies between them.
  case peers
  /// Ways by which one entity is introduced to another.
  case introductions

  /// What the map shows, in one line.
  public var summary: String {
    switch self {
    case .ecosystem: "companies and their functions, the alliances between them, and their ties"
    case .governance: "committees as a hierarchy, with seats by company; escalation runs upwards"
    case .people: "people and the committees they sit on"
    case .focus: "everything within a few steps of one entity"
    case .overlap: "committees by the people they share"
    case .load: "people by their hours a month"
    case .escalation: "ways up to the final decider, with the days on each"
    case .handoffs: "handoffs between parties, stage by stage"
    case .coverage: "working hours around the clock, site by site"
    case .firewall: "the sides of each firewall, and what connects them"
    case .peers: "two organisations beside each other, with the bodies between them"
    case .introductions: "ways from one entity to another"
    }
  }
}

extension ViewKind {
  /// Whether it is the picture of an answer, whose parts have places of their own, rather than a map of boxes and lines.
  public var isChart: Bool {
    switch self {
    case .ecosystem, .governance, .people, .focus: false
    case .overlap, .load, .escalation, .handoffs, .coverage, .firewall, .peers, .introductions: true
    }
  }

  /// The kinds that are maps of boxes and lines.
  public static var maps: [ViewKind] { allCases.filter { !$0.isChart } }
}

/// How much the boxes of a map say.
public enum Detail: String, CaseIterable, Hashable, Sendable, Codable {
  /// Everything: who chairs a committee, which functions a company has.
  case full
  /// Names and counts only; the rest is in the tooltips.
  case names
}

/// What to show: the kind of map, the filter, and how far to go.
public struct MapView: Hashable, Sendable, Codable {
  /// The sort of map.
  public var kind: ViewKind
  /// Conditions that every shown entity meets, all of them.
  public var conditions: [Condition] = []
  /// The entity a focus map is drawn around.
  public var focus: EntityReference?
  /// How many ties away from the focus an entity may be.
  public var steps = 2
  /// The entity whose community is shown alone: those who have more to do with each other than with the rest.
  public var community: EntityReference?
  /// The size above which a community is split; nothing leaves them as they are.
  public var largestCommunity: Int?
  /// What gets a box of its own; chosen by size where missing.
  public var rollUp: RollUp?
  /// What is folded into fewer boxes and lines.
  public var reduction = Reduction()
  /// Entities that stand out, and that are never folded or left out for want of room.
  public var highlights: [EntityReference] = []
  /// The column that boxes are framed by.
  public var group: String?
  /// The column written into the boxes in place of the name.
  public var label: String?
  /// The largest number of boxes; those with the most ties stay.
  ///
  /// `nil` draws them all.
  public var limit: Int?
  /// How much each box says.
  public var detail = Detail.full
  /// The title; made from the content where missing.
  public var title: String?

  /// Makes a view of a kind with nothing left out but what cannot fit.
  public init(_ kind: ViewKind) {
    self.kind = kind
  }
}
