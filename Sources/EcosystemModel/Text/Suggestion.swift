/// Finds the word a misspelt one was probably meant to be.
package struct Suggestion {
  /// Cells of the distance tables that may still be filled, so that thousands of unknown names in a large dataset
  /// do not take minutes; past it nothing is suggested.
  private var budget = 200_000_000

  /// Nothing is compared yet.
  package init() {}

  /// The candidate nearest to a word, at most a third of its length away; of equally near ones the first.
  package mutating func nearest(to word: String, among candidates: some Sequence<Candidate>)
    -> String?
  {
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
      if let distance = editDistance(letters, candidate.letters, limit: allowed) {
        best = (distance, candidate.name)
      }
    }
    return best?.name
  }

  /// A name that can be suggested, with the letters it is compared by.
  package struct Candidate {
    package let name: String
    package let letters: [UInt32]

    /// Takes a name.
    package init(_ name: String) {
      self.name = name
      letters = name.lowercased().letters
    }
  }
}
