package import EcosystemModel
internal import GraphCore

/// How densely a graph is linked, into what it falls, and what holds it together.
package struct Cohesion: Codable, Hashable, Sendable {
  /// What hangs together.
  package struct Part: Codable, Hashable, Sendable {
    /// The names, in their order.
    package let members: [String]
  }

  /// Somebody without whom the graph falls into more parts.
  package struct Cut: Codable, Hashable, Sendable {
    /// Who it is.
    package let entity: EntityReference
    /// The name.
    package let name: String
    /// Into how many pieces their part falls.
    package let pieces: Int
    /// Whom they cut off from the largest piece.
    package let cutOff: [String]
  }

  /// A link without which the graph falls into more parts, with two or more at either end.
  package struct BridgeLink: Codable, Hashable, Sendable {
    /// One end.
    package let first: String
    /// The other end.
    package let second: String
    /// How many are cut off from the rest.
    package let cutOff: Int
  }

  /// The graph, in words.
  package let graph: String
  /// Rows that it does not show.
  package let leftOut: [String]
  /// How many are in it.
  package let nodeCount: Int
  /// The number of linked pairs.
  package let pairCount: Int
  /// The number of pairs that could be linked.
  package let possiblePairs: Int
  /// The share of possible links that are there, each direction counted where links have one; `nil` with fewer than two.
  package let density: Double?
  /// The share of directed links that are answered; `nil` where no link has a direction.
  package let reciprocity: Double?
  /// What hangs together, the largest first.
  package let parts: [Part]
  /// Those who stand alone.
  package let isolated: [String]
  /// Those without whom it falls apart, the costliest first.
  package let cuts: [Cut]
  /// The links that join parts of two or more each, the costliest first.
  package let bridges: [BridgeLink]
  /// The number of links whose loss cuts off one alone.
  package let pendantCount: Int
}

extension StructureGraph {
  /// The figures of the graph; O(*n*·log *n*) in practice.
  func cohesion() -> Cohesion {
    let components = undirected.connectedComponents().members
    let parts = components.filter { $0.count > 1 }.sorted { left, right in
      (right.count, left[0]) < (left.count, right[0])
    }
    let separations = undirected.separations().sorted { left, right in
      (right.cutOff.count, right.pieceCount, left.node)
        < (left.cutOff.count, left.pieceCount, right.node)
    }
    let bridges = undirected.bridgesWithSides()
    let wide = bridges.filter { $0.smallerSide > 1 }.sorted { left, right in
      (right.smallerSide, left.edge) < (left.smallerSide, right.edge)
    }
    let arcs = topology.isDirected ? 2 * possiblePairs : possiblePairs
    return Cohesion(
      graph: description, leftOut: leftOut, nodeCount: nodes.count, pairCount: undirected.edgeCount,
      possiblePairs: possiblePairs,
      density: arcs > 0 ? Double(topology.edgeCount) / Double(arcs) : nil,
      reciprocity: reciprocity,
      parts: parts.map { .init(members: named($0)) },
      isolated: named(components.filter { $0.count == 1 }.flatMap { $0 }),
      cuts: separations.map { separation in
        Cohesion.Cut(
          entity: nodes[separation.node.position], name: names[separation.node.position],
          pieces: separation.pieceCount, cutOff: named(separation.cutOff))
      },
      bridges: wide.map { bridge in
        let ends = undirected.endpoints(of: bridge.edge)
        return Cohesion.BridgeLink(
          first: names[ends.source.position], second: names[ends.target.position],
          cutOff: bridge.smallerSide)
      },
      pendantCount: bridges.count - wide.count)
  }

  func named(_ members: [NodeIndex]) -> [String] { members.map { names[$0.position] } }

  private var reciprocity: Double? {
    guard topology.isDirected, topology.edgeCount > 0 else { return nil }
    let answered = topology.edges.count { edge in
      let ends = topology.endpoints(of: edge)
      return topology.hasEdge(from: ends.target, to: ends.source)
    }
    return Double(answered) / Double(topology.edgeCount)
  }

  /// Those who have more to do with each other than with the rest.
  func communities() -> StructureCommunities? {
    guard undirected.edgeCount > 0 else { return nil }
    let links = undirected.edges.map { edge in
      let ends = undirected.endpoints(of: edge)
      return (from: ends.source.position, to: ends.target.position, weight: 1.0)
    }
    let groups = TieCommunities.of(links, nodeCount: nodes.count)
    return StructureCommunities(
      modularity: TieCommunities.modularity(of: groups, links, nodeCount: nodes.count),
      groups: groups.filter { $0.count > 1 }
        .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        .map { group in .init(members: group.map { names[$0] }) })
  }
}

/// Groups of those who have more to do with each other than with the rest.
package struct StructureCommunities: Codable, Hashable, Sendable {
  /// The share of links inside groups, less what chance would put there.
  package let modularity: Double
  /// The groups of two or more, the largest first.
  package let groups: [Cohesion.Part]
}
