package import EcosystemModel
import Insights

extension MapContent {
  /// A community smaller than this says nothing by itself.
  private static let fewestMembers = 3

  /// The communities of what a view shows, in the order of the tables: each as the box that stands for it on a map rolled
  /// up to communities.
  ///
  /// A view whose ``MapView/community`` is the box's entity shows the members.
  package static func communities(of snapshot: Snapshot, view: MapView) -> [Node] {
    var view = view
    view.rollUp = .communities
    view.community = nil
    view.reduction = Reduction()
    view.limit = nil
    return make(of: snapshot, view: view).nodes
  }

  /// Draws each community as one box, and counts the ties inside.
  mutating func joinCommunities() {
    dropRivalries(because: "rivalries, which join no community")
    let nodeOf = Dictionary(
      nodes.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    var leaders: [EntityReference: EntityReference] = [:]
    var boxes: [Node] = []
    for community in communities() {
      let members = community.members.compactMap { nodeOf[$0] }
      guard let hub = members.first else { continue }
      for member in members { leaders[member.reference] = hub.reference }
      boxes.append(
        community.isRest ? Self.box(ofRest: members) : Self.box(ofCommunity: members))
    }
    let (outer, inner) = ties.reduce(into: ([Tie](), 0)) { result, tie in
      if leaders[tie.from] == leaders[tie.to] {
        result.1 += tie.count
      } else {
        // How strongly two communities are tied counts, not by what and in which direction.
        result.0.append(tie.plain(RelationshipKind.unnamed))
      }
    }
    if inner > 0 {
      omissions.append(
        Omission(reason: "ties inside one community, rolled up into it", count: inner, ties: inner))
    }
    if view.title == nil, boxes.count > 1 { title += ", in \(boxes.count) communities" }
    nodes = boxes
    ties = outer
    joinTies { leaders[$0] ?? $0 }
  }

  /// Keeps the community of one entity, and counts the others; tooltips say where further ties lead.
  mutating func keepCommunity(of entity: EntityReference) {
    let communities = communities()
    guard let community = communities.first(where: { $0.members.contains(entity) }) else {
      // Left out by a condition: nothing is around it.
      return keep(because: "in other communities") { _ in false }
    }
    let members = Set(community.members)
    var outside: [EntityReference: Int] = [:]
    for tie in ties where members.contains(tie.from) != members.contains(tie.to) {
      outside[members.contains(tie.from) ? tie.from : tie.to, default: 0] += tie.count
    }
    if view.title == nil, let hub = nodes.first(where: { $0.reference == community.members[0] }) {
      let count = Self.counted(community.members)
      title =
        community.isRest ? "On their own or in pairs: \(count)" : "Around \(hub.name): \(count)"
    }
    keep(because: "in other communities") { members.contains($0.reference) }
    for position in nodes.indices {
      guard let count = outside[nodes[position].reference] else { continue }
      nodes[position].details.append("\(count) ties to other communities")
    }
  }

  /// Those who belong together, who has most ties first.
  private struct Community {
    var members: [EntityReference]
    /// Whether they belong together only in belonging nowhere else.
    var isRest = false
  }

  /// All communities in the order of the tables, and last those who are in none worth the name.
  private mutating func communities() -> [Community] {
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    let ends = ties.filter { !$0.isRivalry }.compactMap { tie in
      positions[tie.from].flatMap { from in
        positions[tie.to].map { (from: from, to: $0, weight: Double(tie.count)) }
      }
    }
    let found = TieCommunities.of(
      ends, nodeCount: nodes.count, largest: view.largestCommunity ?? .max,
      smallest: Self.fewestMembers)
    let modularity = TieCommunities.modularity(of: found, ends, nodeCount: nodes.count)
    let split = view.largestCommunity.map { ", groups of over \($0) are split the same way" } ?? ""
    conventions.append(
      """
      Communities by the Leiden method (seed 0) for modularity at resolution 1: a link weighs as many as it has rows, its direction and \
      the column weight do not count\(split); groups of under \(Self.fewestMembers) join the one they are linked to most; modularity \
      \((modularity * 1000).rounded() / 1000).
      """)
    var inner = [Int](repeating: 0, count: nodes.count)
    let community = found.enumerated().reduce(into: inner) { numbers, entry in
      for member in entry.element { numbers[member] = entry.offset }
    }
    for tie in ends where community[tie.from] == community[tie.to] {
      inner[tie.from] += Int(tie.weight)
      inner[tie.to] += Int(tie.weight)
    }
    func ranked(_ members: [Int]) -> [EntityReference] {
      members.sorted { (-inner[$0], $0) < (-inner[$1], $1) }.map { nodes[$0].reference }
    }
    let large = found.filter { $0.count >= Self.fewestMembers }
    // Pairs and single ones that are tied to nobody else.
    let rest = found.filter { $0.count < Self.fewestMembers }.flatMap(\.self)
    return large.map { Community(members: ranked($0)) }
      + (rest.isEmpty ? [] : [Community(members: ranked(rest), isRest: true)])
  }

  /// The box of a community, named after who has most ties in it.
  private static func box(ofCommunity nodes: [Node]) -> Node {
    var box = joined(nodes)
    box.name = "Around \(nodes[0].name)"
    box.optionalLines = [nodes.dropFirst().prefix(2).map(\.name).joined(separator: ", ")]
    return box
  }

  private static func box(ofRest nodes: [Node]) -> Node {
    guard nodes.count > 1 else { return nodes[0] }
    var box = joined(nodes)
    box.name = "On their own or in pairs"
    return box
  }

  private static func joined(_ nodes: [Node]) -> Node {
    var box = Node(reference: nodes[0].reference, name: nodes[0].name)
    box.members = nodes.flatMap(\.everyone)
    box.lines = [counted(box.members.map(\.reference))]
    box.details = box.members.map(\.name)
    box.tieCount = nodes.reduce(0) { $0 + $1.tieCount }
    return box
  }

  /// How many of each kind: `2 committees, 12 people`.
  static func counted(_ references: [EntityReference]) -> String {
    EntityReference.Kind.allCases.compactMap { kind -> String? in
      let count = references.count { $0.kind == kind }
      return count > 0 ? kind.counted(count) : nil
    }.joined(separator: ", ")
  }
}
