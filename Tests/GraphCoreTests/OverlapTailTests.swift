import Testing

@testable import GraphCore

@Suite("Tails of overlaps", .timeLimit(.minutes(60)))
struct OverlapTailTests {
  struct Reference: Decodable {
    struct HypergeometricCase: Decodable {
      var population, marked, drawn, overlap: Int
      var logUpper, logLower: Double?
    }
    struct PoissonBinomialCase: Decodable {
      var probabilities: [Double]
      var counts: [Int]
      var target: Int
      var logUpper, logLower: Double?
    }
    struct Correction: Decodable {
      var p, holm, benjaminiHochberg: [Double]
      var testCount: Int
    }
    var hypergeometric: [HypergeometricCase]
    var poissonBinomial: [PoissonBinomialCase]
    var corrections: [Correction]
  }

  let reference: Reference

  init() throws {
    reference = try ReferenceFile.read("overlap-tails.json", as: Reference.self)
  }

  /// Whether the probability itself, not its logarithm, has ten digits right.
  func agrees(_ value: LogProbability, _ expected: Double?) -> Bool {
    guard let expected else { return value == .impossible }
    return abs(value.naturalLogarithm - expected) < 1e-10 * max(1, abs(expected) / 100)
      || isClose(value.naturalLogarithm, expected, relative: 1e-12)
  }

  @Test func hypergeometricTailsAreRightToTenDigits() throws {
    for sample in reference.hypergeometric {
      let distribution = try Hypergeometric(
        population: sample.population, marked: sample.marked, drawn: sample.drawn)
      let upper = distribution.upperTail(from: sample.overlap)
      let lower = distribution.lowerTail(through: sample.overlap)
      #expect(agrees(upper, sample.logUpper), "\(sample) gives \(upper)")
      #expect(agrees(lower, sample.logLower), "\(sample) gives \(lower)")
    }
    let smallest = reference.hypergeometric.compactMap(\.logUpper).min()
    #expect(try #require(smallest) < -253, "No case is below 1e-110.")
  }

  @Test func poissonBinomialTailsAreRightToTenDigits() {
    for sample in reference.poissonBinomial {
      let distribution = PoissonBinomial(
        zip(sample.probabilities, sample.counts).map {
          PoissonBinomial.Group(probability: $0.0, count: $0.1)
        })
      let upper = distribution.upperTail(from: sample.target)
      let lower = distribution.lowerTail(through: sample.target)
      #expect(agrees(upper, sample.logUpper), "\(sample) gives \(upper)")
      #expect(agrees(lower, sample.logLower), "\(sample) gives \(lower)")
    }
  }

  @Test func definedValues() throws {
    let small = try Hypergeometric(population: 30, marked: 8, drawn: 10)
    #expect(isClose(small.upperTail(from: 6).value, 0.0072348, relative: 1e-4))
    #expect(isClose(small.upperTail(from: 3).value, 0.5480, relative: 1e-4))
    let large = try Hypergeometric(population: 120, marked: 8, drawn: 10)
    #expect(isClose(large.upperTail(from: 6).value, 1.514e-6, relative: 1e-3))
    #expect(isClose(small.mean, 2.6667, relative: 1e-4))
    let overlap = Overlap(
      first: NodeIndex(0), second: NodeIndex(1), shared: 6, firstSize: 8, secondSize: 10)
    #expect(overlap.overlapCoefficient == 0.75)
    #expect(overlap.jaccard == 0.5)
    #expect(overlap.shareOfFirst == 0.75)
    #expect(overlap.shareOfSecond == 0.6)
    #expect(overlap.lift(in: 30) == 2.25)
    #expect(overlap.combined() == 0.625)
  }

  @Test func tailsOfEveryOverlapAddUp() throws {
    for population in 0..<9 {
      for marked in 0...population {
        for drawn in 0...population {
          let distribution = try Hypergeometric(
            population: population, marked: marked, drawn: drawn)
          for overlap in -1...population + 1 {
            let sum =
              distribution.upperTail(from: overlap).value
              + distribution.lowerTail(through: overlap - 1).value
            #expect(isClose(sum, 1, relative: 1e-12), "\(distribution) at \(overlap)")
          }
        }
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func equalTrialsAreBinomialAndGroupsDoNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let groups = (0..<5).map { _ in
      PoissonBinomial.Group(probability: generator.unit(), count: generator.below(9))
    }
    let grouped = PoissonBinomial(groups)
    let single = PoissonBinomial(
      probabilities: groups.flatMap { Array(repeating: $0.probability, count: $0.count) })
    for target in 0...grouped.trialCount + 1 {
      let tail = grouped.upperTail(from: target)
      #expect(
        isClose(
          tail.naturalLogarithm, single.upperTail(from: target).naturalLogarithm, relative: 1e-11))
      #expect(isClose(tail.value + grouped.lowerTail(through: target - 1).value, 1))
    }
  }

  @Test func probabilitiesBelowTheSmallestNumberKeepTheirOrder() throws {
    let distribution = try Hypergeometric(population: 100_000, marked: 5000, drawn: 5000)
    let tails = [3000, 4000, 5000].map { distribution.upperTail(from: $0) }
    #expect(tails[2] < tails[1] && tails[1] < tails[0])
    #expect(tails[2].value == 0)
    #expect(tails[2].decimalLogarithm < -8000)
    let corrected = MultipleTesting.holm.corrected(tails)
    #expect(corrected[2] < corrected[1])
  }

  @Test func correctionsAgreeWithOtherPrograms() {
    for sample in reference.corrections {
      let probabilities = sample.p.map { LogProbability($0) }
      for (method, expected) in [
        (MultipleTesting.holm, sample.holm), (.benjaminiHochberg, sample.benjaminiHochberg),
      ] {
        let corrected = method.corrected(probabilities, testCount: sample.testCount)
        #expect(
          zip(corrected, expected).allSatisfy { isClose($0.value, $1) }, "\(method) of \(sample)")
      }
      #expect(MultipleTesting.none.corrected(probabilities) == probabilities)
    }
    #expect(MultipleTesting.holm.corrected([]).isEmpty)
  }

  @Test func impossiblePopulationsAreRefused() {
    #expect(throws: AlgorithmError.self) {
      try Hypergeometric(population: 5, marked: 6, drawn: 1)
    }
    #expect(throws: AlgorithmError.self) {
      try Hypergeometric(population: 5, marked: 2, drawn: -1)
    }
  }
}
