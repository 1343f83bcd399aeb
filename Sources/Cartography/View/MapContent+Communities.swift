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
  ///
  /// - Returns: How many members of each box its name stands for, so that the others may be listed; `nil` for a box of one.
  mutating func joinCommunities() -> [Int?] {
    dropRivalries(because: "between communities or inside one")
    let ends = tieEnds()
    var leaders = [Int](repeating: -1, count: nodes.count)
    var boxes: [Node] = []
    var named: [Int?] = []
    let found = communities(ends)
    for community in found {
      guard let hub = community.members.first else { continue }
      for member in community.members { leaders[member] = hub }
      let members = community.members.map { nodes[$0] }
      boxes.append(
        community.isRest ? box(ofRest: members) : box(ofCommunity: members))
      named.append(!community.isRest ? 1 : members.count > 1 ? 0 : nil)
    }
    var outer: [Tie] = []
    var inner = 0
    for (place, end) in ends.enumerated() {
      let (from, to) = (
        end.from < 0 ? -1 : leaders[end.from], end.to < 0 ? -1 : leaders[end.to]
      )
      guard from != to else {
        inner += ties[place].count
        continue
      }
      var tie = ties[place]
      if from >= 0 { tie.from = nodes[from].reference }
      if to >= 0 { tie.to = nodes[to].reference }
      outer.append(tie)
    }
    if inner > 0 {
      omissions.append(
        Omission(inner, links, "inside one group, rolled up into it", ties: inner))
    }
    let real = found.count { !$0.isRest }
    if boxes.count > 1, real > 0 {
      heading.ending = ", in \(Phrase.count(real, "community", "communities"))"
      if real < boxes.count { heading.ending += " and on their own" }
    }
    nodes = boxes
    ties = outer
    pointOneWay()
    mergeParallelTies()
    return named
  }

  /// The positions of the two ends of each tie; below zero where one is not on the map.
  private func tieEnds() -> [(from: Int, to: Int)] {
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    return ties.map { (positions[$0.from] ?? -1, positions[$0.to] ?? -1) }
  }

  /// Takes the direction from what joins two communities unless all of it points from the same one to the other, so that
  /// one line says how strongly they are linked.
  private mutating func pointOneWay() {
    struct Ends: Hashable {
      var from: EntityReference
      var to: EntityReference
    }
    var against: Set<Ends> = []
    for tie in ties {
      against.insert(Ends(from: tie.to, to: tie.from))
      if !tie.isDirected { against.insert(Ends(from: tie.from, to: tie.to)) }
    }
    for position in ties.indices {
      let ends = Ends(from: ties[position].from, to: ties[position].to)
      if against.contains(ends) { ties[position].isDirected = false }
    }
  }

  /// Keeps the community of one entity, and counts the others; tooltips say where further ties lead.
  mutating func keepCommunity(of entity: EntityReference) {
    let communities = communities(tieEnds())
    guard let place = nodes.firstIndex(where: { $0.reference == entity }),
      let community = communities.first(where: { $0.members.contains(place) })
    else {
      // Left out by a condition: nothing is around it.
      return keep(because: "in other communities") { _ in false }
    }
    let members = Set(community.members.map { nodes[$0].reference })
    var outside: [EntityReference: Int] = [:]
    for tie in ties where members.contains(tie.from) != members.contains(tie.to) {
      outside[members.contains(tie.from) ? tie.from : tie.to, default: 0] += tie.count
    }
    heading =
      community.isRest
      ? Heading(
        subject: community.frame.map { "\($0), in no community" } ?? "On their own or in pairs",
        counts: EntityReference.Kind.allCases)
      : Heading(
        subject: "Around \(nodes[community.members[0]].name)", counts: EntityReference.Kind.allCases
      )
    keep(because: "in other communities") { members.contains($0.reference) }
    for position in nodes.indices {
      guard let count = outside[nodes[position].reference] else { continue }
      nodes[position].details.append("\(links.counted(count)) to other communities")
    }
  }

  /// Those who belong together, who has most ties first.
  private struct Community {
    var members: [Int]
    /// Whether they belong together only in belonging nowhere else.
    var isRest = false
    /// The frame that all of them stand in, where the view has frames.
    var frame: String?
  }

  /// All communities in the order of the tables, and last those who are in none worth the name.
  private mutating func communities(_ tieEnds: [(from: Int, to: Int)]) -> [Community] {
    let ends = tieEnds.indices.compactMap { place -> (from: Int, to: Int, weight: Double)? in
      let (from, to) = tieEnds[place]
      guard from >= 0, to >= 0, !ties[place].isRivalry else { return nil }
      return (from, to, Double(ties[place].count))
    }
    // A frame holds what belongs to it: communities end where frames do.
    let isFramed = view.group != nil
    let inside = ends.filter { !isFramed || nodes[$0.from].group == nodes[$0.to].group }
    let found =
      inside.isEmpty
      ? nodes.indices.map { [$0] }
      : TieCommunities.of(
        inside, nodeCount: nodes.count, largest: view.largestCommunity ?? .max,
        smallest: Self.fewestMembers)
    if found.contains(where: { $0.count >= Self.fewestMembers }) {
      sayMethod(TieCommunities.modularity(of: found, ends, nodeCount: nodes.count))
    }
    var inner = [Int](repeating: 0, count: nodes.count)
    let community = found.enumerated().reduce(into: inner) { numbers, entry in
      for member in entry.element { numbers[member] = entry.offset }
    }
    for tie in ends where community[tie.from] == community[tie.to] {
      inner[tie.from] += Int(tie.weight)
      inner[tie.to] += Int(tie.weight)
    }
    func ranked(_ members: [Int]) -> [Int] {
      members.sorted { (-inner[$0], $0) < (-inner[$1], $1) }
    }
    let large = found.filter { $0.count >= Self.fewestMembers }
    // Pairs and single ones that are linked to nobody else there.
    let rest = found.filter { $0.count < Self.fewestMembers }.flatMap(\.self)
    var frames: [String?] = []
    for member in rest where !frames.contains(frame(member)) { frames.append(frame(member)) }
    func frame(_ member: Int) -> String? { isFramed ? nodes[member].group : nil }
    return large.map { Community(members: ranked($0), frame: frame($0[0])) }
      + frames.map { name in
        Community(members: ranked(rest.filter { frame($0) == name }), isRest: true, frame: name)
      }
  }

  /// Says how the communities were found.
  private mutating func sayMethod(_ modularity: Double) {
    let isFramed = view.group != nil
    let split = view.largestCommunity.map { ", groups of over \($0) are split the same way" } ?? ""
    let bounds = isFramed ? ", inside each frame only," : ""
    let value = (modularity * 1000).rounded() / 1000
    conventions.append(
      """
      Communities by the Leiden method (seed 0) for modularity at resolution 1\(bounds): a link weighs as many as it has rows, its \
      direction and the column weight do not count\(split); groups of under \(Self.fewestMembers) join the one they are linked to \
      most; modularity \(value).
      """)
    let inside = isFramed ? ", inside each frame" : ""
    method = "Grouped by who has most \(links.many) with whom\(inside)"
  }

  /// What those are called who are in no community: in a frame, whose others they may be linked to, by their number.
  private static func restName(_ members: [EntityReference], isFramed: Bool) -> String {
    isFramed ? counted(members) : "On their own or in pairs"
  }

  /// The box of a community, named after who has most ties in it.
  private func box(ofCommunity nodes: [Node]) -> Node {
    var box = joined(nodes)
    box.name = "Around \(nodes[0].name)"
    return box
  }

  private func box(ofRest nodes: [Node]) -> Node {
    guard nodes.count > 1 else { return nodes[0] }
    var box = joined(nodes)
    box.name = Self.restName(box.represented, isFramed: view.group != nil)
    if view.group != nil { box.lines = [] }
    return box
  }

  private func joined(_ nodes: [Node]) -> Node {
    var box = Node(reference: nodes[0].reference, name: nodes[0].name)
    box.members = nodes.flatMap(\.everyone)
    box.lines = [Self.counted(box.members.map(\.reference))]
    box.details = box.members.map(\.name)
    box.tieCount = nodes.reduce(0) { $0 + $1.tieCount }
    box.group = view.group == nil ? nil : nodes[0].group
    return box
  }
}

/// A map of communities before anybody is listed in their boxes, so that lists of another length need no new search.
struct CommunityMap {
  private var content: MapContent
  private var named: [Int?]

  /// Finds the communities of the whole content that a view is about.
  init(of whole: MapContent, by view: MapView) {
    content = whole.keptCommunity(of: view)
    named = content.joinCommunities()
  }

  /// The map with as many listed in each box as a view says.
  func listing(as view: MapView) -> MapContent {
    var content = content
    content.view = view
    for (position, named) in named.enumerated() {
      guard let named else { continue }
      let box = content.nodes[position]
      content.nodes[position].lines += MapContent.listing(
        Array(box.members.dropFirst(named)), most: view.reduction.listed(by: box.reference))
    }
    return content
  }
}
