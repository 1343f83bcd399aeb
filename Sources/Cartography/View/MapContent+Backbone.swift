import EcosystemModel
import Insights

extension MapContent {
  /// Keeps the ties that chance does not explain, and what they join; counts the others.
  ///
  /// Ties that state no chance of their own are tested by the disparity filter on their strengths.
  mutating func applyBackbone() {
    guard let level = view.reduction.backbone, !ties.isEmpty else { return }
    dropRivalries(because: "without a test of chance")
    testTies()
    let kept = ties.filter { $0.isBelow(level) }
    let lost = ties.filter { !$0.isBelow(level) }
    if !lost.isEmpty {
      omissions.append(
        Omission(
          lost.reduce(0) { $0 + $1.count }, links,
          "that chance may explain", ties: lost.reduce(0) { $0 + $1.count }))
      conventions.append(
        "\(links.many.prefix(1).uppercased() + links.many.dropFirst()) that chance may explain are those of p ≥ \(level) by the \(tieTest.map { "test \($0)" } ?? "disparity filter")."
      )
    }
    ties = kept
    var shown = Set(kept.flatMap { [$0.from, $0.to] }).union(view.highlights)
    if let focus = view.focus { shown.insert(focus) }
    keep(because: "without a link beyond chance") { shown.contains($0.reference) }
  }

  /// Gives every tie its chance.
  mutating func testTies() {
    guard ties.contains(where: { $0.logPValue == nil }) else { return }
    let positions = Dictionary(
      nodes.enumerated().map { ($0.element.reference, $0.offset) }, uniquingKeysWith: { a, _ in a })
    // Opposite ties are one for the filter: what counts is how much two have to do with each other.
    var pairs: [[Int]: Double] = [:]
    var order: [[Int]] = []
    let ends = ties.map { tie in
      [positions[tie.from] ?? 0, positions[tie.to] ?? 0].sorted()
    }
    for (tie, pair) in zip(ties, ends) {
      if pairs[pair] == nil { order.append(pair) }
      pairs[pair, default: 0] += tie.weight
    }
    let chances = TieSignificance.ofDisparity(
      order.map { ($0[0], $0[1], pairs[$0] ?? 0) }, nodeCount: nodes.count)
    let chanceOfPair = Dictionary(zip(order, chances), uniquingKeysWith: { first, _ in first })
    for (position, pair) in ends.enumerated() where ties[position].logPValue == nil {
      ties[position].logPValue = chanceOfPair[pair]
    }
  }
}

extension MapContent.Tie {
  /// Whether a tie as strong is less probable than a level of significance says.
  func isBelow(_ level: Double) -> Bool {
    guard let logPValue else { return false }
    return logPValue < TieSignificance.logLevel(level)
  }
}
