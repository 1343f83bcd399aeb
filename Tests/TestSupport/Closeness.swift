/// The first place where two lists of numbers differ by more than a relative tolerance, as a sentence.
package func firstDifference(
  _ found: [Double], _ expected: [Double], relative tolerance: Double = 1e-9
) -> String? {
  guard found.count == expected.count else {
    return "\(found.count) values instead of \(expected.count)"
  }
  for (place, (left, right)) in zip(found, expected).enumerated() {
    let isClose = left == right || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
    if !isClose { return "at \(place): \(left) instead of \(right)" }
  }
  return nil
}
