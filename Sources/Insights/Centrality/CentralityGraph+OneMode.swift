internal import EcosystemModel
internal import GraphCore

extension CentralityGraph {
  /// The graph of one kind of entity, where what belongs to an entity of that kind stands for it.
  ///
  /// It is directed if any row is, unless directions are ignored; rows without a direction then lead both ways.
  init(
    _ table: TieRows, among subject: CentralityQuestion.Subject, ignoringDirections: Bool,
    of snapshot: Snapshot
  ) throws(InsightError) {
    let ecosystem = snapshot.ecosystem
    let (nodes, positions) = Self.numbered(subject, in: snapshot)
    var kept: [(from: Int, to: Int, weight: Double)] = []
    var arcs: [(from: Int, to: Int, weight: Double)] = []
    var (inner, directed, unmatched) = (0, 0, 0)
    for row in table.rows {
      let ends = [row.from, row.to].map { Self.lifted($0, to: subject, in: ecosystem) }
      guard let from = positions[ends[0]], let to = positions[ends[1]] else {
        if ends.contains(where: snapshot.bystanders.contains) { unmatched += 1 }
        continue
      }
      guard from != to else {
        inner += 1
        continue
      }
      kept.append((from, to, row.weight))
      arcs.append((from, to, row.weight))
      if row.isDirected { directed += 1 } else { arcs.append((to, from, row.weight)) }
    }
    let isDirected = directed > 0 && !ignoringDirections
    do throws(AlgorithmError) {
      (topology, strengths, costs) = try Self.merged(
        isDirected ? arcs : kept, nodeCount: nodes.count,
        direction: isDirected ? .directed : .undirected)
    } catch {
      throw InsightError(error)
    }
    self.nodes = nodes
    rows = kept
    directions = .init(
      directed: directed, undirected: kept.count - directed, areFollowed: isDirected)
    description = ""
    description = """
      \(isDirected ? "directed " : "")graph of \(nodes.count) \(subject.rawValue), linked by \
      \(directionText(table.noun, directed, kept.count)) between \(undirected.edgeCount) \
      pair\(undirected.edgeCount == 1 ? "" : "s")
      """
    leftOut = table.leftOut
    if inner > 0 {
      leftOut.append("\(table.noun.count(inner)) within one of the \(subject.rawValue)")
    }
    if unmatched > 0 {
      leftOut.append(
        "\(table.noun.count(unmatched)) with an end whose \(subject.kind.rawValue) does not meet the filter"
      )
    }
    let foreign = table.rows.count - kept.count - inner - unmatched
    if foreign > 0 {
      leftOut.append(
        "\(table.noun.count(foreign)) with an end that is no \(subject.kind.rawValue) and belongs to none"
      )
    }
  }

  /// The rows as a graph without parallel links: weights added up, and for lengths their median.
  private static func merged(
    _ rows: [(from: Int, to: Int, weight: Double)], nodeCount: Int, direction: Topology.Direction
  ) throws(AlgorithmError) -> (Topology, EdgeStrengths, EdgeCosts) {
    let all = Topology(
      nodeCount: nodeCount, direction: direction, pairs: rows.lazy.map { ($0.from, $0.to) })
    let simple = all.simplified(strengths: try EdgeStrengths(rows.map(\.weight)))
    let costs = try EdgeCosts(
      medians(rows.map(\.weight), groups: simple.mergedEdge, count: simple.topology.edgeCount))
    return (simple.topology, simple.strengths, costs)
  }

  /// `12 directed and 19 undirected relationships`; where directions are not followed, that they are not.
  private func directionText(_ noun: Noun, _ directed: Int, _ total: Int) -> String {
    guard directed > 0 else { return noun.count(total) }
    if !topology.isDirected {
      return "\(noun.count(total)), the direction of \(directed) of them ignored,"
    }
    return directed == total
      ? "\(total) directed \(total == 1 ? noun.one : noun.many)"
      : "\(directed) directed and \(total - directed) undirected \(noun.many)"
  }

  private static func numbered(
    _ subject: CentralityQuestion.Subject, in snapshot: Snapshot
  ) -> ([EntityReference], [EntityReference: Int]) {
    let ecosystem = snapshot.ecosystem
    let all: [EntityReference] =
      switch subject {
      case .people: ecosystem.people.map { .person($0.id) }
      case .committees: ecosystem.committees.map { .committee($0.id) }
      case .companies: ecosystem.companies.map { .company($0.id) }
      case .functions: ecosystem.functions.map { .function($0.id) }
      }
    let nodes = all.filter { !snapshot.bystanders.contains($0) }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return (nodes, positions)
  }

  /// The company or function that an entity belongs to, where these are asked for.
  private static func lifted(
    _ reference: EntityReference, to subject: CentralityQuestion.Subject, in ecosystem: Ecosystem
  ) -> EntityReference {
    switch (subject, reference) {
    case (.companies, _): ecosystem.company(of: reference).map { .company($0) } ?? reference
    case (.functions, .person(let id)):
      ecosystem.people[id]?.function.map { .function($0) } ?? reference
    default: reference
    }
  }

  /// The median weight of the rows that went into each tie.
  private static func medians(
    _ weights: [Double], groups: EdgeColumn<EdgeIndex?>, count: Int
  ) -> [Double] {
    var lists = [[Double]](repeating: [], count: count)
    for (row, weight) in weights.enumerated() {
      if let tie = groups.values[row] { lists[tie.position].append(weight) }
    }
    return lists.map { Median.of($0) ?? 1 }
  }
}
