#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers along a length: from 0 or round ends, by their logarithms where they lie far apart.
struct ScaleAxis {
  /// Round numbers with their words, from low to high.
  let ticks: [Double]
  let isLogarithmic: Bool
  private let low: Double
  private let high: Double

  /// An axis for some numbers.
  ///
  /// - Parameters:
  ///   - numbers: The numbers, at least one.
  ///   - range: The ends of their scale, where they have one.
  ///   - tickLimit: The most ticks.
  init(_ numbers: [Double], range: ClosedRange<Double>?, tickLimit: Int) {
    let least = numbers.min() ?? 0
    let most = numbers.max() ?? 1
    if range == nil, least > 0, Self.areFarApart(numbers, least, most) {
      isLogarithmic = true
      let round = Self.powers(from: least, to: most)
      let decades = round.filter { $0.isDecade }.map(\.number)
      if round.count <= tickLimit {
        ticks = round.map(\.number)
      } else {
        let every = max(1, (decades.count + tickLimit - 1) / tickLimit)
        ticks = decades.enumerated().filter { $0.offset % every == 0 }.map(\.element)
      }
      low = log10(round.first?.number ?? least)
      high = log10(round.last?.number ?? most)
      return
    }
    isLogarithmic = false
    var (start, end) = (
      min(least, range?.lowerBound ?? least), max(most, range?.upperBound ?? most)
    )
    // Amounts begin at nothing, unless they differ by little only.
    if range == nil, least >= 0, least < most * 0.6 { start = 0 }
    if end <= start {
      (start, end) = (start - max(abs(start) * 0.5, 0.5), end + max(abs(end) * 0.5, 0.5))
    }
    let step = Self.step(end - start, limit: max(tickLimit - 1, 1))
    low = floor(start / step + 1e-9) * step
    high = ceil(end / step - 1e-9) * step
    let count = Int(((high - low) / step).rounded())
    let first = low
    ticks = (0...count).map { first + Double($0) * step }
  }

  /// Whether most would stand at one end of an even axis.
  private static func areFarApart(_ numbers: [Double], _ least: Double, _ most: Double) -> Bool {
    let middle = numbers.sorted()[numbers.count / 2]
    return most / least >= 300 || most / least >= 20 && middle < most * 0.15
  }

  /// 1, 2 and 5 times powers of ten from at most one number to at least another.
  private static func powers(
    from least: Double, to most: Double
  ) -> [(number: Double, isDecade: Bool)] {
    let first = Int(floor(log10(least) + 1e-9))
    let last = Int(ceil(log10(most) - 1e-9))
    let all = (first...max(last, first + 1)).flatMap { power in
      [1.0, 2, 5].map { (number: $0 * pow(10, Double(power)), isDecade: $0 == 1) }
    }
    let start = all.lastIndex { $0.number <= least * (1 + 1e-9) } ?? 0
    let end = all.firstIndex { $0.number >= most * (1 - 1e-9) } ?? all.count - 1
    return Array(all[start...max(end, start + 1)])
  }

  /// 1, 2 or 5 times a power of ten.
  private static func step(_ length: Double, limit: Int) -> Double {
    let unit = pow(10, floor(log10(length / Double(limit))))
    return [1.0, 2, 5, 10].map { $0 * unit }.first { length / $0 <= Double(limit) + 1e-9 }
      ?? unit * 10
  }

  /// Where a number stands, from 0 at the low end to 1 at the high one.
  func share(_ number: Double) -> Double {
    ((isLogarithmic ? log10(number) : number) - low) / (high - low)
  }
}
