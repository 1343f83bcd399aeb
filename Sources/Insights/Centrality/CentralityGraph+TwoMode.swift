internal import EcosystemModel
internal import GraphCore

/// Who belongs to what: the rows behind a two-mode graph, with the words for them.
struct Affiliations {
  /// The nodes that belong, such as people.
  var members: [EntityReference]
  /// What they belong to, such as committees.
  var groups: [EntityReference]
  /// One pair of positions for each row.
  var pairs: [(member: Int, group: Int)]
  /// What the members are called.
  var memberNoun: CentralityGraph.Noun
  /// What the groups are called.
  var groupNoun: CentralityGraph.Noun
  /// What a row is called.
  var rowNoun: CentralityGraph.Noun

  private static let committees = CentralityGraph.Noun(one: "committee", many: "committees")

  /// People on committees, observers and alternates included.
  static func seats(of ecosystem: Ecosystem) -> Affiliations {
    Affiliations(
      members: ecosystem.people.map { .person($0.id) },
      groups: ecosystem.committees.map { .committee($0.id) },
      pairs: ecosystem.memberships.compactMap { seat in
        ecosystem.people.position(of: seat.person).flatMap { person in
          ecosystem.committees.position(of: seat.committee).map { (person, $0) }
        }
      },
      memberNoun: .init(one: "person", many: "people"), groupNoun: committees,
      rowNoun: .init(one: "seat", many: "seats"))
  }

  /// Companies in alliances.
  static func partnerships(of ecosystem: Ecosystem) -> Affiliations {
    Affiliations(
      members: ecosystem.companies.map { .company($0.id) },
      groups: ecosystem.alliances.map { .alliance($0.id) },
      pairs: ecosystem.alliances.enumerated().flatMap { group, alliance in
        alliance.companies.compactMap { ecosystem.companies.position(of: $0) }.map { ($0, group) }
      },
      memberNoun: .init(one: "company", many: "companies"),
      groupNoun: .init(one: "alliance", many: "alliances"),
      rowNoun: .init(one: "partnership", many: "partnerships"))
  }

  /// Functions on the committees where somebody of theirs sits.
  static func functionSeats(of ecosystem: Ecosystem) -> Affiliations {
    Affiliations(
      members: ecosystem.functions.map { .function($0.id) },
      groups: ecosystem.committees.map { .committee($0.id) },
      pairs: ecosystem.memberships.compactMap { seat in
        let function = ecosystem.people[seat.person]?.function
        return function.flatMap { ecosystem.functions.position(of: $0) }.flatMap { position in
          ecosystem.committees.position(of: seat.committee).map { (position, $0) }
        }
      },
      memberNoun: .init(one: "function", many: "functions"), groupNoun: committees,
      rowNoun: .init(one: "seat", many: "seats"))
  }

  /// The same without some of the members, who stay in a filtered dataset for a name's sake only.
  func without(_ bystanders: Set<EntityReference>) -> Affiliations {
    guard members.contains(where: bystanders.contains) else { return self }
    var left = self
    let kept = members.indices.filter { !bystanders.contains(members[$0]) }
    let positions = Dictionary(
      zip(kept, kept.indices), uniquingKeysWith: { first, _ in first })
    left.members = kept.map { members[$0] }
    left.pairs = pairs.compactMap { pair in positions[pair.member].map { ($0, pair.group) } }
    return left
  }

  /// The rows as a graph with members on the left.
  var graph: AffiliationGraph {
    AffiliationGraph(leftCount: members.count, rightCount: groups.count, pairs: pairs)
  }
}

extension CentralityGraph {
  /// The two-mode graph of members and groups, members first.
  ///
  /// - Parameters:
  ///   - rows: Who belongs to what.
  ///   - hours: The strength of each row, above 0; `nil` counts rows.
  /// - Throws: ``InsightError`` where a strength is no weight.
  init(twoMode rows: Affiliations, strengths hours: [Double]? = nil) throws(InsightError) {
    let base = rows.members.count
    let all = Topology(
      nodeCount: base + rows.groups.count, direction: .undirected,
      pairs: rows.pairs.lazy.map { ($0.member, base + $0.group) })
    do throws(AlgorithmError) {
      let simple = all.simplified(
        strengths: try hours.map { values throws(AlgorithmError) in
          try EdgeStrengths(values)
        })
      topology = simple.topology
      strengths = simple.strengths
    } catch {
      throw InsightError(error)
    }
    nodes = rows.members + rows.groups
    let repeats = rows.pairs.count - topology.edgeCount
    description = """
      two-mode graph of \(rows.memberNoun.count(base)) and \(rows.groupNoun.count(rows.groups.count)), linked by \
      \(rows.rowNoun.count(topology.edgeCount))
      """
    if repeats > 0 {
      leftOut.append("\(rows.rowNoun.count(repeats)) repeated for the same pair")
    }
    noun = rows.groupNoun
  }

  /// The graph of one kind of node in which those are tied that share one of the other kind.
  init(
    sharing rows: Affiliations, side: AffiliationGraph.Side, weights: CentralityQuestion.Weights
  ) throws(InsightError) {
    let weighting: Projection.Weighting =
      switch weights {
      case .jaccard: .jaccard
      case .smaller: .overlapCoefficient
      case .newman: .newman
      default: .count
      }
    let (own, other) =
      side == .left ? (rows.memberNoun, rows.groupNoun) : (rows.groupNoun, rows.memberNoun)
    nodes = side == .left ? rows.members : rows.groups
    do throws(AlgorithmError) {
      let projection = try rows.graph.projection(onto: side, weighting: weighting)
      topology = projection.topology
      strengths = projection.strengths
    } catch {
      throw InsightError(error)
    }
    description = """
      projection to \(own.count(nodes.count)), \(Phrase.count(topology.edgeCount, "pair")) linked by sharing a \
      \(other.one) (a projection makes a clique of every \(other.one), which inflates links)
      """
    noun = Noun(one: own.one, many: own.many)
  }
}
