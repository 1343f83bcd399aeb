extension Collection {
  /// The elements that would come first if all were sorted, without sorting all.
  ///
  /// - Parameters:
  ///   - limit: How many are wanted; `nil` for all.
  ///   - precedes: A strict total order.
  /// - Returns: At most so many elements, in order.
  /// - Complexity: O(*n* + *k*·log *k*·log(*n* / *k*)) for *k* of *n* elements in no order, O(*n*·log *n*) at worst.
  func leading(_ limit: Int?, by precedes: (Element, Element) -> Bool) -> [Element] {
    guard let limit, limit < count / 4 else {
      return Array(sorted(by: precedes).prefix(limit ?? .max))
    }
    guard limit > 0 else { return [] }
    var best: [Element] = []
    var worst: Element?
    for element in self {
      if let worst, !precedes(element, worst) { continue }
      best.append(element)
      guard best.count >= 2 * limit else { continue }
      best.sort(by: precedes)
      best.removeLast(best.count - limit)
      worst = best.last
    }
    return Array(best.sorted(by: precedes).prefix(limit))
  }
}
