#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A quick lower bound of hypergeometric tails, to pass over the many that are too likely to matter.
///
/// The largest term of a tail, from a table of log factorials: some ten nanoseconds where the tail itself takes hundreds.
package struct HypergeometricBound: Sendable {
  private var logFactorials: [Double] = [0]

  /// Prepares bounds for populations up to a size.
  ///
  /// - Complexity: O(population).
  package init(population: Int) {
    logFactorials.reserveCapacity(population + 1)
    var sum = 0.0
    var lost = 0.0
    for number in 1..<max(population + 1, 2) {
      // Compensated, so that a million terms lose no digit that counts.
      let term = log(Double(number)) - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
      logFactorials.append(sum)
    }
  }

  /// A number below the natural logarithm of the probability of at least `overlap`, by less than the tail's other terms and 1e-6.
  package func logTail(population: Int, marked: Int, drawn: Int, from first: Int) -> Double {
    guard first > 0, first <= min(marked, drawn), population - marked - drawn + first >= 0 else {
      return -.infinity
    }
    // A tail that begins before the most likely overlap holds that one, too.
    let overlap = max(first, (marked + 1) * (drawn + 1) / (population + 2))
    let rest = population - marked - drawn + overlap
    let choices =
      logFactorials[marked] - logFactorials[overlap] - logFactorials[marked - overlap]
      + logFactorials[population - marked] - logFactorials[drawn - overlap] - logFactorials[rest]
    let all =
      logFactorials[population] - logFactorials[drawn] - logFactorials[population - drawn]
    return choices - all - 1e-6
  }

  /// Whether the probability of at least `overlap` is certain to be above a limit, given by its natural logarithm.
  ///
  /// Where the largest term does not tell, others are added to it as long as they count, and until they do tell.
  package func isTail(
    population: Int, marked: Int, drawn: Int, from first: Int, above limit: Double
  ) -> Bool {
    let least = logTail(population: population, marked: marked, drawn: drawn, from: first)
    if least > limit { return true }
    guard least > -.infinity else { return false }
    let wanted = exp(limit - least)
    let largest = max(first, (marked + 1) * (drawn + 1) / (population + 2))
    let rest = population - marked - drawn
    var sum = 1.0
    for step in [1, -1] {
      var term = 1.0
      var overlap = largest
      while step > 0 ? overlap < min(marked, drawn) : overlap > first {
        // From the lower of two overlaps to the higher one.
        let low = step > 0 ? overlap : overlap - 1
        let up = Double(marked - low) * Double(drawn - low)
        let down = Double(low + 1) * Double(rest + low + 1)
        term *= step > 0 ? up / down : down / up
        sum += term
        overlap += step
        if sum > wanted { return true }
        if term < 1e-6 { break }
      }
    }
    return false
  }
}
