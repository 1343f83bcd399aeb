/// Places in a competition: equal values share a place, and the next one counts them.
enum Ranking {
  /// One ranked position.
  struct Place: Hashable {
    /// The position in the values given.
    var position: Int
    /// 1 for the first; as many as share a value have the same.
    var rank: Int
  }

  /// The positions in the order of their values, highest first, equal ones in the order of their names.
  ///
  /// Values that differ by less than one part in 10⁹ are equal: sums in another order must not break a tie. What has no
  /// value comes last and shares the last place.
  static func places(
    _ values: [Double?], isLowFirst: Bool = false, names: [String]
  ) -> [Place] {
    func key(_ position: Int) -> Double {
      values[position].map { isLowFirst ? -$0 : $0 } ?? -.infinity
    }
    let order = values.indices.sorted { left, right in
      let (one, other) = (key(left), key(right))
      return one == other ? (names[left], left) < (names[right], right) : one > other
    }
    var places: [Place] = []
    var start = 0
    while start < order.count {
      let top = key(order[start])
      var end = start + 1
      while end < order.count, isSame(top, key(order[end])) { end += 1 }
      places += order[start..<end].sorted { (names[$0], $0) < (names[$1], $1) }
        .map { Place(position: $0, rank: start + 1) }
      start = end
    }
    return places
  }

  private static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right
      || (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
  }
}
