package import EcosystemModel

/// Who is central, by which metric, on which graph.
public struct CentralityQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .companies, .functions, .people, .committees, .memberships, .relationships, .handoffs,
  ]

  /// The entities that are ranked.
  public enum Subject: String, CaseIterable, Codable, Hashable, Sendable {
    case people, committees, companies, functions

    /// The kind of entity that is ranked.
    package var kind: EntityReference.Kind {
      switch self {
      case .people: .person
      case .committees: .committee
      case .companies: .company
      case .functions: .function
      }
    }
  }

  /// What connects them.
  public enum Basis: String, CaseIterable, Codable, Hashable, Sendable {
    /// Seats for people and committees, relationships (or shared alliances) for companies and functions; a relationship leads
    /// one way where its row or its kind says so.
    case ties = "links"
    /// Shared members or shared bodies, projected to one kind of node.
    case overlap
    /// Work passed on; directed.
    case handoffs
  }

  /// What makes a tie strong, or long.
  public enum Weights: String, CaseIterable, Codable, Hashable, Sendable {
    /// Every tie counts one.
    case none
    /// The number of rows, or of shared nodes, that a tie stands for.
    case count
    /// The column `weight` of the relationships.
    case weight
    /// Meeting hours a month of a seat as strength; elapsed hours of a handoff as length.
    case hours
    /// How often a handoff happens in a year.
    case frequency
    /// Shared nodes as a share of those of either.
    case jaccard
    /// Shared nodes as a share of the smaller side (overlap coefficient).
    case smaller
    /// Each shared node counts 1/(its ties − 1), so that small committees count more.
    case newman
  }

  /// The entities that are ranked; people, where that is left to the data.
  package var subject: Subject { chosenSubject ?? .people }
  /// The entities that are ranked; `nil` leaves it to the data.
  var chosenSubject: Subject?
  /// What connects them.
  package var basis: Basis
  /// What makes a tie strong.
  package var weights: Weights
  /// The ids of the metrics, as in ``MetricCatalog``; the first one ranks.
  package var metrics: [String]
  /// The number of rows wanted; `nil` for all.
  package var limit: Int?
  /// Whether relationships and handoffs that lead one way are read as leading both.
  package var ignoresDirections: Bool

  /// Makes a question; without metrics betweenness ranks, beside the number of links and harmonic closeness.
  public init(
    of subject: Subject? = nil, on basis: Basis = .ties, weights: Weights = .none,
    metrics: [String] = [], limit: Int? = 20, ignoringDirections: Bool = false
  ) {
    chosenSubject = subject
    self.basis = basis
    self.weights = weights
    self.metrics = metrics.isEmpty ? ["betweenness", "links", "harmonic"] : metrics
    self.limit = limit
    ignoresDirections = ignoringDirections
  }

  private enum CodingKeys: String, CodingKey {
    case chosenSubject = "subject"
    case basis, weights, metrics, limit, ignoresDirections
  }
}

extension CentralityQuestion.Subject {
  /// Whom to rank where nobody says so: people where they sit on committees, or else the kind that most ends of the rows
  /// have.
  static func likely(
    in ecosystem: Ecosystem, on basis: CentralityQuestion.Basis
  ) -> CentralityQuestion.Subject {
    if basis != .handoffs, !ecosystem.memberships.isEmpty { return .people }
    let ends =
      basis == .handoffs
      ? ecosystem.handoffs.flatMap { [$0.from.kind, $0.to.kind] }
      : ecosystem.relationships.flatMap { [$0.from.kind, $0.to.kind] }
    let counts = allCases.map { subject in ends.count { $0 == subject.kind } }
    guard let most = counts.max(), most > 0 else {
      return ecosystem.people.isEmpty ? .companies : .people
    }
    return zip(allCases, counts).first { $0.1 == most }?.0 ?? .people
  }
}
