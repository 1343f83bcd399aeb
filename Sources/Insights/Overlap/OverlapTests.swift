internal import EcosystemModel
internal import GraphCore

/// The tests of all pairs of a family against chance.
struct OverlapTests {
  /// What was found for one pair that shares somebody.
  struct Result {
    var overlap: Overlap
    var population: OverlapUniverse.Population
    var pValue = LogProbability.certain
    var adjustedPValue = LogProbability.certain
    var sdsmPValue: LogProbability?
    var adjustedSDSMPValue: LogProbability?

    /// Whether the pair is among those of the bodies asked about; all are where none was.
    func isAsked(_ parts: [Int]) -> Bool {
      parts.allSatisfy { overlap.first.position == $0 || overlap.second.position == $0 }
    }
  }

  /// The pairs that share somebody, in ascending order of both.
  private(set) var results: [Result] = []
  /// How the test by degrees was made, or why it was not.
  private(set) var degreeModel = ""
  let universe: OverlapUniverse
  /// The number of pairs asked about, for which probabilities are corrected.
  private(set) var testCount = 0

  /// Beyond so many seats that nobody may have, the eligibility-aware model takes too long.
  private static let cellLimit = 2_000_000

  /// What the probability of an overlap depends on; committees of equal sizes share it.
  private struct Tail: Hashable {
    var population: Int
    var smaller: Int
    var larger: Int
    var shared: Int
  }

  /// Tests all pairs of a family.
  ///
  /// - Parameters:
  ///   - family: The bodies and who sits on them.
  ///   - choice: Whom chance could have put there; `nil` chooses.
  ///   - parts: The bodies asked about, by position: their pairs are corrected for no others.
  /// - Throws: ``InsightError`` if a probability cannot be computed.
  init(
    _ family: OverlapFamily, universe choice: OverlapQuestion.Universe?, asked parts: [Int]
  ) throws(InsightError) {
    let eligibility = Eligibility(family)
    var universe = OverlapUniverse(choice, for: family, eligibility: eligibility)
    do throws(AlgorithmError) {
      let overlaps = try family.graph.overlaps(of: .right)
      var tails: [Tail: LogProbability] = [:]
      results.reserveCapacity(overlaps.count)
      for overlap in overlaps {
        var result = Result(
          overlap: overlap,
          population: universe.population(overlap.first.position, overlap.second.position))
        let population = result.population
        let key = Tail(
          population: population.count, smaller: min(population.first, population.second),
          larger: max(population.first, population.second), shared: overlap.shared)
        if let known = tails[key] {
          result.pValue = known
        } else {
          result.pValue = try Hypergeometric(
            population: population.count, marked: population.first, drawn: population.second
          ).upperTail(from: overlap.shared)
          tails[key] = result.pValue
        }
        results.append(result)
      }
    } catch {
      throw InsightError(error)
    }
    self.universe = universe
    testDegrees(family, eligibility)
    let seated = family.bodies.count { $0.size > 0 }
    testCount = parts.count == 2 ? 1 : parts.isEmpty ? family.testCount : max(seated - 1, 0)
    correct(results.indices.filter { results[$0].isAsked(parts) }, testCount: testCount)
    // The others stand beside them in the matrix, as pairs among all.
    correct(
      results.indices.filter { !results[$0].isAsked(parts) }, testCount: family.testCount)
  }

  private mutating func testDegrees(_ family: OverlapFamily, _ eligibility: Eligibility) {
    guard family.bodies.count > 2, !results.isEmpty else {
      degreeModel = "no test by degrees: it needs three bodies or more"
      return
    }
    var model = OverlapModel.degreeSequence
    degreeModel = "SDSM (numbers of seats and members held fixed)"
    if eligibility.isKnown {
      if let ties = eligibility.prohibitedTies(limit: Self.cellLimit) {
        model = .constrainedDegreeSequence(ties)
        degreeModel =
          "SDSM-EC (numbers of seats and members held fixed; nobody sits on a body of companies that do not employ them)"
      } else {
        degreeModel += "; eligibility left out, too many people and bodies for SDSM-EC"
      }
    }
    do throws(AlgorithmError) {
      let tested = try family.graph.overlapSignificance(of: .right, model: model)
      for position in results.indices {
        results[position].sdsmPValue = tested.probabilities[position]
      }
    } catch {
      degreeModel = "no test by degrees: \(error.message)"
    }
  }

  private mutating func correct(_ positions: [Int], testCount: Int) {
    let chances = positions.map { results[$0].pValue }
    let corrected = MultipleTesting.holm.corrected(chances, testCount: testCount)
    for (place, position) in positions.enumerated() {
      results[position].adjustedPValue = corrected[place]
    }
    let degrees = positions.compactMap { results[$0].sdsmPValue }
    guard degrees.count == positions.count else { return }
    let correctedDegrees = MultipleTesting.holm.corrected(degrees, testCount: testCount)
    for (place, position) in positions.enumerated() {
      results[position].adjustedSDSMPValue = correctedDegrees[place]
    }
  }

  /// What was found for a pair, also for one that shares nobody.
  func result(_ first: Int, _ second: Int, in family: OverlapFamily) -> Result {
    let (low, high) = (min(first, second), max(first, second))
    if let found = results.first(where: {
      $0.overlap.first.position == low && $0.overlap.second.position == high
    }) {
      return found
    }
    var universe = universe
    return Result(
      overlap: Overlap(
        first: NodeIndex(low), second: NodeIndex(high), shared: 0,
        firstSize: family.bodies[low].size, secondSize: family.bodies[high].size),
      population: universe.population(low, high),
      sdsmPValue: results.first?.sdsmPValue == nil ? nil : .certain,
      adjustedSDSMPValue: results.first?.sdsmPValue == nil ? nil : .certain)
  }
}
