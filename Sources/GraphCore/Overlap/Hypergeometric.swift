#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many members two groups share if both are drawn at random from one population.
///
/// With a group of size *a* fixed and *b* members drawn without replacement from *N*, the overlap is
/// hypergeometric. The population drives everything: state whom it counts.
///
/// ## References
/// Z. P. Neal, R. Domagalski, B. Sagan, “Comparing alternatives to the fixed degree sequence model”,
/// *Scientific Reports* 11, 2021, [doi:10.1038/s41598-021-03238-3](https://doi.org/10.1038/s41598-021-03238-3)
/// (model “fixed row”). Same values as R `phyper(w - 1, a, N - a, b, lower = FALSE)`.
public struct Hypergeometric: Sendable, Hashable {
  /// The number of nodes that could be members.
  public let population: Int
  /// The size of the first group.
  public let marked: Int
  /// The size of the second group.
  public let drawn: Int

  /// Makes a distribution.
  ///
  /// - Throws: ``AlgorithmError`` with code `invalidParameter` if a group is larger than the
  ///   population or a number is negative.
  public init(population: Int, marked: Int, drawn: Int) throws(AlgorithmError) {
    guard marked >= 0, drawn >= 0, marked <= population, drawn <= population else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: """
          Groups of \(marked) and \(drawn) do not fit into a population of \(population); choose a \
          universe that holds all members.
          """)
    }
    self.population = population
    self.marked = marked
    self.drawn = drawn
  }

  /// The overlaps that can occur.
  public var support: ClosedRange<Int> {
    max(0, marked + drawn - population)...min(marked, drawn)
  }

  /// The expected overlap; 0 if the population is empty.
  public var mean: Double {
    population == 0 ? 0 : Double(marked) * Double(drawn) / Double(population)
  }

  /// Returns the probability of an overlap of exactly `overlap`.
  public func probability(of overlap: Int) -> LogProbability {
    guard support.contains(overlap) else { return .impossible }
    if drawn == 0 || drawn == population { return .certain }
    let rate = Double(drawn) / Double(population)
    let rest = Double(population - drawn) / Double(population)
    let (hits, all) = (Double(overlap), Double(drawn))
    // Two binomials over a third: conditioning on their total leaves the hypergeometric.
    return LogProbability(
      naturalLogarithm: BinomialDensity.logarithm(
        successes: hits, trials: Double(marked), probability: rate, failure: rest)
        + BinomialDensity.logarithm(
          successes: all - hits, trials: Double(population - marked), probability: rate,
          failure: rest)
        - BinomialDensity.logarithm(
          successes: all, trials: Double(population), probability: rate, failure: rest))
  }

  /// Returns the probability of an overlap of at least `overlap`.
  ///
  /// - Complexity: O(min(*a*, *b*)); far from the mean only the few terms that count are added.
  public func upperTail(from overlap: Int) -> LogProbability {
    if overlap <= support.lowerBound { return .certain }
    if overlap > support.upperBound { return .impossible }
    return Double(overlap) > mean
      ? tail(from: overlap, step: 1) : tail(from: overlap - 1, step: -1).complement
  }

  /// Returns the probability of an overlap of at most `overlap`.
  public func lowerTail(through overlap: Int) -> LogProbability {
    if overlap >= support.upperBound { return .certain }
    if overlap < support.lowerBound { return .impossible }
    return Double(overlap) < mean
      ? tail(from: overlap, step: -1) : tail(from: overlap + 1, step: 1).complement
  }

  /// Adds the terms from `first` outwards, relative to the first.
  ///
  /// Beyond the mean they fall, faster with each step, so the sum stops when they no longer count.
  private func tail(from first: Int, step: Int) -> LogProbability {
    var sum = 1.0
    var term = 1.0
    var current = first
    while support.contains(current + step) {
      term *= ratio(at: step > 0 ? current : current - 1, isInverse: step < 0)
      let next = sum + term
      if next == sum { break }
      sum = next
      current += step
    }
    return LogProbability(
      naturalLogarithm: probability(of: first).naturalLogarithm + log(sum))
  }

  /// p(k + 1)/p(k), or its inverse.
  private func ratio(at overlap: Int, isInverse: Bool) -> Double {
    let up = Double(marked - overlap) * Double(drawn - overlap)
    let down = Double(overlap + 1) * Double(population - marked - drawn + overlap + 1)
    return isInverse ? down / up : up / down
  }
}
