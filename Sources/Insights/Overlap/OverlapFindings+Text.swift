internal import EcosystemModel

extension OverlapFindings {
  /// What was asked.
  package var title: String {
    if let pair { return "Overlap of \(pair.first.label) and \(pair.second.label)" }
    return question.first.map { "Overlap of \($0) with all others" } ?? "Overlap of all committees"
  }

  /// The answer in sentences.
  package var summary: [String] {
    if let pair {
      return [pair.sentence(universeWords), pair.verdict] + layers.map(\.sentence)
        + (statedAims.isEmpty ? [] : ["The data states: \(statedAims.joined(separator: "; "))."])
    }
    let faults = layers.filter(\.isFault)
    let words = faults.prefix(3).map {
      "\($0.lower) is \($0.judgement) (\($0.shared) of \($0.lowerCount) sit on \($0.upper))"
    }
    return [
      """
      \(overlappingPairCount) of \(Phrase.count(testCount, "pair shares", "pairs share")) somebody, \
      \(significantPairCount) of them more than chance explains; \(bridgeCount) of \(seatedCount) people with a seat sit on \
      two or more.
      """
    ]
      + (layers.isEmpty
        ? []
        : [
          words.isEmpty
            ? "No committee is captured by one above it or joined to it for one partner only."
            : words.joined(separator: "; ")
              + (faults.count > 3 ? "; and \(faults.count - 3) more." : ".")
        ])
  }

  var excluded: String {
    leftOut.isEmpty ? "Nothing is left out." : "Left out: \(leftOut.joined(separator: ", "))."
  }

  var method: String {
    "People with a seat, each counted once per body; \(dateText)."
  }

  var chanceMethod: String {
    """
    p: chance of at least so many on both (hypergeometric) among \(universeWords); \
    \(testCount == 1 ? "" : "Holm p: corrected for the \(testCount) pairs asked about; ")degrees p: \(degreeModel). \(method)
    """
  }

  var universeWords: String {
    switch universe {
    case .everyone: "everyone in the table of people"
    case .alliance: "the people with a seat in the alliances of the two"
    case .eligible: "the people who may sit on both (staff of the partners, and present members)"
    }
  }
}

extension PairOverlap {
  /// The shares in words, each with what it is of.
  fileprivate func sentence(_ universe: String) -> String {
    func share(_ share: Double, _ whole: Int) -> String {
      "\(NumberText.percent(share, decimals: 0)) (\(shared) of \(whole))"
    }
    return """
      \(Phrase.count(shared, "person sits", "people sit")) on both \(first.label) and \(second.label): \
      \(share(shareOfFirst, first.size)) of \(first.name), \(share(shareOfSecond, second.size)) of \(second.name), \
      \(share(jaccard, either)) of those on either, \(share(shareOfPopulation, population)) of \(universe).
      """
  }

  /// Whether chance explains the overlap.
  fileprivate var verdict: String {
    let p = NumberText.roundedProbability(decimalLogarithm: pValue.decimalLogarithm)
    let times =
      lift.map { ", \(NumberText.short($0, limit: 1)) times what chance would give" } ?? ""
    let figures =
      "about \(NumberText.short(expected, limit: expected < 1 ? 2 : 0)) expected\(times), p = \(p)"
    return isSignificant
      ? "This is more than chance explains: \(figures)."
      : "This is not more than chance explains: \(figures)."
  }
}
