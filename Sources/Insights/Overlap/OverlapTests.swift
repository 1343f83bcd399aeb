internal import EcosystemModel
internal import GraphCore

/// The tests of all pairs of a family against chance.
///
/// Two walks over the pairs that share somebody: one counts, so that it is known which probabilities can matter after correction; one
/// tests, and keeps what is shown. Nothing is kept of the other pairs.
struct OverlapTests {
  /// What was found for one pair.
  struct Result {
    var overlap: Overlap
    var population: OverlapUniverse.Population
    var pValue = LogProbability.certain
    var adjustedPValue = LogProbability.certain
    var sdsmPValue: LogProbability?
    var adjustedSDSMPValue: LogProbability?
  }

  let sweep: OverlapSweep
  let universe: OverlapUniverse
  let degrees: OverlapDegreeTests
  /// The number of pairs asked about, for which probabilities are corrected.
  let testCount: Int
  /// The number of pairs asked about that share more than chance explains, after correction.
  let significantCount: Int
  /// The number of these that each body is in.
  let significantByBody: [Int]
  /// The most remarkable of the pairs asked about, in their order.
  private(set) var chosen: [Result]
  private let family: OverlapFamily
  private let parts: [Int]
  private let corrections: (asked: HolmSteps, others: HolmSteps)

  /// Tests all pairs of a family.
  ///
  /// - Parameters:
  ///   - family: The bodies and who sits on them.
  ///   - choice: Whom chance could have put there; `nil` chooses.
  ///   - parts: The bodies asked about, by position: their pairs are corrected for no others.
  ///   - limit: How many pairs are wanted; `nil` for all.
  /// - Throws: ``InsightError`` if a probability cannot be computed.
  init(
    _ family: OverlapFamily, universe choice: OverlapQuestion.Universe?, asked parts: [Int],
    limit: Int?
  ) throws(InsightError) {
    let eligibility = Eligibility(family)
    let universe = OverlapUniverse(choice, for: family, eligibility: eligibility)
    let seated = family.bodies.count { $0.size > 0 }
    let testCount =
      parts.count == 2 ? 1 : parts.isEmpty ? family.testCount : max(seated - 1, 0)
    do throws(AlgorithmError) {
      let sweep = try OverlapSweep(family, asked: parts)
      var screen = OverlapScreen(
        family, universe, asked: parts, limit: limit,
        ceilings: (
          HolmSteps.ceiling(testCount: testCount, resultCount: sweep.askedCount),
          HolmSteps.ceiling(
            testCount: family.testCount, resultCount: sweep.pairCount - sweep.askedCount)
        ))
      try screen.run()
      func steps(_ found: [OverlapScreen.Candidate], _ testCount: Int) -> HolmSteps {
        HolmSteps(found.map { ($0.pValue, 1) }, testCount: testCount)
      }
      let asked = steps(screen.asked, testCount)
      corrections = (asked, steps(screen.others, family.testCount))
      let significant = screen.asked.filter { asked.corrected($0.pValue).value < 0.05 }
      var significantByBody = [Int](repeating: 0, count: family.bodies.count)
      for pair in significant {
        significantByBody[Int(pair.first)] += 1
        significantByBody[Int(pair.second)] += 1
      }
      significantCount = significant.count
      self.significantByBody = significantByBody
      degrees = OverlapDegreeTests(
        family, eligibility, asked: parts, testCount: testCount, pairCount: sweep.pairCount,
        askedCount: sweep.askedCount)
      chosen = screen.finished
      self.sweep = sweep
    } catch {
      throw InsightError(error)
    }
    self.universe = universe
    self.testCount = testCount
    self.family = family
    self.parts = parts
    for place in chosen.indices { complete(&chosen[place]) }
  }

  private func complete(_ result: inout Result) {
    let (first, second) = (result.overlap.first.position, result.overlap.second.position)
    let steps =
      OverlapSweep.isAsked(first, second, parts) ? corrections.asked : corrections.others
    result.adjustedPValue = steps.corrected(result.pValue)
    result.sdsmPValue = degrees.pValue(first, second, shared: result.overlap.shared)
    result.adjustedSDSMPValue = result.sdsmPValue.map(degrees.corrected)
  }

  /// What was found for a pair, also for one that shares nobody.
  func result(_ first: Int, _ second: Int) throws(InsightError) -> Result {
    let (low, high) = (min(first, second), max(first, second))
    let overlap = Overlap(
      first: NodeIndex(low), second: NodeIndex(high), shared: family.shared(low, high).count,
      firstSize: family.bodies[low].size, secondSize: family.bodies[high].size)
    var universe = universe
    do throws(AlgorithmError) {
      let population = try universe.population(low, high, shared: overlap.shared)
      var result = Result(overlap: overlap, population: population)
      guard overlap.shared > 0 else {
        result.sdsmPValue = degrees.isMade ? .certain : nil
        result.adjustedSDSMPValue = result.sdsmPValue
        return result
      }
      result.pValue = try population.tail(from: overlap.shared)
      complete(&result)
      return result
    } catch {
      throw InsightError(error)
    }
  }

  /// Orders pairs by their chance, then by size.
  static func isMoreRemarkable(_ left: Result, _ right: Result) -> Bool {
    if left.pValue != right.pValue { return left.pValue < right.pValue }
    if left.overlap.shared != right.overlap.shared {
      return left.overlap.shared > right.overlap.shared
    }
    return (left.overlap.first, left.overlap.second) < (right.overlap.first, right.overlap.second)
  }
}

extension OverlapUniverse.Population {
  /// The probability of sharing at least so many by chance; the same to the last digit whichever body is the first.
  func tail(from shared: Int) throws(AlgorithmError) -> LogProbability {
    try Hypergeometric(population: count, marked: min(first, second), drawn: max(first, second))
      .upperTail(from: shared)
  }
}
