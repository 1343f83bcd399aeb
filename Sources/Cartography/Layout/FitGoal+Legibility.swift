package import EcosystemModel

extension FitGoal {
  /// Whether a map can be read: letters large enough, nothing over anything else, and not too many crossings.
  func isMet(by measures: Legibility, mostCrossings: Int) -> Bool {
    measures.smallestLabel >= letters && measures.covered == 0
      && measures.crossings <= mostCrossings
  }

  /// Whether a longer search may make of a map found quickly one that can be read: it moves boxes, and hardly makes them larger.
  package func isNear(_ measures: Legibility, lines: Int) -> Bool {
    measures.smallestLabel >= 0.9 * letters
      && measures.crossings <= 3 * mostCrossings(of: lines)
  }

  /// Whether letters are too small, after a search, for another one to change that.
  package func isFar(_ measures: Legibility) -> Bool {
    measures.smallestLabel < 0.97 * letters
  }

  /// The most crossings of so many lines for which nobody has to give up a name.
  func mostCrossings(of lines: Int) -> Int { max(10, lines) }

  /// Whether one picture is better than another: by letters up to the size asked for, then by what lies over boxes and words,
  /// then by how many it names, then by crossings.
  package func prefers(_ measures: Legibility, to others: Legibility) -> Bool {
    let letters = (
      min(measures.smallestLabel, letters), min(others.smallestLabel, letters)
    )
    guard letters.0 == letters.1 else { return letters.0 > letters.1 }
    return (measures.covered, -measures.named, measures.crossings)
      < (others.covered, -others.named, others.crossings)
  }
}

extension FitGoal {
  /// Whether a map can be read as it has to be: with so many lines, crossings are no matter of folding.
  package func isMet(by measures: Legibility, lines: Int) -> Bool {
    isMet(by: measures, mostCrossings: mostCrossings(of: lines))
  }

  /// Whether a map can be read as well as one of before.
  package func isMet(by measures: Legibility, like recipe: PictureRecipe?) -> Bool {
    guard let letters = recipe?.letters, let covered = recipe?.covered,
      let crossings = recipe?.crossings
    else { return false }
    return measures.smallestLabel >= min(letters, self.letters) - 0.05
      && measures.covered <= covered && measures.crossings <= crossings + crossings / 5 + 2
  }
}

extension Legibility {
  /// How often something lies over a box or a word.
  var covered: Int {
    boxOverlaps + linesThroughBoxes + labelOverlaps + struckLabels
  }
}
