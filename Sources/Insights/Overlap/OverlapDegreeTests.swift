internal import EcosystemModel
internal import GraphCore

/// The tests of pairs against chance with the numbers of seats and members held fixed.
struct OverlapDegreeTests {
  /// How the tests were made, or why they were not.
  private(set) var words = ""
  private var source = Source.none
  private var steps = HolmSteps([], testCount: 0)

  /// Where the probability of a pair comes from.
  private enum Source {
    case none
    /// Equal sizes and overlaps have equal probabilities.
    case cases(DegreeOverlapTails, known: [UInt64: LogProbability])
    /// Each pair has its own.
    case pairs(OverlapSignificance)
  }

  /// Beyond so many seats that nobody may have, the eligibility-aware model takes too long.
  private static let cellLimit = 2_000_000

  /// Tests the pairs of a family.
  ///
  /// - Parameters:
  ///   - family: The bodies and who sits on them.
  ///   - eligibility: Who may sit on them.
  ///   - parts: The bodies asked about, by position.
  ///   - testCount: The number of pairs asked about, for which probabilities are corrected.
  ///   - pairCount: The number of pairs that share somebody.
  ///   - askedCount: The number of those asked about.
  init(
    _ family: OverlapFamily, _ eligibility: Eligibility, asked parts: [Int], testCount: Int,
    pairCount: Int, askedCount: Int
  ) {
    guard family.bodies.count > 2, pairCount > 0 else {
      words = "no test by degrees: it needs three bodies or more"
      return
    }
    words = "SDSM (numbers of seats and members held fixed)"
    var ties: StructuralTies?
    if eligibility.isKnown {
      ties = eligibility.prohibitedTies(limit: Self.cellLimit)
      words =
        ties == nil
        ? words + "; eligibility left out, too many people and bodies for SDSM-EC"
        : "SDSM-EC (numbers of seats and members held fixed; nobody sits on a body of companies that do not employ them)"
    }
    let ceiling = HolmSteps.ceiling(testCount: testCount, resultCount: askedCount)
    do throws(AlgorithmError) {
      if let ties {
        try test(family, ties, asked: parts, testCount: testCount)
      } else {
        try test(family, asked: parts, testCount: testCount, below: ceiling)
      }
    } catch {
      source = .none
      words = "no test by degrees: \(error.message)"
    }
  }

  /// Whether there are such tests.
  var isMade: Bool { if case .none = source { false } else { true } }

  /// The probability of a pair that shares somebody, the earlier body first; `nil` where there is no such test.
  func pValue(_ first: Int, _ second: Int, shared: Int) -> LogProbability? {
    switch source {
    case .none: return nil
    case .cases(let tails, let known):
      let testCase = tails.testCase(first, second, shared: shared)
      return known[testCase.key] ?? tails.tail(testCase)
    case .pairs(let tested):
      var (low, high) = (0, tested.overlaps.count)
      while low < high {
        let middle = (low + high) / 2
        let pair = tested.overlaps[middle]
        let isBefore = (pair.first.position, pair.second.position) < (first, second)
        if isBefore { low = middle + 1 } else { high = middle }
      }
      return low < tested.probabilities.count ? tested.probabilities[low] : nil
    }
  }

  /// A probability corrected for all pairs asked about.
  func corrected(_ probability: LogProbability) -> LogProbability { steps.corrected(probability) }

  private mutating func test(
    _ family: OverlapFamily, _ ties: StructuralTies, asked parts: [Int], testCount: Int
  ) throws(AlgorithmError) {
    let tested = try family.graph.overlapSignificance(
      of: .right, model: .constrainedDegreeSequence(ties))
    let asked = tested.overlaps.indices.filter { place in
      let pair = tested.overlaps[place]
      return OverlapSweep.isAsked(pair.first.position, pair.second.position, parts)
    }
    steps = HolmSteps(asked.map { (tested.probabilities[$0], 1) }, testCount: testCount)
    source = .pairs(tested)
  }

  private mutating func test(
    _ family: OverlapFamily, asked parts: [Int], testCount: Int, below ceiling: LogProbability
  ) throws(AlgorithmError) {
    let tails = try DegreeOverlapTails(family.graph)
    var cases = CaseCounts()
    let walk = OverlapWalk(family.graph, of: .right)
    for body in family.bodies.indices {
      try walk.visitPartners(of: body, after: true) { partner in
        guard OverlapSweep.isAsked(body, partner.node, parts) else { return }
        cases.add(tails.testCase(body, partner.node, shared: partner.shared).key)
      }
    }
    let known = try tails.tails(of: cases.keys, below: ceiling)
    let found = cases.keys.compactMap { key in known[key].map { ($0, cases.count(of: key)) } }
    steps = HolmSteps(found, testCount: testCount)
    source = .cases(tails, known: known)
  }
}

/// How often each of many numbers occurs: open addressing, since a dictionary takes most of the time of a walk.
private struct CaseCounts {
  private static let empty = UInt64.max
  private var slots = [UInt64](repeating: Self.empty, count: 1 << 12)
  private var counts = [Int](repeating: 0, count: 1 << 12)
  private var used = 0

  /// The numbers met, ascending.
  var keys: [UInt64] { slots.filter { $0 != Self.empty }.sorted() }

  func count(of key: UInt64) -> Int { counts[place(of: key)] }

  mutating func add(_ key: UInt64) {
    var place = place(of: key)
    if slots[place] == Self.empty {
      if 2 * used >= slots.count {
        grow()
        place = self.place(of: key)
      }
      slots[place] = key
      used += 1
    }
    counts[place] += 1
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed ^ (mixed >> 32)) & mask
    while slots[place] != key, slots[place] != Self.empty { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = self
    slots = Array(repeating: Self.empty, count: 2 * old.slots.count)
    counts = Array(repeating: 0, count: 2 * old.slots.count)
    for (place, key) in old.slots.enumerated() where key != Self.empty {
      let new = self.place(of: key)
      slots[new] = key
      counts[new] = old.counts[place]
    }
  }
}
