/// Everything a dataset says: who there is, and how they are tied.
///
/// A plain value. Its references are whole: every id in it names an entity that is in it.
public struct Ecosystem: Hashable, Sendable, Codable {
  /// The legal entities.
  public var companies = Roster<Company>()
  /// The units inside companies.
  public var functions = Roster<Function>()
  /// The people and seats.
  public var people = Roster<Person>()
  /// Further and former employments.
  public var affiliations: [Affiliation] = []
  /// The collaborations.
  public var alliances = Roster<Alliance>()
  /// The units of work inside alliances.
  public var programs = Roster<Program>()
  /// The joint governance bodies.
  public var committees = Roster<Committee>()
  /// Who sits on which committee.
  public var memberships: [Membership] = []
  /// Ties of any type.
  public var relationships: [Relationship] = []
  /// Work that passes from one to another.
  public var handoffs: [Handoff] = []
  /// Firewalls.
  public var conflicts: [Conflict] = []
  /// Measured values.
  public var scores: [Score] = []
  /// Saved maps.
  public var views: [SavedView] = []

  /// Makes an empty ecosystem.
  public init() {}

  /// The number of rows of each table.
  public var counts: [(table: TableName, count: Int)] {
    TableName.allCases.map { ($0, count(of: $0)) }
  }

  /// The number of rows of one table.
  public func count(of table: TableName) -> Int {
    switch table {
    case .companies: companies.count
    case .functions: functions.count
    case .people: people.count
    case .affiliations: affiliations.count
    case .alliances: alliances.count
    case .programs: programs.count
    case .committees: committees.count
    case .memberships: memberships.count
    case .relationships: relationships.count
    case .handoffs: handoffs.count
    case .conflicts: conflicts.count
    case .scores: scores.count
    case .views: views.count
    }
  }

  /// Whether nothing was read at all.
  public var isEmpty: Bool { counts.allSatisfy { $0.count == 0 } }
}
