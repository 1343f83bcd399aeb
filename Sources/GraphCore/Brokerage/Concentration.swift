/// How unevenly an amount is spread, such as meeting hours over people.
public struct Concentration: Sendable, Hashable {
  /// The amounts, largest first.
  private let amounts: [Double]
  /// The sum of all amounts.
  public let total: Double

  /// Makes a distribution from the amount of each holder, those with nothing included.
  ///
  /// - Parameter amounts: Amounts in any order.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if an amount is negative, infinite or not a
  ///   number.
  public init(of amounts: some Sequence<Double>) throws(AlgorithmError) {
    // Sorted as an array of numbers, since a sequence of any kind is compared through its witness tables.
    var sorted = Array(amounts)
    sorted.sort(by: >)
    for amount in sorted where !(amount >= 0 && amount.isFinite) {
      throw AlgorithmError(
        code: .invalidWeight,
        message: "An amount is \(amount); amounts must be finite and not negative.")
    }
    self.amounts = sorted
    total = sorted.reduce(0, +)
  }

  /// The Gini coefficient: 0 if all hold the same, near 1 if one of many holds everything.
  ///
  /// Σᵢ Σⱼ |*x*ᵢ − *x*ⱼ| / (2*n*²·mean), without the correction for small samples; 0 if nobody holds
  /// anything.
  public var gini: Double {
    guard total > 0 else { return 0 }
    var sum = 0.0
    for (rank, amount) in amounts.enumerated() {
      sum += Double(amounts.count - 1 - 2 * rank) * amount
    }
    return sum / (Double(amounts.count) * total)
  }

  /// Returns the share of the total that the holders with the most have.
  ///
  /// - Parameter share: The share of holders, rounded up to whole ones: a tenth of 12 are 2.
  /// - Returns: A share in `0...1`; 0 if nobody holds anything.
  /// - Precondition: `share` is in `0...1`.
  public func shareOfTop(_ share: Double) -> Double {
    precondition(share >= 0 && share <= 1, "A share must be in 0...1.")
    guard total > 0 else { return 0 }
    // 0.05 · 20 is a little more than 1 in binary; it still means one holder.
    let count = Int((share * Double(amounts.count) - 1e-9).rounded(.up))
    return amounts.prefix(count).reduce(0, +) / total
  }
}
