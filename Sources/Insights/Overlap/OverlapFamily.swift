internal import EcosystemModel
internal import GraphCore

/// The bodies that are compared, and who sits on them.
struct OverlapFamily {
  let ecosystem: Ecosystem
  /// The bodies, with their sizes.
  let bodies: [OverlapBody]
  /// People on the left by their position in the roster, bodies on the right.
  let graph: AffiliationGraph

  init(_ bodies: [OverlapBody], in ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    var bodiesOfCommittee: [Committee.ID: [Int]] = [:]
    for (position, body) in bodies.enumerated() {
      for committee in body.committees {
        bodiesOfCommittee[committee, default: []].append(position)
      }
    }
    var pairs: [(Int, Int)] = []
    pairs.reserveCapacity(ecosystem.memberships.count)
    for seat in ecosystem.memberships {
      guard let person = ecosystem.people.position(of: seat.person) else { continue }
      for body in bodiesOfCommittee[seat.committee] ?? [] { pairs.append((person, body)) }
    }
    let graph = AffiliationGraph(
      leftCount: ecosystem.people.count, rightCount: bodies.count, pairs: pairs)
    self.graph = graph
    self.bodies = bodies.enumerated().map { position, body in
      var body = body
      body.size = graph.degree(of: NodeIndex(position), on: .right)
      return body
    }
  }

  /// The positions of the people on a body, ascending.
  func members(of body: Int) -> [Int] {
    graph.neighbors(of: NodeIndex(body), on: .right).map(\.position)
  }

  /// The positions of the people on both, ascending.
  func shared(_ first: Int, _ second: Int) -> [Int] {
    let other = Set(members(of: second))
    return members(of: first).filter(other.contains)
  }

  /// The number of pairs of bodies with members, which are the tests made.
  var testCount: Int {
    let seated = bodies.count { $0.size > 0 }
    return seated * (seated - 1) / 2
  }
}

extension Ecosystem {
  /// The alliance of each committee: its own, or else that of the nearest committee above it.
  var alliancesOfCommittees: [Committee.ID: Alliance.ID] {
    var result: [Committee.ID: Alliance.ID] = [:]
    for committee in committees {
      var next: Committee? = committee
      // A chain of parents that is longer than this runs in a circle.
      for _ in 0..<64 {
        guard let current = next else { break }
        if let alliance = current.alliance {
          result[committee.id] = alliance
          break
        }
        next = committees[current.parent]
      }
    }
    return result
  }
}
