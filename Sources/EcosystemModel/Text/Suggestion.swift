/// Finds the word a misspelt one was probably meant to be.
package struct Suggestion {
  /// Steps that may still be taken, so that thousands of unknown names do not take minutes; past it nothing is suggested.
  ///
  /// A candidate that is passed over is a step, and so is a cell of a table of distances.
  private var budget = 25_000_000
  /// Names longer than this are no misspelt words, and are compared with nothing.
  private static let longestWord = 256

  /// Nothing is compared yet.
  package init() {}

  /// The candidate nearest to a word, at most a third of its length away; of equally near ones the first.
  package mutating func nearest(to word: String, among candidates: some Sequence<Candidate>)
    -> String?
  {
    let asked = Candidate(word)
    let letters = asked.letters
    let limit = letters.count / 3
    guard limit > 0, letters.count <= Self.longestWord else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let allowed = best.map { $0.distance - 1 } ?? limit
      guard allowed >= 0, budget > 0 else { break }
      budget -= 1
      // An edit removes one letter from one side and adds one to the other, at most.
      guard abs(candidate.letters.count - letters.count) <= allowed,
        (candidate.present & ~asked.present).nonzeroBitCount <= allowed,
        (asked.present & ~candidate.present).nonzeroBitCount <= allowed
      else { continue }
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
    /// A bit for each letter that occurs; letters may share one.
    let present: UInt64

    /// Takes a name.
    package init(_ name: String) {
      self.name = name
      letters = name.lowercased().letters
      present = letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
  }
}
