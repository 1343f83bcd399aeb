#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The chances of overlaps under the stochastic degree sequence model, for the pairs that are asked about.
///
/// The same values as ``AffiliationGraph/overlapSignificance(of:model:until:parallelism:)`` gives for sets on the right.
package struct DegreeOverlapTails: Sendable {
  /// Pairs whose sizes and overlap are equal, and so are their chances.
  package struct Case: Hashable, Sendable {
    fileprivate let lower: UInt16
    fileprivate let upper: UInt16
    fileprivate let shared: Int32

    /// The case as one number, which orders cases by their sizes.
    package var key: UInt64 {
      UInt64(lower) << 48 | UInt64(upper) << 32 | UInt64(UInt32(bitPattern: shared))
    }

    /// The case of a number.
    package init(key: UInt64) {
      lower = UInt16(truncatingIfNeeded: key >> 48)
      upper = UInt16(truncatingIfNeeded: key >> 32)
      shared = Int32(truncatingIfNeeded: key)
    }

    fileprivate init(_ one: Int32, _ other: Int32, shared: Int) {
      // Different degrees add up to the number of ties at most, so that there are fewer than 2^16 of them.
      lower = UInt16(min(one, other))
      upper = UInt16(max(one, other))
      self.shared = Int32(shared)
    }
  }

  private let model: BipartiteConfigurationModel

  /// Fits the model to a graph.
  ///
  /// - Throws: ``AlgorithmError`` with code `notConverged`.
  package init(_ graph: AffiliationGraph) throws(AlgorithmError) {
    model = try graph.configurationModel().value
  }

  /// The case of a pair of sets on the right.
  package func testCase(_ first: Int, _ second: Int, shared: Int) -> Case {
    let classes = model.rightClasses.classOfNode
    return Case(classes[first], classes[second], shared: shared)
  }

  /// The probability of an overlap at least as large by chance.
  package func tail(_ testCase: Case) -> LogProbability {
    model.overlapDistribution(classes: Int(testCase.lower), Int(testCase.upper))
      .upperTail(from: Int(testCase.shared))
  }

  /// The tails of those cases that may lie below a ceiling; the others surely lie above it.
  ///
  /// - Parameters:
  ///   - cases: Numbers of cases, ascending.
  ///   - ceiling: The probability above which a tail does not matter.
  /// - Returns: The tails by number.
  /// - Throws: ``AlgorithmError`` with code `cancelled`.
  /// - Complexity: O(different degrees) for each pair of sizes, and a tail for each case that is not passed over.
  package func tails(
    of cases: [UInt64], below ceiling: LogProbability
  ) throws(AlgorithmError) -> [UInt64: LogProbability] {
    var tails: [UInt64: LogProbability] = [:]
    var sizes: UInt64?
    var moments = Moments(mean: 0, squares: 0, highest: 1)
    for key in cases {
      guard !Task.isCancelled else { throw .cancelled("Testing overlaps") }
      let testCase = Case(key: key)
      if sizes != key >> 32 {
        sizes = key >> 32
        moments = self.moments(Int(testCase.lower), Int(testCase.upper))
      }
      if moments.logTail(from: Int(testCase.shared)) > ceiling.naturalLogarithm { continue }
      tails[key] = tail(testCase)
    }
    return tails
  }

  private func moments(_ lower: Int, _ upper: Int) -> Moments {
    var moments = Moments(mean: 0, squares: 0, highest: 0)
    for (left, size) in model.leftClasses.sizes.enumerated() {
      let chance =
        model.probability(leftClass: left, rightClass: lower)
        * model.probability(leftClass: left, rightClass: upper)
      moments.mean += Double(size) * chance
      moments.squares += Double(size) * chance * chance
      moments.highest = max(moments.highest, chance)
    }
    return moments
  }
}

/// What bounds the tail of a sum of independent trials from below.
private struct Moments {
  var mean: Double
  var squares: Double
  var highest: Double

  /// A number below the logarithm of the probability of at least `count` successes; −∞ where no bound is known.
  ///
  /// P(X = k) is Π(1 − pᵢ) times the k-th elementary symmetric function of the odds. Of all k-tuples of trials at most C(k, 2)·Σp²·(Σp)ᵏ⁻²
  /// repeat one (Bonferroni), the odds are at least pᵢ, and ln(1 − p) ≥ −p − p² up to one half.
  func logTail(from count: Int) -> Double {
    guard highest <= 0.5, mean > 0, count > 0 else { return -.infinity }
    let number = Double(count)
    let distinct = 1 - number * (number - 1) / 2 * squares / (mean * mean)
    guard distinct > 0 else { return -.infinity }
    // Stirling's upper bound of ln k!.
    let logFactorial =
      count == 1
      ? 0
      : number * log(number) - number + 0.5 * log(2 * Double.pi * number) + 1 / (12 * number)
    return -mean - squares + number * log(mean) - logFactorial + log(distinct) - 1e-6
  }
}
