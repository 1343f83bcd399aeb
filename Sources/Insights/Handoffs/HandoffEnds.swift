package import EcosystemModel
import GraphCore

/// A party at which handoffs begin or end.
package struct HandoffEnd: Hashable, Sendable, Codable {
  /// The party.
  package let party: EntityReference
  /// How many rows say that it gets or passes on something.
  package let handoffCount: Int
  /// How often.
  package let frequency: HandoffFrequency
  /// What it gets or passes on, each once.
  package let what: [String]
  /// The stages of these handoffs, each once.
  package let stages: [String]
}

/// A party without which others are cut off.
package struct CutPoint: Hashable, Sendable, Codable {
  /// The party.
  package let party: EntityReference
  /// Into how many pieces the handoffs that hang together fall without it.
  package let pieces: Int
  /// The parties outside the largest piece, in the order of the table.
  package let cutOff: [EntityReference]
}

extension HandoffNetwork {
  /// The parties that only get work (`into`) or only pass it on (`out`), busiest first.
  func ends(_ direction: ArcDirection) -> [HandoffEnd] {
    let opposite: ArcDirection = direction == .into ? .out : .into
    let found = topology.nodes.filter {
      topology.degree(of: $0, opposite) == 0 && topology.degree(of: $0, direction) > 0
    }
    let ends = found.map { node in
      let edges =
        direction == .into
        ? topology.incomingEdges(of: node).map(\.position)
        : topology.outgoingEdges(of: node).map(\.position)
      let rows = edges.sorted().flatMap { links[$0].rows }.map { ecosystem.handoffs[$0] }
      return HandoffEnd(
        party: parties[node.position], handoffCount: rows.count,
        frequency: HandoffFrequency(rows), what: HandoffItem.distinct(rows.map(\.what)),
        stages: HandoffItem.distinct(rows.map(\.stage)))
    }
    return ends.enumerated().sorted {
      (-$0.element.frequency.weight, $0.offset) < (-$1.element.frequency.weight, $1.offset)
    }.map(\.element)
  }

  /// The parties without which others are cut off, those that cut off most first.
  ///
  /// Directions are ignored: the question is who still has contact with whom.
  ///
  /// - Complexity: O(cut points · (parties + links)).
  func cutPoints() -> [CutPoint] {
    let undirected = topology.undirected()
    let points = undirected.articulationPoints().map { point -> CutPoint in
      let pieces = Self.pieces(around: point, in: undirected)
      let largest = pieces.indices.max { (pieces[$0].count, $1) < (pieces[$1].count, $0) }
      let cutOff = pieces.indices.filter { $0 != largest }.flatMap { pieces[$0] }.sorted()
      return CutPoint(
        party: parties[point.position], pieces: pieces.count, cutOff: cutOff.map { parties[$0] })
    }
    return points.enumerated().sorted {
      (-$0.element.cutOff.count, $0.offset) < (-$1.element.cutOff.count, $1.offset)
    }.map(\.element)
  }

  /// What the neighbours of a node still reach without it, piece by piece.
  private static func pieces(around point: NodeIndex, in topology: Topology) -> [[Int]] {
    var isKnown = [Bool](repeating: false, count: topology.nodeCount)
    isKnown[point.position] = true
    var pieces: [[Int]] = []
    for start in topology.neighbors(of: point) where !isKnown[start.position] {
      isKnown[start.position] = true
      var piece = [start.position]
      var head = 0
      while head < piece.count {
        for next in topology.neighbors(of: NodeIndex(piece[head])) where !isKnown[next.position] {
          isKnown[next.position] = true
          piece.append(next.position)
        }
        head += 1
      }
      pieces.append(piece)
    }
    return pieces
  }
}
