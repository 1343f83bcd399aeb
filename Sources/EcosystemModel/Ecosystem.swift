/// Everything a dataset says: who there is, and how they are tied.
///
/// A plain value. Its references are whole: every id in it names an entity that is in it.
package struct Ecosystem: Hashable, Sendable, Codable {
  /// The legal entities.
  package var companies = Roster<Company>()
  /// The units inside companies.
  package var functions = Roster<Function>()
  /// The people and seats.
  package var people = Roster<Person>()
  /// Further and former employments.
  package var affiliations: [Affiliation] = []
  /// The collaborations.
  package var alliances = Roster<Alliance>()
  /// The units of work inside alliances.
  package var programs = Roster<Program>()
  /// The joint governance bodies.
  package var committees = Roster<Committee>()
  /// Who sits on which committee.
  package var memberships: Rows<Membership> = []
  /// Ties of any type.
  package var relationships: [Relationship] = []
  /// Work that passes from one to another.
  package var handoffs: Rows<Handoff> = []
  /// Firewalls.
  package var conflicts: [Conflict] = []
  /// Who decides what.
  package var decisions: [Decision] = []
  /// Measured values.
  package var scores: [Score] = []
  /// Saved maps.
  package var views: [SavedView] = []
  /// Where everything stands on maps.
  package var places: [Place] = []
  /// What was left out since no source states it; `nil` if everything is here.
  package var unstated: Unstated?

  /// Makes an empty ecosystem.
  package init() {}

  /// The number of rows of each table.
  package var counts: [(table: TableName, count: Int)] {
    TableName.allCases.map { ($0, count(of: $0)) }
  }

  /// The number of rows of one table.
  package func count(of table: TableName) -> Int {
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
    case .decisions: decisions.count
    case .scores: scores.count
    case .views: views.count
    case .places: places.count
    }
  }

  /// Whether nothing was read at all.
  package var isEmpty: Bool { counts.allSatisfy { $0.count == 0 } }
}
