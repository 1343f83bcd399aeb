#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The probabilities of a run of numbers, without ends too unlikely to count.
struct TrimmedDensity {
  /// The number that the first value belongs to.
  let first: Int
  let values: [Double]

  /// Zero for certain.
  static let certain = TrimmedDensity(first: 0, values: [1])

  /// Values this far below the highest are dropped: all of them together stay below 1e-20 of it.
  private static let negligible = 1e-30

  /// The binomial distribution, summed outwards from its mode.
  static func binomial(count: Int, probability: Double, failure: Double) -> TrimmedDensity {
    let mode = min(count, Int((Double(count) + 1) * probability))
    let odds = probability / failure
    let peak = exp(
      BinomialDensity.logarithm(
        successes: Double(mode), trials: Double(count), probability: probability,
        failure: failure))
    var above = [peak]
    var value = peak
    for number in mode..<count {
      value *= Double(count - number) / Double(number + 1) * odds
      if value < peak * negligible { break }
      above.append(value)
    }
    var below: [Double] = []
    value = peak
    for number in stride(from: mode, to: 0, by: -1) {
      value *= Double(number) / Double(count - number + 1) / odds
      if value < peak * negligible { break }
      below.append(value)
    }
    return TrimmedDensity(first: mode - below.count, values: below.reversed() + above)
  }

  /// The distribution of the sum of two independent numbers.
  func convolved(with other: TrimmedDensity) -> TrimmedDensity {
    var sums = [Double](repeating: 0, count: values.count + other.values.count - 1)
    for (offset, value) in values.enumerated() {
      for (otherOffset, otherValue) in other.values.enumerated() {
        sums[offset + otherOffset] += value * otherValue
      }
    }
    let limit = (sums.max() ?? 0) * Self.negligible
    let start = sums.firstIndex { $0 >= limit } ?? 0
    let end = (sums.lastIndex { $0 >= limit } ?? 0) + 1
    return TrimmedDensity(
      first: first + other.first + start, values: Array(sums[start..<max(end, start + 1)]))
  }
}
