/// How repeated measurements of one thing scatter.
package struct Spread: Hashable, Sendable, Codable {
  /// How many there are, at least one.
  package let count: Int
  /// The smallest.
  package let least: Double
  /// The middle one, or the mean of the two in the middle; by weight, where they have weights.
  package let median: Double
  /// The largest.
  package let most: Double
  /// The arithmetic mean, by weight.
  package let mean: Double

  /// Describes the values; `nil` if there are none.
  ///
  /// - Complexity: O(*n* · log *n*).
  package init?(_ values: some Collection<Double>) {
    self.init(weighted: values.map { ($0, 1) })
  }

  /// Describes a single value.
  init(of value: Double) {
    count = 1
    (least, median, most, mean) = (value, value, value, value)
  }

  /// Describes values of which each counts as often as its weight says; `nil` if there are none.
  ///
  /// The median is the least value up to which lies half of all weight, or the mean of it and the next where that is
  /// exactly half: with whole weights the median of the values repeated. What has no weight is left out, unless nothing
  /// has any.
  ///
  /// - Precondition: Weights are finite and not negative.
  /// - Complexity: O(*n* · log *n*).
  init?(weighted values: [(value: Double, weight: Double)]) {
    let heaviest = values.map(\.weight).max() ?? 0
    let counted =
      heaviest > 0
      ? values.filter { $0.weight > 0 }.map { ($0.value, $0.weight / heaviest) }
      : values.map { ($0.value, 1) }
    let sorted = counted.sorted { $0.0 < $1.0 }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    least = first.0
    most = last.0
    let total = sorted.reduce(0) { $0 + $1.1 }
    mean = sorted.reduce(0) { $0 + $1.0 * $1.1 } / total
    // Sums of weights round; what differs by less is half.
    let tolerance = total * 1e-12
    var passed = 0.0
    var place = 0
    while place < sorted.count - 1, passed + sorted[place].1 < total / 2 - tolerance {
      passed += sorted[place].1
      place += 1
    }
    let isHalf = abs(passed + sorted[place].1 - total / 2) <= tolerance
    median =
      isHalf && place + 1 < sorted.count
      ? (sorted[place].0 + sorted[place + 1].0) / 2 : sorted[place].0
  }

  /// The value below which a share of the sorted values lies, interpolated between the two nearest.
  ///
  /// Same values as `quantile` of R with its default type 7 and as numpy's `quantile`.
  ///
  /// - Precondition: There is at least one value, and the share is in `0...1`.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, sorted.count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }

  /// The same of values in any order, which it puts into another.
  ///
  /// - Precondition: There is at least one value, none of them is not a number, and the share is in `0...1`.
  /// - Complexity: O(*n*) on average.
  static func quantile(_ share: Double, in values: inout [Double]) -> Double {
    let place = share * Double(values.count - 1)
    let lower = Int(place)
    values.partition(at: lower)
    let next =
      lower + 1 < values.count ? values[(lower + 1)...].min() ?? values[lower] : values[lower]
    return values[lower] + (next - values[lower]) * (place - Double(lower))
  }
}

extension [Double] {
  /// Exchanges values until that at a place is what it would be if all were sorted, with none above it before it and none below
  /// it after it.
  fileprivate mutating func partition(at place: Int) {
    var (first, last) = (0, count - 1)
    while first < last {
      let pivot = Swift.max(
        Swift.min(self[first], self[last]),
        Swift.min(Swift.max(self[first], self[last]), self[(first + last) / 2]))
      var (lower, upper) = (first, last)
      while lower <= upper {
        while self[lower] < pivot { lower += 1 }
        while self[upper] > pivot { upper -= 1 }
        guard lower <= upper else { break }
        swapAt(lower, upper)
        lower += 1
        upper -= 1
      }
      if place <= upper {
        last = upper
      } else if place >= lower {
        first = lower
      } else {
        return
      }
    }
  }
}
