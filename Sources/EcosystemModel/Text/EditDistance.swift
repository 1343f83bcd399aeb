/// How many letters must be inserted, removed, replaced or swapped with their neighbour to turn one text into another.
///
/// The optimal string alignment distance, in Unicode scalars.
///
/// - Returns: The number, `nil` if it exceeds `limit`.
/// - Complexity: O(*m* · *n*).
///
/// ## References
/// L. Boytsov, “Indexing methods for approximate dictionary searching”, *ACM JEA* 16, 2011,
/// [doi:10.1145/1963190.1963191](https://doi.org/10.1145/1963190.1963191).
package func editDistance(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var current = last
  for row in left.indices {
    current[0] = row + 1
    var least = row + 1
    for column in right.indices {
      var best = min(
        last[column + 1] + 1, current[column] + 1,
        last[column] + (left[row] == right[column] ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current[column + 1] = best
      least = min(least, best)
    }
    guard least <= limit else { return nil }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}

extension StringProtocol {
  /// The letters by which ``editDistance(_:_:limit:)`` compares texts.
  package var letters: [UInt32] { unicodeScalars.map(\.value) }
}
