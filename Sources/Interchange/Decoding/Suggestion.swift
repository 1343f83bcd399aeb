/// Finds the word a misspelt one was probably meant to be.
struct Suggestion {
  /// Cells of the distance tables that may still be filled, so that thousands of unknown names in a large dataset
  /// do not take minutes; past it nothing is suggested.
  private var budget = 200_000_000

  /// The candidate nearest to a word, at most a third of its length away; of equally near ones the first.
  mutating func nearest(to word: String, among candidates: some Sequence<Candidate>) -> String? {
    let letters = Candidate(word).letters
    let limit = letters.count / 3
    guard limit > 0 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let allowed = best.map { $0.distance - 1 } ?? limit
      guard allowed >= 0, abs(candidate.letters.count - letters.count) <= allowed, budget > 0 else {
        continue
      }
      budget -= letters.count * candidate.letters.count
      let distance = Self.distance(letters, candidate.letters)
      if distance <= allowed { best = (distance, candidate.name) }
    }
    return best?.name
  }

  /// A name that can be suggested, with the letters it is compared by.
  struct Candidate {
    let name: String
    let letters: [UInt32]

    init(_ name: String) {
      self.name = name
      letters = name.lowercased().unicodeScalars.map(\.value)
    }
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
  static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    guard !left.isEmpty else { return right.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 1...left.count {
      current[0] = row
      for column in right.indices.map({ $0 + 1 }) {
        let isSame = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
