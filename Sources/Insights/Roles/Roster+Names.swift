import EcosystemModel

extension Roster {
  /// The positions by name, then by id.
  ///
  /// - Complexity: O(*n* log *n*).
  var positionsByName: [Int] {
    let names = indices.map { self[$0].name }
    return indices.sorted { left, right in
      names[left] == names[right] ? self[left].id < self[right].id : names[left] < names[right]
    }
  }

  /// The place of each position in ``positionsByName``.
  var ranksByName: [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for (rank, position) in positionsByName.enumerated() { ranks[position] = rank }
    return ranks
  }
}
