internal import EcosystemModel
internal import GraphCore

/// What one walk over all pairs of bodies keeps of them, so that no table of pairs is needed.
struct OverlapSweep {
  /// The bodies asked about, by position; none where all pairs are.
  private let parts: [Int]
  private let alliances: [Int?]
  /// The number of pairs that share somebody.
  private(set) var pairCount = 0
  /// The number of those asked about.
  private(set) var askedCount = 0
  /// The number of people that each body shares with others, in pairs asked about.
  private(set) var sharedByBody: [Int]
  /// Whether each body shares somebody with any other.
  private(set) var isSharing: [Bool]
  /// The number of pairs of bodies that each person alone connects.
  private(set) var solePairs: [Int]
  /// How alike bodies are at least that might be one: the thresholds with which EnrichmentMap draws an edge.
  static let leastAlike = (overlapCoefficient: 0.5, jaccard: 0.25)
  /// Pairs so alike that they might be one body.
  private(set) var alike: [Overlap] = []

  init(_ family: OverlapFamily, asked parts: [Int]) throws(AlgorithmError) {
    self.parts = parts
    alliances = family.committees.map { committees in
      committees.first.flatMap { family.hierarchy.alliance(ofCommittee: $0) }
    }
    sharedByBody = Array(repeating: 0, count: family.bodies.count)
    isSharing = Array(repeating: false, count: family.bodies.count)
    solePairs = Array(repeating: 0, count: family.ecosystem.people.count)
    let sizes = family.bodies.map(\.size)
    let walk = OverlapWalk(family.graph, of: .right)
    for body in family.bodies.indices {
      try walk.visitPartners(of: body, after: true) { add($0, to: body, sizes) }
    }
  }

  /// Whether a pair is among those of the bodies asked about; all are where none was.
  static func isAsked(_ first: Int, _ second: Int, _ parts: [Int]) -> Bool {
    parts.allSatisfy { $0 == first || $0 == second }
  }

  private mutating func add(_ partner: OverlapWalk.Partner, to body: Int, _ sizes: [Int]) {
    pairCount += 1
    isSharing[body] = true
    isSharing[partner.node] = true
    if partner.shared == 1 { solePairs[partner.last] += 1 }
    guard Self.isAsked(body, partner.node, parts) else { return }
    askedCount += 1
    sharedByBody[body] += partner.shared
    sharedByBody[partner.node] += partner.shared
    let smaller = min(sizes[body], sizes[partner.node])
    guard partner.shared >= 2, parts.isEmpty, 2 * partner.shared >= smaller else { return }
    let overlap = Overlap(
      first: NodeIndex(body), second: NodeIndex(partner.node), shared: partner.shared,
      firstSize: sizes[body], secondSize: sizes[partner.node])
    if overlap.overlapCoefficient >= Self.leastAlike.overlapCoefficient,
      overlap.jaccard >= Self.leastAlike.jaccard,
      alliances[body] == alliances[partner.node]
    {
      alike.append(overlap)
    }
  }
}
