internal import EcosystemModel
internal import GraphCore

/// The walk that tests pairs against chance, and passes quickly over those too likely to be shown or to matter after correction.
struct OverlapScreen {
  /// A pair whose probability may stay below 1 after correction.
  struct Candidate {
    let pValue: LogProbability
    let first: Int32
    let second: Int32
  }

  /// The pairs asked about that may matter after correction.
  private(set) var asked: [Candidate] = []
  /// The same of the other pairs, which stand beside them in the matrix.
  private(set) var others: [Candidate] = []
  private let family: OverlapFamily
  private var universe: OverlapUniverse
  private let parts: [Int]
  private let limit: Int
  private let ceilings: (asked: LogProbability, others: LogProbability)
  private let bound: HypergeometricBound
  /// The most remarkable pairs so far, and some that are not.
  private var kept: [OverlapTests.Result] = []
  /// What a pair must not exceed to be among the most remarkable.
  private var worstKept = LogProbability.certain
  /// Probabilities found before; a place is taken by the last of those that want it.
  private var tails: [(tail: Tail, pValue: LogProbability)] = Array(
    repeating: (Tail(), .certain), count: 1 << 16)

  /// What the probability of an overlap depends on; committees of equal sizes share it.
  private struct Tail: Equatable {
    var population = -1
    var smaller = 0
    var larger = 0
    var shared = 0

    /// The place at which its probability is kept.
    var place: Int {
      var hash = UInt64(truncatingIfNeeded: population) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ UInt64(truncatingIfNeeded: smaller)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ UInt64(truncatingIfNeeded: larger)) &* 0x94D0_49BB_1331_11EB
      hash = (hash ^ UInt64(truncatingIfNeeded: shared)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: hash >> 48)
    }
  }

  init(
    _ family: OverlapFamily, _ universe: OverlapUniverse, asked parts: [Int], limit: Int?,
    ceilings: (LogProbability, LogProbability)
  ) {
    self.family = family
    self.universe = universe
    self.parts = parts
    self.limit = limit ?? .max
    self.ceilings = ceilings
    bound = HypergeometricBound(population: family.ecosystem.people.count)
  }

  /// Tests all pairs.
  mutating func run() throws(AlgorithmError) {
    let walk = OverlapWalk(family.graph, of: .right)
    var partners: [OverlapWalk.Partner] = []
    let progress = Progress("comparing committees", of: universe.order.count)
    for body in universe.order {
      defer { progress.finish() }
      partners.removeAll(keepingCapacity: true)
      try walk.visitPartners(of: body, after: true) { partners.append($0) }
      for partner in partners { try test(body, partner) }
    }
  }

  /// The most remarkable pairs asked about, in their order.
  var finished: [OverlapTests.Result] {
    Array(kept.sorted(by: OverlapTests.isMoreRemarkable).prefix(limit))
  }

  private mutating func test(
    _ body: Int, _ partner: OverlapWalk.Partner
  ) throws(AlgorithmError) {
    let population = try universe.population(body, partner.node, shared: partner.shared)
    let isAsked = parts.isEmpty || OverlapSweep.isAsked(body, partner.node, parts)
    // Others are beside the pairs of one body only.
    guard isAsked || parts.count == 1 else { return }
    let ceiling = isAsked ? max(ceilings.asked, worstKept) : ceilings.others
    let isTooLikely = bound.isTail(
      population: population.count, marked: population.first, drawn: population.second,
      from: partner.shared, above: ceiling.naturalLogarithm)
    guard !isTooLikely else { return }
    let pValue = try tail(population, partner.shared)
    let candidate = Candidate(
      pValue: pValue, first: Int32(body), second: Int32(partner.node))
    guard isAsked else {
      if pValue <= ceilings.others { others.append(candidate) }
      return
    }
    if pValue <= ceilings.asked { asked.append(candidate) }
    if pValue <= worstKept { keep(body, partner, population, pValue) }
  }

  private mutating func keep(
    _ body: Int, _ partner: OverlapWalk.Partner, _ population: OverlapUniverse.Population,
    _ pValue: LogProbability
  ) {
    let overlap = Overlap(
      first: NodeIndex(body), second: NodeIndex(partner.node), shared: partner.shared,
      firstSize: family.bodies[body].size, secondSize: family.bodies[partner.node].size)
    kept.append(.init(overlap: overlap, population: population, pValue: pValue))
    guard limit < .max / 2, kept.count >= max(2 * limit, 64) else { return }
    kept = finished
    worstKept = kept.last?.pValue ?? .impossible
  }

  private mutating func tail(
    _ population: OverlapUniverse.Population, _ shared: Int
  ) throws(AlgorithmError) -> LogProbability {
    let key = Tail(
      population: population.count, smaller: min(population.first, population.second),
      larger: max(population.first, population.second), shared: shared)
    let place = key.place
    if tails[place].tail == key { return tails[place].pValue }
    let tail = try population.tail(from: shared)
    tails[place] = (key, tail)
    return tail
  }
}
